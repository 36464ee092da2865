import { expect, test } from 'vitest';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { basisPoints, cents, dividedRounded } from '../../shared/kernel/money.ts';
import { accountOf } from '../../shared/ledger/accounts.ts';
import { commissionOf } from '../../shared/ledger/ota.ts';
import { incomeStatementByMonth } from '../../shared/ledger/statements.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { aChannel, at, price, ZONE } from './a-record.ts';
import { months } from './a-set-of-books.ts';
import { goldenBooks, goldenCharter, goldenEntries } from './golden-history.ts';
import { sampleTransactions } from './sample-journal.ts';

const MONTHS = months('2026-09', '2026-10', '2026-11');
const { expected } = golden;

test('revenue falls into the local month all were ashore, without tax, tips and deposits', () => {
  const { books } = goldenBooks('costs first');
  const revenue = incomeStatementByMonth(books, ['jada'], MONTHS).map((of) => [of.month, of.revenueCents]);
  expect(Object.fromEntries(revenue)).toEqual(expected.recognizedRevenueByMonth);
});

test('no month shows what counting in UTC with tax, tips and deposits would', () => {
  const { books } = goldenBooks('costs first');
  for (const [month, naive] of Object.entries(expected.NAIVE_utc_gross_do_not_use)) {
    const revenue = incomeStatementByMonth(books, ['jada'], months(month))[0]?.revenueCents;
    expect(revenue).not.toBe(naive);
  }
  const charterA = golden.input.events[0];
  expect(monthOf(dayIn(ZONE, at(charterA?.performedAt ?? '')))).toBe('2026-09');
});

test.each(['costs first', 'costs last'] as const)('each charter contributes the worked margin, %s', (order) => {
  const { books } = goldenBooks(order);
  const margin = (month: string) => books.tally(['jada'], months(month), 'margin', 'contribution');
  expect(margin('2026-09')).toBe(expected.contributionMarginCents.evt_A);
  expect(margin('2026-10')).toBe(expected.contributionMarginCents.evt_B);
  expect(margin('2026-11')).toBe(expected.contributionMarginCents.evt_D);
  const performed = books.tally(['jada'], MONTHS, 'margin', 'performed');
  const contribution = books.tally(['jada'], MONTHS, 'margin', 'contribution');
  expect(dividedRounded(contribution, performed)).toBe(expected.avgContributionMarginCents);
});

test('commission is the worked one for each charter a platform sold', () => {
  for (const id of ['evt_B', 'evt_F'] as const) {
    const totals = priceTotals(goldenCharter(id).priceLines);
    expect(commissionOf(totals, aChannel())).toBe(expected.commissionCents[id]);
  }
  const { books } = goldenBooks('costs first');
  expect(books.tally(['jada'], MONTHS, 'channels', 'getmyboat.commission')).toBe(expected.commissionCents.evt_B);
});

test('commission rounds half a cent away from zero, as the worked vector does', () => {
  const totals = priceTotals([price('charter', 1_234_530)]);
  const commission = commissionOf(totals, aChannel({ commissionBps: basisPoints(2500) }));
  expect(commission).toBe(cents(expected.rounding['1234530@2500bps_halfUp']));
});

test('average booking values come out of the tallies', () => {
  const { books } = goldenBooks('costs first');
  const sum = (name: string) => books.tally(['jada'], MONTHS, 'operations', name);
  expect(dividedRounded(sum('booked-value'), sum('booked'))).toBe(expected.avgBookingValueCents);
  const revenue = books.account(['jada'], MONTHS, '4010') + books.account(['jada'], MONTHS, '4020');
  expect(dividedRounded(-revenue, sum('performed'))).toBe(expected.avgPerformedValueCents);
});

test('cancellations count in the month the charter was to sail', () => {
  const { books } = goldenBooks('costs first');
  const count = (name: string) => books.tally(['jada'], months('2026-11'), 'operations', name);
  const cancelled = count('cancelled-guest') + count('cancelled-weather') + count('cancelled-operator');
  expect(cancelled).toBe(expected['cancellation_2026-11'].cancelled);
  expect(cancelled + count('performed') + count('no-show')).toBe(expected['cancellation_2026-11'].resolved);
});

test('leads and new customers count in their local months', () => {
  const { books } = goldenBooks('costs first');
  expect(books.tally(['jada'], months('2026-09'), 'operations', 'leads')).toBe(
    expected.leadConversionCohort['2026-09'].leads,
  );
  expect(books.tally(['jada'], months('2026-09'), 'channels', 'direct.leads')).toBe(5);
  for (const [channel, cac] of Object.entries(expected['cac_2026-10'])) {
    expect(books.tally(['jada'], months('2026-10'), 'channels', `${channel}.new-customers`)).toBe(cac.newCustomers);
  }
});

test('the channels add up to all revenue', () => {
  const { books } = goldenBooks('costs last');
  for (const [month, cents] of Object.entries(expected.recognizedRevenueByMonth)) {
    const names = books.names(['jada'], months(month), 'channels').filter((name) => name.endsWith('.revenue'));
    const sum = names.reduce((total, name) => total + books.tally(['jada'], months(month), 'channels', name), 0);
    expect(sum).toBe(cents);
  }
});

test('a charter on the books is neither revenue nor margin', () => {
  const entries = goldenEntries('costs first').filter((entry) => entry.refs.charterId === 'evt_F');
  expect(entries.map((entry) => [entry.template, entry.lines])).toEqual([['charter_booked', []]]);
  expect(entries[0]?.tallies.filter((tally) => tally.group === 'margin')).toEqual([]);
});

test.each([
  ['JE-0001', 'je_0001.contribution'],
  ['JE-0002', 'je_A1.deposit'],
  ['JE-0003', 'je_A2.balance'],
  ['JE-0004', 'je_A.performed.1'],
  ['JE-0005', 'je_A3.tips'],
  ['JE-0008', 'je_C1.deposit'],
  ['JE-0009', 'je_C.cancelled'],
  ['JE-0010', 'je_C2.refund'],
  ['JE-0101', 'je_B2.expense'],
  ['JE-0102', 'je_B3.expense'],
  ['JE-0103', 'je_ads.expense'],
])('the worked transaction %s is what the books hold as %s', (sampleId, entryId) => {
  const worked = sampleTransactions().find((transaction) => transaction.id === sampleId);
  const entry = goldenEntries('costs first').find((held) => held.id === entryId);
  expect(entry?.businessOn).toBe(worked?.on);
  const amounts = (entry?.lines ?? []).map((line) => [accountOf(line.account).journalName, line.cents]);
  expect(Object.fromEntries(amounts)).toEqual(worked?.amounts);
});
