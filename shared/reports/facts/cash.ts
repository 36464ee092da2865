import type { Month } from '../../kernel/calendar.ts';
import { lastDay } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../kernel/measured.ts';
import { readOff } from './book-reads.ts';
import type { FactDefinition } from './fact.ts';
import { grossBurn, netBurn, perMonth, runwayTenths } from './formulas.ts';
import { nameOf, namesOf } from './naming.ts';
import type { BookReading } from './readings.ts';
import { bookedIn, overWindow, unreadable } from './readings.ts';
import type { FactView } from './view.ts';
import { isExpected, narrowedTo } from './view.ts';

/** Bank, card processor and cash box. */
export const CASH_CODES = ['1010', '1015', '1020', '1030'];
/** Money that is here but not ours: deposits, credits, advances, taxes, tips, tenants' deposits. */
export const HELD_CODES = ['2100', '2105', '2110', '2130', '2200', '2210', '2300', '2500'];
const BURN_MONTHS = 3;

/** What a runway is called while more cash comes in than goes out. */
export const NOT_BURNING = 'not burning';

/** What some accounts stand at when a month closes (the period's last unless told), debit positive. */
export function standing(view: FactView, codes: readonly string[], through: Month = view.month): Measured<number> {
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  const without = view.entityIds.filter((id) => isExpected(view, id, through) && !hasBooks(view, id, through));
  const kept = view.entityIds.some((id) => hasBooks(view, id, through));
  if (without.length > 0 || !kept) {
    const missing = without.length > 0 ? without : view.entityIds;
    return unknown(...missing.map((id) => `opening balances of ${nameOf(view, id)}`));
  }
  const closed = lastDay(through) < view.today ? lastDay(through) : view.today;
  const asOf = through === view.month ? view.asOn : closed;
  const records = `journal entries of ${namesOf(view)} up to ${through}`;
  return readOff(view, { records, asOf }, () => view.books.accountThrough(view.entityIds, through, codes));
}

/** Whether an entity's books have begun by a month. */
export function hasBooks(view: FactView, entityId: string, through: Month = view.month): boolean {
  const first = view.books.months([entityId])[0];
  return first !== undefined && first <= through;
}

/** Bank and cash less what is held for others when a month closes. */
export function unrestrictedThrough(view: FactView, month: Month): Measured<number> {
  return standing(view, [...CASH_CODES, ...HELD_CODES], month);
}

/** What one month burned net: operating outflow less what customers paid, refunds taken off; negative when cash grew. */
export function cashBurnedIn(view: FactView, month: Month): Measured<number> {
  return bookedIn(view, [month], netReading(view));
}

/** Bank and cash less what is held for others, of the entities that keep books. */
function trackedCash(view: FactView): Measured<number> {
  const tracked = narrowedTo(
    view,
    view.entityIds.filter((id) => hasBooks(view, id)),
  );
  return standing(tracked.entityIds.length === 0 ? view : tracked, [...CASH_CODES, ...HELD_CODES]);
}

/** A figure per month on average of the last three full months. */
export function monthly(
  view: FactView,
  burn: (ids: readonly string[], months: readonly Month[]) => number,
): Measured<number> {
  return overWindow(view, view.lastFullMonth, BURN_MONTHS, (ids, months) => perMonth(burn(ids, months), months.length));
}

/** Operating outflow. The ledger signs cash movements, positive when cash came in, and keeps tips and taxes apart from both sides. */
export function grossReading(view: FactView): BookReading {
  return (ids, months) => grossBurn(-view.books.cash(ids, months, 'operating-out'), 0);
}

/** Operating outflow less what customers paid, refunds taken off. */
export function netReading(view: FactView): BookReading {
  return (ids, months) => {
    const received = view.books.cash(ids, months, 'customer-in') + view.books.cash(ids, months, 'customer-refund-out');
    return netBurn(grossReading(view)(ids, months), received, 0);
  };
}

const money = { unit: 'cents', perEntity: true, needs: ['balances'], source: 'policy default' } as const;
const BURN_SOURCE = 'policy default: without owner money, loans, transfers and capital spending';

export const CASH_FACTS: readonly FactDefinition[] = [
  {
    ...money,
    id: 'bank-total',
    title: 'Bank and cash',
    definition: 'Money in bank accounts, the card processor and the cash box at the as-of day.',
    formula: 'accounts 1010 + 1015 + 1020 + 1030',
    compute: (view) => standing(view, CASH_CODES),
  },
  {
    ...money,
    id: 'restricted-cash',
    title: 'Restricted cash',
    definition: 'The part of it that belongs to others or is not earned yet: deposits, credits, advances, taxes, tips.',
    formula: 'accounts 2100 + 2105 + 2110 + 2130 + 2200 + 2210 + 2300 + 2500',
    compute: (view) => mapped(standing(view, HELD_CODES), (held) => -held || 0),
  },
  {
    ...money,
    id: 'unrestricted-cash',
    title: 'Unrestricted cash',
    definition: 'Money the company may spend: bank and cash less what is held for others.',
    formula: 'bank and cash − restricted cash',
    compute: (view) => standing(view, [...CASH_CODES, ...HELD_CODES]),
  },
  {
    ...money,
    id: 'tracked-unrestricted-cash',
    title: 'Unrestricted cash where books are kept',
    perEntity: false,
    definition: 'Unrestricted cash of those entities that keep books; the others are left out, not counted as zero.',
    formula: 'unrestricted cash summed over the entities with entries',
    compute: trackedCash,
  },
  {
    ...money,
    id: 'gross-burn',
    title: 'Gross burn per month',
    definition:
      'Cash that running the business took out per month, on average of the last three full months; tips and taxes passed on are no part of it.',
    formula: 'operating outflow ÷ months',
    source: BURN_SOURCE,
    compute: (view) => monthly(view, grossReading(view)),
  },
  {
    ...money,
    id: 'net-burn',
    title: 'Net burn per month',
    definition:
      'Gross burn less what customers paid, refunds taken off, on average of the last three full months; negative when cash grew.',
    formula: '(operating outflow − customer receipts + refunds paid) ÷ months',
    source: BURN_SOURCE,
    compute: (view) => monthly(view, netReading(view)),
  },
  {
    ...money,
    id: 'runway',
    title: 'Runway',
    unit: 'months',
    definition:
      'How long the unrestricted cash lasts at the net burn of the last three full months; “not burning” when cash grew.',
    formula: 'unrestricted cash ÷ net burn per month, floored to a tenth',
    compute: (view) =>
      combined(
        standing(view, [...CASH_CODES, ...HELD_CODES]),
        monthly(view, netReading(view)),
        (cash, burn) => runwayTenths(cash, burn) ?? NOT_BURNING,
      ),
  },
];
