import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { cents } from '../../shared/kernel/money.ts';
import { ownerContribution } from '../../shared/ledger/capital.ts';
import { billedNow, clientInvoiced } from '../../shared/ledger/client-invoices.ts';
import { clientCredited, clientInvoiceOf, clientPaid, invoiceStanding } from '../../shared/ledger/client-receipts.ts';
import { clientCostOf, passThroughPaid } from '../../shared/ledger/client-work.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { ClientInvoice, ClientPayment, CreditMemo, PassThroughCost } from '../../shared/records/client-money.ts';
import type { ClientCost, ClientLine, WorkEntry } from '../../shared/records/client-work.ts';
import type { Invoice } from '../../shared/records/invoice.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyRecord } from './charter-ledger.ts';
import { sampleWork } from './clients.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn, stampOn } from './sample-day.ts';

/** The agency's money: its records, its entries and what is kept beside them. */
export interface ClientBooks {
  readonly entries: readonly JournalEntry[];
  readonly moneyRecords: readonly MoneyRecord[];
  readonly invoices: readonly Invoice[];
  readonly costs: readonly ClientCost[];
  readonly work: readonly WorkEntry[];
}

/**
 * The agency's books, begun on the first of this month: last month's invoices but dental's, who is forgotten; the hotel has
 * paid, the bakery a part, surf too much; a licence bought for surf is on no invoice.
 */
export function sampleClientBooks(day: SampleDay): ClientBooks {
  const month = monthOf(day.today);
  const last = plusMonths(month, -1);
  const onDay = (days: number): LocalDate => {
    const on = plusDays(firstDay(month), days);
    return on < day.today ? on : day.today;
  };
  const tale = new ClientTale(day);
  tale.open(onDay(0));
  tale.pay('lofts', 'lofts-host', 'Bluewater Hosting', 6_000, 'agent', onDay(0));
  tale.pay('surf', 'surf-licence', 'Photo library', 12_900, 'principal', onDay(3));
  tale.invoice('hotel', 'DC-210', 'Harborview Hotel', onDay(1), [
    {
      kind: 'retainer',
      text: 'Retainer of last month',
      cents: cents(240_000),
      role: 'principal',
      contractId: 'con_hotel',
      month: last,
      workIds: ['wrk_hotel-1', 'wrk_hotel-2'],
    },
  ]);
  tale.invoice('bakery', 'DC-211', 'Ocean Beach Bakery', onDay(1), [
    {
      kind: 'hourly',
      text: 'Order form, 7 hours, goodwill taken off',
      cents: cents(73_500),
      role: 'principal',
      contractId: 'con_bakery',
      workIds: ['wrk_bakery-1', 'wrk_bakery-2'],
    },
  ]);
  tale.invoice('lofts', 'DC-212', 'Kettner Lofts', onDay(2), [
    {
      kind: 'hosting',
      text: 'Hosting of last month',
      cents: cents(9_000),
      role: 'agent',
      contractId: 'con_lofts',
      month: last,
      costIds: ['cst_lofts-host'],
    },
  ]);
  tale.invoice('surf', 'DC-213', 'Pacific Surf School', onDay(2), [
    { kind: 'fixed', text: 'Lesson pages', cents: cents(60_000), role: 'principal', contractId: 'con_surf' },
  ]);
  tale.paid('hotel', 'DC-210', 240_000, onDay(9));
  tale.paid('bakery', 'DC-211', 30_000, onDay(10));
  tale.paid('surf', 'DC-213', 60_000, onDay(6));
  tale.credited('surf', 'DC-213', 5_000, onDay(12));
  return tale;
}

class ClientTale implements ClientBooks {
  readonly entries: JournalEntry[] = [];
  readonly moneyRecords: MoneyRecord[] = [];
  readonly #day: SampleDay;
  readonly #balances = new Map<string, SubjectBalances>();
  readonly #invoices = new Map<string, Invoice>();
  readonly #costs = new Map<string, ClientCost>();
  readonly #work: Map<string, WorkEntry>;

  constructor(day: SampleDay) {
    this.#day = day;
    this.#work = new Map(sampleWork(day).map((entry) => [entry.id, entry]));
  }

