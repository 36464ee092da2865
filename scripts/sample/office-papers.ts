import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween, lastDay, localDate, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { DueDay } from '../../shared/records/due-day.ts';
import type { Bill, Invoice } from '../../shared/records/invoice.ts';
import type { Expense } from '../../shared/records/money.ts';
import type { Vendor } from '../../shared/records/vendor.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

type Paper = readonly [number: string, entityId: string, who: string, dueDaysAgo: number, cents: number, paid: number];

/** Work invoiced outside the charters; one client is nine weeks late, one has a credit. */
const INVOICES: readonly Paper[] = [
  ['QDN-377', 'qdn', 'Tidewater Builders', 64, 180_000, 0],
  ['QDN-406', 'qdn', 'Ocean Beach Bakery', -9, 240_000, 0],
  ['QDN-402', 'qdn', 'Kettner Lofts', 12, 32_000, 0],
  ['QDN-398', 'qdn', 'Mission Valley Storage', 31, -6_500, 0],
  ['QDN-361', 'qdn', 'Ocean Beach Bakery', 70, 160_000, 160_000],
];

const BILLS: readonly Paper[] = [
  ['DY-2207', 'qos', 'Driscoll Yard', 4, 187_500, 100_000],
  ['BMD-88', 'qos', 'Bayfront Marine Diesel', -12, 64_000, 0],
  ['PLR-19', 'jada', 'Point Loma Riggers', 33, 41_200, 0],
];

/** Invoices of the sample: what is asked for work that no charter carries. */
export function sampleInvoices(day: SampleDay): Invoice[] {
  return INVOICES.map(([number, entityId, customer, daysAgo, amount, paid]) => ({
    id: `inv_${number.toLowerCase()}`,
    entityId,
    number,
    customer,
    ...terms(day, daysAgo, amount, paid),
  }));
}

/** Bills of suppliers, one of them half paid. */
export function sampleBills(day: SampleDay): Bill[] {
  return BILLS.map(([number, entityId, vendor, daysAgo, amount, paid]) => ({
    id: `bil_${number.toLowerCase()}`,
    entityId,
    number,
    vendor,
    ...terms(day, daysAgo, amount, paid),
  }));
}

const CONTRACTORS: readonly (readonly [entityId: string, vendor: string, w9OnFile: boolean])[] = [
  ['jada', 'Point Loma Riggers', true],
  ['qos', 'Bayfront Marine Diesel', false],
  ['qos', 'Halloran Bookkeeping', true],
];

/** The contractors of the sample with what its own expenses paid them, year by year; one has given no W-9. */
export function sampleVendors(day: SampleDay, expenses: readonly Expense[]): Vendor[] {
  return CONTRACTORS.map(([entityId, name, w9OnFile]) => {
    const paid = expenses.filter((expense) => expense.entityId === entityId && expense.vendor === name);
    const years = [...new Set(paid.map(({ on }) => Number(on.slice(0, 4))))].sort();
    return {
      id: `ven_${entityId}-${name.toLowerCase().replaceAll(' ', '-')}`,
      entityId,
      name,
      is1099: true,
      w9OnFile,
      paid: years.map((year) => ({
        year,
        cents: cents(paid.filter(({ on }) => on.startsWith(`${year}-`)).reduce((sum, of) => sum + of.cents, 0)),
      })),
      ...stampOn(day, day.today),
    };
  });
}

type Line = readonly [entityId: string, account: BankLine['account'], daysAgo: number, cents: number, memo: string];

const BANK_LINES: readonly Line[] = [
  ['qos', '1010', 34, -21_450, 'POS PURCHASE CHANDLERY 0932'],
  ['qos', '1010', 11, 15_000, 'MOBILE DEPOSIT'],
  ['jada', '1010', 19, -8_999, 'ANNUAL FEE DOMAIN REG'],
  ['qdn', '1010', 6, -4_720, 'FUEL STATION 118'],
];

/** Lines of the bank statements no entry explains. */
export function sampleBankLines(day: SampleDay): BankLine[] {
  return BANK_LINES.map(([entityId, account, daysAgo, amount, memo]) => {
    const on = plusDays(day.today, -daysAgo);
    const id = `bnk_${entityId}-${daysAgo}`;
    return { id, entityId, account, on, cents: cents(amount), memo, ...stampOn(day, on) };
  });
}

const FIRST_PAYDAY = localDate('2026-01-02');
const PAYDAY_EVERY_DAYS = 14;
const PAYDAYS_BEHIND = 6;
const PAYDAYS_AHEAD = 4;
const QUARTERS_BEHIND = 4;

/** Every second Friday is payday; sales tax is due at the end of the month after each quarter. */
export function sampleDueDays(day: SampleDay): DueDay[] {
  const periods = Math.floor(daysBetween(FIRST_PAYDAY, day.today) / PAYDAY_EVERY_DAYS);
  return ['jada', 'qos'].flatMap((entityId) => [
    ...Array.from({ length: PAYDAYS_BEHIND + PAYDAYS_AHEAD }, (_, i): DueDay => {
      const dueOn = plusDays(FIRST_PAYDAY, (periods + 1 + i - PAYDAYS_BEHIND) * PAYDAY_EVERY_DAYS);
      return { ...dueDay(day, entityId, 'payday', dueOn) };
    }),
    ...Array.from({ length: QUARTERS_BEHIND + 1 }, (_, i) => taxDay(day, entityId, i - QUARTERS_BEHIND)),
  ]);
}

/** The return of the quarter so many quarters from the running one: done when it was due before today. */
function taxDay(day: SampleDay, entityId: string, quarters: number): DueDay {
  const month = monthOf(day.today);
  const lastOfQuarter = plusMonths(month, 2 - ((Number(month.slice(5)) - 1) % 3) + 3 * quarters);
  const dueOn = lastDay(plusMonths(lastOfQuarter, 1));
  return {
    ...dueDay(day, entityId, 'sales-tax', dueOn),
    coversThrough: lastDay(lastOfQuarter),
    ...(dueOn < day.today ? { doneOn: plusDays(dueOn, -3) } : {}),
  };
}

function dueDay(day: SampleDay, entityId: string, kind: DueDay['kind'], dueOn: LocalDate): DueDay {
  return { id: `due_${entityId}-${kind}-${dueOn}`, entityId, kind, dueOn, ...stampOn(day, plusDays(dueOn, -90)) };
}

/** Thirty days to pay, counted from the issue. */
function terms(day: SampleDay, dueDaysAgo: number, amount: number, paid: number) {
  const dueOn = plusDays(day.today, -dueDaysAgo);
  const issuedOn = plusDays(dueOn, -30);
  const status: Invoice['status'] = amount === paid ? 'paid' : 'open';
  return { issuedOn, dueOn, cents: cents(amount), paidCents: cents(paid), status, ...stampOn(day, issuedOn) };
}
