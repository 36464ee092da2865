import type { Month } from '../../../kernel/calendar.ts';
import { plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import {
  CASH_CODES,
  cashBurnedIn,
  grossReading,
  HELD_CODES,
  hasBooks,
  monthly,
  NOT_BURNING,
  netReading,
  standing,
} from '../cash.ts';
import type { FactDefinition } from '../fact.ts';
import { runwayTenths } from '../formulas.ts';
import { orMissing } from '../known-when.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';

const CUSTOMER_CODES = ['2100', '2105', '2110', '2130'];
const OTHERS_CODES = HELD_CODES.filter((code) => !CUSTOMER_CODES.includes(code));

/** The view of the businesses whose books can tell what they burn; all of them when none can, so that it is told why. */
export function bookkeepers(view: FactView): FactView {
  const canTell = (id: string) => {
    const alone = narrowedTo(view, [id]);
    return hasBooks(view, id) && monthly(alone, netReading(alone)).state !== 'unknown';
  };
  const kept = view.noted.apart(() => view.entityIds.filter(canTell)).value; // asking who can tell is no part of a figure
  return kept.length === 0 ? view : narrowedTo(view, kept);
}

const free = (view: FactView) => standing(view, [...CASH_CODES, ...HELD_CODES]);
const burned = (view: FactView, monthsBack: number) =>
  cashBurnedIn(bookkeepers(view), plusMonths(view.lastFullMonth, -monthsBack));

const kept = { unit: 'cents', needs: ['balances'], source: 'policy default', owner: 'CFO' } as const;
const ONLY = 'of those businesses that keep books; the others are left out, not counted as zero';
const BURN_SOURCE = 'policy default: without owner money, loans, transfers and capital spending';

/** By how much free cash fell: what is held for others is not ours to spend, owner money and loans are no earnings. */
function withoutDeposits(view: FactView): Measured<number> {
  const held = bookkeepers(view);
  return monthly(held, (ids, months) => {
    const [first = view.lastFullMonth] = months;
    const own = (through: Month) => held.books.accountThrough(ids, through, [...CASH_CODES, ...HELD_CODES]);
    const owners = held.books.cash(ids, months, 'financing-in') + held.books.cash(ids, months, 'financing-out');
    return own(plusMonths(first, -1)) + owners - own(months.at(-1) ?? first);
  });
}

/** Cash and burn of the businesses that keep books: what can be said while one of them does not. */
export const TRACKED_CASH_FACTS: readonly FactDefinition[] = [
  {
    ...kept,
    id: 'tracked-bank-total',
    title: 'Bank and cash where books are kept',
    perEntity: false,
    definition: `Money in bank accounts, the card processor and the cash box ${ONLY}.`,
    formula: 'accounts 1010 + 1015 + 1020 + 1030',
    compute: (view) => standing(bookkeepers(view), CASH_CODES),
  },
  {
    ...kept,
    id: 'tracked-restricted-cash',
    title: 'Restricted cash where books are kept',
    perEntity: false,
    definition: `Money held for others or not earned yet ${ONLY}.`,
    formula: 'accounts 2100 + 2105 + 2110 + 2130 + 2200 + 2210 + 2300 + 2500',
    compute: (view) => mapped(standing(bookkeepers(view), HELD_CODES), (held) => -held || 0),
  },
  {
    ...kept,
    id: 'customer-money-held',
    title: 'Customer money held',
    perEntity: true,
    definition: `The part of restricted cash that customers paid for what they have not had yet, ${ONLY}.`,
    formula: 'accounts 2100 + 2105 + 2110 + 2130',
    compute: (view) => mapped(standing(bookkeepers(view), CUSTOMER_CODES), (held) => -held || 0),
  },
  {
    ...kept,
    id: 'taxes-and-tips-held',
    title: 'Sales tax, tips and tenants’ deposits held',
    perEntity: true,
    definition: `The part of restricted cash that belongs to the state, the crew or tenants, ${ONLY}.`,
    formula: 'accounts 2200 + 2210 + 2300 + 2500',
    compute: (view) => mapped(standing(bookkeepers(view), OTHERS_CODES), (held) => -held || 0),
  },
  {
    ...kept,
    id: 'deposit-coverage',
    title: 'Bank and cash against restricted cash',
    unit: 'share',
    perEntity: true,
    definition: `How much of the money held for others is there in bank and cash, ${ONLY}; below the whole, some of it was spent.`,
    formula: 'bank and cash ÷ restricted cash',
    compute: (view) => {
      const held = bookkeepers(view);
      return combined(standing(held, CASH_CODES), standing(held, HELD_CODES), (bank, restricted) =>
        orMissing(ratio(bank, -restricted), 'money held for others'),
      );
    },
  },
  {
    ...kept,
    id: 'tracked-gross-burn',
    title: 'Gross burn per month where books are kept',
    perEntity: false,
    definition: `Cash that running the business took out per month, on average of the last three full months, ${ONLY}.`,
    formula: 'operating outflow ÷ months',
    source: BURN_SOURCE,
    compute: (view) => monthly(bookkeepers(view), grossReading(view)),
  },
  {
    ...kept,
    id: 'tracked-net-burn',
    title: 'Net burn per month where books are kept',
    perEntity: false,
    definition: `Gross burn less what customers paid, on average of the last three full months, ${ONLY}; negative when cash grew.`,
    formula: '(operating outflow − customer receipts + refunds paid) ÷ months',
    source: BURN_SOURCE,
    compute: (view) => monthly(bookkeepers(view), netReading(view)),
  },
  {
    ...kept,
    id: 'net-burn-without-deposits',
    title: 'Net burn per month of unrestricted cash',
    perEntity: false,
    definition: `By how much unrestricted cash fell per month over the last three full months, ${ONLY}; negative when it grew. Net burn counts deposits as received; this does not.`,
    formula: '(unrestricted cash before − after + owner money and loans) ÷ months',
    compute: withoutDeposits,
  },
  {
    ...kept,
    id: 'tracked-runway',
    title: 'Runway where books are kept',
    unit: 'months',
    perEntity: false,
    definition: `How long unrestricted cash lasts at the net burn of the last three full months, ${ONLY}; “not burning” when cash grew.`,
    formula: 'unrestricted cash ÷ net burn per month, floored to a tenth',
    compute: (view) => {
      const held = bookkeepers(view);
      return combined(
        free(held),
        monthly(held, netReading(held)),
        (cash, burn) => runwayTenths(cash, burn) ?? NOT_BURNING,
      );
    },
  },
  {
    ...kept,
    id: 'net-burn-last-month',
    title: 'Net burn of the last full month',
    perEntity: false,
    definition: `What the last full month burned, ${ONLY}; negative when cash grew.`,
    formula: 'operating outflow − customer receipts + refunds paid, last full month',
    source: BURN_SOURCE,
    compute: (view) => burned(view, 0),
  },
  {
    ...kept,
    id: 'net-burn-month-before',
    title: 'Net burn of the month before it',
    perEntity: false,
    definition: `What the month before the last full one burned, ${ONLY}; negative when cash grew.`,
    formula: 'operating outflow − customer receipts + refunds paid, the month before',
    source: BURN_SOURCE,
    compute: (view) => burned(view, 1),
  },
  {
    ...kept,
    id: 'net-burn-rise',
    title: 'Rise of net burn from one month to the next',
    perEntity: false,
    definition: 'How much more the last full month burned than the one before it; negative when it burned less.',
    formula: 'net burn of the last full month − net burn of the month before it',
    source: BURN_SOURCE,
    compute: (view) => combined(burned(view, 0), burned(view, 1), (last, before) => last - before),
  },
];
