import { combined, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import { standing } from '../cash.ts';
import type { FactDefinition } from '../fact.ts';
import { breakEvenAt } from '../margin.ts';
import { isoMonths } from '../naming.ts';
import { overWindow, windowOf } from '../readings.ts';
import { revenueReading } from '../revenue.ts';
import { countIn } from '../trips.ts';
import type { FactView } from '../view.ts';

const RECEIVABLE = ['1100', '1110'];
const DAYS_PER_MONTH = 30;

const full = { perEntity: true, kinds: ['charter'], owner: 'CFO', source: 'policy default' } as const;

/** How far the last full month was above or below its break-even, and how long sales wait for their money. */
export const SAFETY_MARGIN_FACTS: readonly FactDefinition[] = [
  {
    ...full,
    id: 'charters-last-full-month',
    title: 'Charters sailed, last full month',
    unit: 'count',
    definition: 'Charters completed in the last full month.',
    formula: 'number of performance entries less those taken back',
    needs: ['balances'],
    compute: (view) => countIn(view, [view.lastFullMonth], 'performed'),
  },
  {
    ...full,
    id: 'break-even-last-full-month',
    title: 'Break-even, last full month',
    unit: 'count',
    definition: 'Charters the last full month needed before it paid for itself, rounded up.',
    formula: 'fixed cost of that month ÷ average contribution of the three months up to it, rounded up',
    needs: ['balances', 'fixed-cost'],
    compute: (view) => breakEvenAt(view, view.lastFullMonth),
  },
  {
    ...full,
    id: 'margin-of-safety',
    title: 'Margin of safety',
    unit: 'share',
    definition:
      'The share of the charters of the last full month that could have been lost before it stopped paying for itself; negative when it did not.',
    formula: '(charters sailed − break-even) ÷ charters sailed, last full month',
    needs: ['balances', 'fixed-cost'],
    compute: (view) =>
      combined(
        countIn(view, [view.lastFullMonth], 'performed'),
        breakEvenAt(view, view.lastFullMonth),
        (sailed, needed) =>
          typeof needed === 'string'
            ? needed
            : (ratio(sailed - needed, sailed) ?? unknown(`a charter sailed in ${isoMonths([view.lastFullMonth])}`)),
      ),
  },
  {
    ...full,
    id: 'days-sales-outstanding',
    title: 'Days until charters are paid',
    unit: 'days',
    definition:
      'How many days of sales guests and platforms still owed when the last full month closed; the books do not mark which sales were on credit, so all charter sales count.',
    formula: 'accounts 1100 + 1110 ÷ revenue of three months × 90 days',
    needs: ['balances'],
    compute: daysSalesOutstanding,
  },
];

function daysSalesOutstanding(view: FactView) {
  const window = windowOf(view, view.lastFullMonth, 3);
  if (window.state === 'unknown') return window;
  const days = window.value.length * DAYS_PER_MONTH;
  return combined(
    standing(view, RECEIVABLE, view.lastFullMonth),
    overWindow(view, view.lastFullMonth, 3, revenueReading(view)),
    (owed, revenue) =>
      revenue > 0 ? dividedRounded(Math.max(0, owed) * days, revenue) : unknown('revenue in the last three months'),
  );
}
