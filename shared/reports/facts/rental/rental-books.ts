import type { Month } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated } from '../../../kernel/measured.ts';
import type { AccountType } from '../../../ledger/accounts.ts';
import { ACCOUNTS } from '../../../ledger/accounts.ts';
import type { Books } from '../../../ledger/balances.ts';
import { bookedIn, overWindow, windowOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { netOperatingIncome, toAYear } from './rental-formulas.ts';

/** A sum over the books of some businesses and months. */
export type RentalReading = (books: Books, ids: readonly string[], months: readonly Month[]) => number;

/** Interest and wear are no cost of operating a property. */
const NOT_OPERATING: readonly string[] = ['6200', '6210', '6340', '6380'];
const REVENUE = codesOf('revenue');
const OPERATING = [...codesOf('cogs'), ...codesOf('opex')].filter((code) => !NOT_OPERATING.includes(code));

/** What the properties brought, taken together: rent, stays gross of the platform’s fee, deposits kept. */
export const income: RentalReading = (books, ids, months) => -sumOf(books, ids, months, REVENUE);

/** What operating them cost: without interest, wear, improvements and loan principal. */
export const operatingCost: RentalReading = (books, ids, months) => sumOf(books, ids, months, OPERATING);

/** Cleaning, maintenance and repairs; improvements are none of it. */
export const maintenance: RentalReading = (books, ids, months) => sumOf(books, ids, months, ['6310', '6350']);

/** What was spent on improvements and buildings. */
export const capitalSpent: RentalReading = (books, ids, months) => sumOf(books, ids, months, ['1600']);

/** Interest, and what made the loans smaller month by month. */
export const debtService: RentalReading = (books, ids, months) =>
  sumOf(books, ids, months, ['6200', '6340']) +
  months.reduce((sum, month) => sum + Math.max(0, books.account(ids, [month], '2600')), 0);

/** A reading over some months. */
export function readIn(view: FactView, months: readonly Month[], read: RentalReading): Measured<number> {
  return bookedIn(view, months, (ids, of) => read(view.books, ids, of));
}

/** A reading over the last twelve full months, or as far back as the books go. */
export function readOverYear(view: FactView, read: RentalReading): Measured<number> {
  return overWindow(view, view.lastFullMonth, 12, (ids, months) => read(view.books, ids, months));
}

/** The same as a year: of fewer than twelve months an estimate that says so. */
export function readAsYear(view: FactView, read: RentalReading): Measured<number> {
  const window = windowOf(view, view.lastFullMonth, 12);
  const sum = readOverYear(view, read);
  if (window.state === 'unknown' || sum.state === 'unknown') return sum;
  const count = window.value.length;
  if (count === 12) return sum;
  const assumption = `The books begin in ${window.value[0]}, so ${count} months are taken to a year.`;
  return estimated(toAYear(sum.value, count), { ...sum.basis, assumption });
}

/** Net operating income. */
export const noi: RentalReading = (books, ids, months) =>
  netOperatingIncome(income(books, ids, months), operatingCost(books, ids, months));

/** One figure less another, as certain as the less certain. */
export function difference(a: Measured<number>, b: Measured<number>): Measured<number> {
  return combined(a, b, (x, y) => x - y);
}

function sumOf(books: Books, ids: readonly string[], months: readonly Month[], codes: readonly string[]): number {
  return codes.reduce((sum, code) => sum + books.account(ids, months, code), 0);
}

function codesOf(type: AccountType): readonly string[] {
  return ACCOUNTS.filter((account) => account.type === type).map(({ code }) => code);
}
