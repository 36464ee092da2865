import { daysBetween, daysInMonth, firstDay, monthOf } from '../../kernel/calendar.ts';
import { combined, mapped, unknown } from '../../kernel/measured.ts';
import type { FactDefinition } from './fact.ts';
import { runRate } from './formulas.ts';
import { assumed } from './known-when.ts';
import { revenueIn } from './revenue.ts';
import type { FactView } from './view.ts';

/** The running month at the pace of its days so far: a second opinion beside what is on the books. */
export const RUN_RATE_FACTS: readonly FactDefinition[] = [
  {
    id: 'run-rate-forecast',
    title: 'Running month at the pace so far',
    unit: 'cents',
    perEntity: true,
    kinds: ['charter'],
    needs: ['balances'],
    owner: 'CFO',
    definition:
      'Charter revenue of the running month if every day brings what the days so far brought on average; not before its fifth day. Charters come in lumps, so what is on the books says more.',
    formula: 'recognised this month × days of the month ÷ days so far, the as-of day counted',
    source: 'policy default: no pace is told before the fifth day',
    compute: atPace,
  },
];

function atPace(view: FactView) {
  const month = monthOf(view.today);
  const days = { elapsed: daysBetween(firstDay(month), view.today) + 1, all: daysInMonth(month) };
  const soFar = revenueIn(view, [month]);
  const pace = combined(
    soFar,
    mapped(soFar, () => days),
    (cents, { elapsed, all }) => {
      return runRate(cents, elapsed, all) ?? unknown('the first five days of the running month');
    },
  );
  return assumed(pace, 'The days to come bring as much as those so far.');
}
