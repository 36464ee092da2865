import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { RegisterChange } from '../../shared/ledger/money-posting.ts';
import type { ClientLine } from '../../shared/records/client-work.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { sampleClients, sampleContracts, sampleWork } from './clients.ts';
import { MoneyLedger } from './money-ledger.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn, stampOn } from './sample-day.ts';

/**
 * The agency's books, begun on the first of this month: last month's invoices but dental's, who is forgotten; the hotel has
 * paid, the bakery a part, surf too much; a licence bought for surf is on no invoice.
 */
export function sampleClientBooks(day: SampleDay): MoneyLedger {
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
  return tale.books;
}

/** What happens between the agency and its clients, each as one record of money. */
class ClientTale {
  readonly books = new MoneyLedger();
  readonly #day: SampleDay;

  constructor(day: SampleDay) {
    this.#day = day;
    const known = [
      ...sampleClients(day).map((record) => ({ kind: 'client', record }) as const),
      ...sampleContracts(day).map((record) => ({ kind: 'client-contract', record }) as const),
      ...sampleWork(day).map((record) => ({ kind: 'work-entry', record }) as const),
    ] satisfies RegisterChange[];
    for (const one of known) this.books.keep(one);
  }

  open(on: LocalDate): void {
    this.#post('owner-money', 'own_dc-opening', 350_000, on, { direction: 'in', owner: 'Imogen Farrow' });
  }

  pay(clientId: string, key: string, vendor: string, amount: number, role: 'agent' | 'principal', on: LocalDate): void {
    const of = { clientId, costId: `cst_${key}`, vendor, month: monthOf(on), role, paidFrom: '1010' } as const;
    this.#post('pass-through-cost', `ptc_${key}`, amount, on, of);
  }

  invoice(clientId: string, number: string, customer: string, on: LocalDate, lines: readonly ClientLine[]): void {
    const total = lines.reduce((sum, line) => sum + line.cents, 0);
    const of = { clientId, invoiceId: invoiceId(number), number, customer, dueOn: plusDays(on, 14), lines };
    this.#post('client-invoice', `cin_${number.toLowerCase()}`, total, on, of);
  }

  paid(clientId: string, number: string, amount: number, on: LocalDate): void {
    const of = { clientId, invoiceId: invoiceId(number), paidInto: '1010' } as const;
    this.#post('client-payment', `cpy_${number.toLowerCase()}`, amount, on, of);
  }

  credited(clientId: string, number: string, amount: number, on: LocalDate): void {
    const of = { clientId, invoiceId: invoiceId(number), number: `CM-${number}`, account: '4310' } as const;
    this.#post('credit-memo', `crm_${number.toLowerCase()}`, amount, on, of);
  }

  #post<K extends MoneyKind>(kind: K, id: string, amount: number, on: LocalDate, of: object): void {
    const record = { ...of, id, entityId: 'dc', cents: cents(amount), on, ...stampOn(this.#day, on) };
    this.books.post(kind, record as unknown as MoneyOf<K>, postingOn(this.#day, on)); // the sample's test reads it by its schema
  }
}

function invoiceId(number: string): string {
  return `inv_${number.toLowerCase()}`;
}