  get invoices(): readonly Invoice[] {
    return [...this.#invoices.values()];
  }

  get costs(): readonly ClientCost[] {
    return [...this.#costs.values()];
  }

  get work(): readonly WorkEntry[] {
    return [...this.#work.values()];
  }

  open(on: LocalDate): void {
    const owner = { id: 'own_dc-opening', entityId: 'dc', cents: cents(350_000), on };
    this.entries.push(orThrow(ownerContribution(owner, postingOn(this.#day, on))));
  }

  pay(clientId: string, key: string, vendor: string, amount: number, role: 'agent' | 'principal', on: LocalDate): void {
    const costId = `cst_${key}`;
    const record: PassThroughCost = {
      ...this.#of(`ptc_${key}`, clientId, amount, on),
      costId,
      vendor,
      month: monthOf(on),
      role,
      paidFrom: '1010',
    };
    this.#post('pass-through-cost', record, costId, passThroughPaid(record, {}, postingOn(this.#day, on)));
    this.#costs.set(costId, { ...clientCostOf(record, undefined, false, postingOn(this.#day, on)), version: 1 });
  }

  invoice(clientId: string, number: string, customer: string, on: LocalDate, lines: readonly ClientLine[]): void {
    const context = postingOn(this.#day, on);
    const total = lines.reduce((sum, line) => sum + line.cents, 0);
    const record: ClientInvoice = {
      ...this.#of(`cin_${number.toLowerCase()}`, clientId, total, on),
      invoiceId: invoiceId(number),
      number,
      customer,
      dueOn: plusDays(on, 14),
      lines,
    };
    const onRecord = { work: this.work, costs: this.costs };
    this.#post('client-invoice', record, record.invoiceId, clientInvoiced(record, {}, onRecord, context));
    const billed = billedNow(record, onRecord, false, context);
    for (const entry of billed.work) this.#work.set(entry.id, { ...entry, version: 1 });
    for (const cost of billed.costs) this.#costs.set(cost.id, { ...cost, version: 1 });
    const kept = clientInvoiceOf(record, undefined, this.#held(record.invoiceId), context);
    this.#invoices.set(number, { ...kept, version: 1 });
  }

  paid(clientId: string, number: string, amount: number, on: LocalDate): void {
    const record: ClientPayment = {
      ...this.#of(`cpy_${number.toLowerCase()}`, clientId, amount, on),
      invoiceId: invoiceId(number),
      paidInto: '1010',
    };
    const [held, context] = [this.#held(record.invoiceId), postingOn(this.#day, on)];
    const result = clientPaid(record, held, this.#invoices.get(number), context);
    this.#post('client-payment', record, record.invoiceId, result);
    this.#settle(number, on);
  }

  credited(clientId: string, number: string, amount: number, on: LocalDate): void {
    const record: CreditMemo = {
      ...this.#of(`crm_${number.toLowerCase()}`, clientId, amount, on),
      invoiceId: invoiceId(number),
      number: `CM-${number}`,
      account: '4310',
    };
    const [held, context] = [this.#held(record.invoiceId), postingOn(this.#day, on)];
    const result = clientCredited(record, held, this.#invoices.get(number), context);
    this.#post('credit-memo', record, record.invoiceId, result);
    this.#settle(number, on);
  }

  #settle(number: string, on: LocalDate): void {
    const invoice = this.#invoices.get(number);
    if (invoice === undefined) throw new Error(`no invoice ${number}`);
    const now = invoiceStanding(invoice, this.#held(invoice.id), postingOn(this.#day, on));
    this.#invoices.set(number, { ...now, version: 1 });
  }

  #of(id: string, clientId: string, amount: number, on: LocalDate) {
    return { id, entityId: 'dc', clientId, cents: cents(amount), on, ...stampOn(this.#day, on) };
  }

  #held(subjectId: string): SubjectBalances {
    return this.#balances.get(subjectId) ?? {};
  }

  #post(kind: string, record: object, subjectId: string, result: Result<JournalEntry>): void {
    const entry = orThrow(result);
    this.entries.push(entry);
    this.#balances.set(subjectId, subjectAfter(this.#held(subjectId), [postingOf(entry)]));
    this.moneyRecords.push({ kind, record, entryId: entry.id } as unknown as MoneyRecord); // stored by its kind, whatever it is
  }
}

function invoiceId(number: string): string {
  return `inv_${number.toLowerCase()}`;
}
