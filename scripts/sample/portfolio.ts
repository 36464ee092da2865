import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { month, monthOf } from '../../shared/kernel/calendar.ts';
import type { DeepReadonly } from '../../shared/kernel/readonly.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { entryId } from '../../shared/ledger/entry.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Customer } from '../../shared/records/customer.ts';
import type { JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import type { User } from '../../shared/records/user.ts';
import { sampleAssets, sampleIncidents } from './belongings.ts';
import { sampleBooksChecks, samplePeriods, sampleQuestions } from './bookkeeping.ts';
import { sampleAdSpend, sampleReviews } from './channel-costs.ts';
import { sampleChannels } from './channels.ts';
import { charterHistory } from './charter-history.ts';
import type { MoneyRecord } from './charter-ledger.ts';
import { sampleClientBooks } from './client-books.ts';
import { sampleEntities } from './company.ts';
import { CustomerRoll } from './customers.ts';
import { sampleDeliveries } from './deliveries.ts';
import { sampleVessels } from './fleet.ts';
import { sampleInventories } from './inventories.ts';
import { leadEntries, sampleLeads } from './leads.ts';
import { sampleListings, sampleOnboarding } from './listings.ts';
import { sampleSearchPlan, sampleWebsites } from './local-search.ts';
import { sampleCampaigns, sampleLists } from './mailings.ts';
import { sampleBankLines, sampleBills, sampleDueDays, sampleInvoices, sampleVendors } from './office-papers.ts';
import { overheadEntries, sampleFixedCosts, sampleOverheads } from './overheads.ts';
import { sampleHoldings, sampleKeyPeople } from './owners.ts';
import { samplePeople, sampleRecipients } from './people.ts';
import { sampleBeliefs, sampleCapitalPolicies, sampleForecasts } from './planning.ts';
import { rentalStory } from './rental-story.ts';
import type { SampleDay } from './sample-day.ts';
import type { SampleCharter } from './tales.ts';
import { sampleTargets } from './targets.ts';
import { todaysCharter } from './todays-charter.ts';
import { upcomingCharters } from './upcoming.ts';

/** A record of a register, and which register. */
export type SampleRecord = {
  readonly [K in RecordKind]: { readonly kind: K; readonly record: DeepReadonly<RecordOf<K>> };
}[RecordKind];

/** A whole invented company, ready to be stored: its records, its charters, its books. */
export interface Portfolio {
  readonly day: SampleDay;
  readonly registers: readonly SampleRecord[];
  readonly users: readonly User[];
  readonly customers: readonly Customer[];
  readonly files: readonly CharterFile[];
  readonly moneyRecords: readonly MoneyRecord[];
  /** Money of any other kind: of leases, stays, delivery jobs and clients. */
  readonly postedMoney: readonly StoredMoney[];
  readonly entries: readonly JournalEntry[];
  readonly balances: readonly MonthBalances[];
}

/**
 * The sample company as it is on a day: fifteen months behind it, 45 days of bookings ahead, one charter to sail today.
 * The same day and instant always give the same records; nothing in the books is later than the day.
 */
export function samplePortfolio(day: SampleDay): Portfolio {
  const people = samplePeople(day);
  const channels = sampleChannels(day);
  const roll = new CustomerRoll(day);
  const past = charterHistory(day, people, channels, roll);
  const ahead = upcomingCharters(day, people, channels, roll);
  const { customer, ...todays } = todaysCharter(day, people);
  const charters: readonly SampleCharter[] = [...past, todays, ...ahead];
  const booked = charters.map(({ file }) => file.charter);
  const leads = sampleLeads(day, booked);
  const overheads = sampleOverheads(day);
  const rental = rentalStory(day);
  const deliveries = sampleDeliveries(day);
  const clientBooks = sampleClientBooks(day);
  const entries = [
    ...overheadEntries(day, overheads),
    ...leadEntries(day, leads),
    ...charters.flatMap((charter) => charter.entries),
    ...rental.entries,
    ...deliveries.entries,
    ...clientBooks.entries,
  ].sort(byDayAndId);
  const balances = rebuiltBalances(entries);
  const expenses = [
    ...overheads,
    ...charters.flatMap(({ moneyRecords }) =>
      moneyRecords.flatMap((paid) => (paid.kind === 'expense' ? [paid.record] : [])),
    ),
  ];
  return {
    day,
    registers: [
      ...of('entity', [...sampleEntities(day), deliveries.entity]),
      ...of('channel', channels),
      ...of('recipient', sampleRecipients(day, people)),
      ...of('vessel', sampleVessels(day)),
      ...of('listing', sampleListings(day)),
      ...of('target', sampleTargets(day)),
      ...of('fixed-cost', sampleFixedCosts(day)),
      ...of('asset', sampleAssets(day)),
      ...of('equity-holding', sampleHoldings(day)),
      ...of('key-person', sampleKeyPeople(day)),
      ...of('incident', sampleIncidents(day, booked)),
      ...of('lead', leads),
      ...of('ad-spend', sampleAdSpend(day)),
      ...of('review', sampleReviews(day)),
      ...of('onboarding-task', sampleOnboarding(day)),
      ...of('seo-task', sampleSearchPlan(day)),
      ...of('web-property', sampleWebsites(day)),
      ...of('campaign', sampleCampaigns(day)),
      ...of('mailing-list', sampleLists(day)),
      ...of('belief', sampleBeliefs(day)),
      ...of('forecast', sampleForecasts(day)),
      ...of('capital-policy', sampleCapitalPolicies(day)),
      ...of('inventory', sampleInventories(day)),
      ...of('accounting-period', samplePeriods(day, balances)),
      ...of('books-check', sampleBooksChecks(day)),
      ...of('due-day', sampleDueDays(day)),
      ...of('vendor', sampleVendors(day, overheads)),
      ...of('invoice', [...sampleInvoices(day), ...deliveries.invoices]),
      ...of('bill', sampleBills(day)),
      ...of('bank-line', sampleBankLines(day)),
      ...of('expense-question', sampleQuestions(day, expenses)),
      ...rental.kept,
      ...of('delivery-job', deliveries.jobs),
      ...clientBooks.kept,
    ],
    users: Object.values(people),
    customers: [...roll.customers, customer],
    files: charters.map(({ file }) => file),
    moneyRecords: [
      ...overheads.map((record) => ({ kind: 'expense', record, entryId: entryId(record.id, 'expense') }) as const),
      ...charters.flatMap(({ moneyRecords }) => moneyRecords),
    ],
    postedMoney: [...rental.records, ...deliveries.money, ...clientBooks.money],
    entries,
    balances,
  };
}

/** The months a portfolio's books speak about, earliest first; a cancellation counts in the month it was to sail. */
export function monthsOfBooks({ balances, day }: Portfolio): Month[] {
  return [...new Set([...balances.map((held) => month(held.month)), monthOf(day.today)])].sort();
}

function of<K extends RecordKind>(kind: K, records: readonly DeepReadonly<RecordOf<K>>[]): SampleRecord[] {
  return records.map((record) => ({ kind, record }) as SampleRecord); // the same kind and record; only the union is lost on the way
}

function byDayAndId(a: JournalEntry, b: JournalEntry): number {
  if (a.businessOn !== b.businessOn) return a.businessOn < b.businessOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
