import type { Measured } from '../../../kernel/measured.ts';
import { combined } from '../../../kernel/measured.ts';
import type { FactDefinition } from '../fact.ts';
import type { FactView } from '../view.ts';
import { BOOKS, offTheBooks } from './kept-books.ts';
import { movedIn } from './statement-facts.ts';
import { incomeOf } from './statement-lines.ts';

const OWED_TO_US = ['1100', '1110', '1150', '1160'];
const OWED_TO_CUSTOMERS = ['2100', '2105', '2110', '2120', '2130', '2400', '2500'];

function customerCash(view: FactView): Measured<number> {
  return offTheBooks(
    view,
    ({ books, entityIds, months }) =>
      books.cash(entityIds, months, 'customer-in') + books.cash(entityIds, months, 'customer-refund-out'),
  );
}

/** Revenue that neither cash, nor what customers owe, nor what they are owed explains. */
function withoutCash(view: FactView): Measured<number> {
  const balances = combined(movedIn(view, OWED_TO_US), movedIn(view, OWED_TO_CUSTOMERS), (a, b) => a + b);
  const explained = combined(customerCash(view), balances, (cash, moved) => cash + moved);
  return combined(incomeOf(view, view.months, 'revenueCents'), explained, (revenue, known) => revenue - known);
}

/** How the cash of a period becomes its revenue; the parts add up to it. */
export const BRIDGE_FACTS: readonly FactDefinition[] = [
  {
    ...BOOKS,
    id: 'bridge-cash',
    title: 'Cash from customers, less refunds',
    definition:
      'What customers and platforms paid in the period, refunds taken off; tips and sales tax taken apart are no part of it.',
    formula: 'cash movements from customers',
    compute: customerCash,
  },
  {
    ...BOOKS,
    id: 'bridge-receivables',
    title: 'Growth of what is owed to us',
    definition: 'Earned and not paid yet, less what was paid for earlier work.',
    formula: 'movement of accounts 1100, 1110, 1150 and 1160',
    compute: (view) => movedIn(view, OWED_TO_US),
  },
  {
    ...BOOKS,
    id: 'bridge-deposits',
    title: 'Deposits used, less deposits taken',
    definition: 'Guest money of earlier periods that was earned or returned, less what came in for later ones.',
    formula: 'movement of deposits, credits, advances and refunds owed',
    compute: (view) => movedIn(view, OWED_TO_CUSTOMERS),
  },
  {
    ...BOOKS,
    id: 'bridge-withheld',
    title: 'Commission kept by platforms, less sales tax',
    definition: 'Revenue the platform keeps as commission before paying out, less sales tax inside what guests paid.',
    formula: 'revenue − the three lines above',
    compute: withoutCash,
  },
  {
    ...BOOKS,
    id: 'bridge-revenue',
    title: 'Recognised revenue where books are kept',
    definition: 'Revenue earned in the period by the businesses that keep books.',
    formula: 'revenue accounts less refunds and allowances',
    compute: (view) => incomeOf(view, view.months, 'revenueCents'),
  },
];
