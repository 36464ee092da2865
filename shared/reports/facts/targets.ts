import type { LocalDate, Month } from '../../kernel/calendar.ts';
import { daysInMonth, firstDay, lastDay, monthOf, plusDays } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { target, unknown } from '../../kernel/measured.ts';
import { missingFor } from '../../kernel/missing.ts';
import { dividedRounded, ratio } from '../../kernel/money.ts';
import { dayCount, monthsOf } from '../../kernel/period.ts';
import type { Target } from '../../records/money.ts';
import type { FactDefinition } from './fact.ts';
import { gapToDate, targetGap } from './formulas.ts';
import { against, orMissing } from './known-when.ts';
import { isoMonths, nameOf, namesOf } from './naming.ts';
import { oncePerView } from './once-per-view.ts';
import { unreadable } from './readings.ts';
import { revenueIn } from './revenue.ts';
import type { FactView } from './view.ts';
import { isExpected } from './view.ts';

const OWNERS = 'targets the owner entered';

/** What some months are meant to bring in all. Unknown as soon as one entity in business has no target for one of them. */
export function targetIn(view: FactView, months: readonly Month[], metric: Target['metric']): Measured<number> {
  const source = view.registers.target;
  if (source.state === 'unreadable') return unreadable('targets', source.because);
  const held = latestTargets(view, metric);
  const gaps = view.entityIds.flatMap((id) => {
    const missing = months.filter((month) => isExpected(view, id, month) && !held.has(`${id} ${month}`));
    return missing.length === 0 ? [] : [missingFor(`${metric} target of ${nameOf(view, id)}`, missing)];
  });
  if (gaps.length > 0) return unknown(...gaps);
  const wanted = months.flatMap((month) => view.entityIds.map((id) => held.get(`${id} ${month}`) ?? 0));
  const basis = { records: `${metric} targets of ${namesOf(view)}, ${isoMonths(months)}`, asOf: view.today };
  return target(
    wanted.reduce((a, b) => a + b, 0),
    basis,
  );
}

/** What so many days from a day on are meant to bring: each month's target by the share of its days. */
export function targetOfDays(view: FactView, from: LocalDate, days: number): Measured<number> {
  const until = plusDays(from, days);
  const parts = monthsOf({ from, until }).map((month) => {
    const first = firstDay(month) > from ? firstDay(month) : from;
    const last = plusDays(lastDay(month), 1) < until ? plusDays(lastDay(month), 1) : until;
    const share = dayCount({ from: first, until: last });
    return { month, share };
  });
  const whole = targetIn(
    view,
    parts.map(({ month }) => month),
    'revenue',
  ); // names every missing month at once
  if (whole.state === 'unknown') return whole;
  const value = parts.reduce((sum, { month, share }) => {
    const of = targetIn(view, [month], 'revenue');
    return of.state === 'unknown' ? sum : sum + dividedRounded(of.value * share, daysInMonth(month));
  }, 0);
  return { ...whole, value };
}

export const TARGET_FACTS: readonly FactDefinition[] = [
  {
    id: 'revenue-target',
    title: 'Revenue target',
    unit: 'cents',
    perEntity: true,
    definition: 'What the whole months of the period are meant to bring.',
    formula: 'sum of the revenue targets of these months',
    source: OWNERS,
    needs: ['target'],
    compute: (view) => targetIn(view, view.months, 'revenue'),
  },
  {
    id: 'revenue-gap',
    title: 'Gap to the revenue target',
    unit: 'cents',
    perEntity: true,
    definition: 'Recognised revenue less the target of the whole months; negative when short.',
    formula: 'recognised revenue − revenue target',
    source: OWNERS,
    needs: ['balances', 'target'],
    compute: (view) => against(revenueIn(view, view.months), targetIn(view, view.months, 'revenue'), targetGap),
  },
  {
    id: 'revenue-gap-to-date',
    title: 'Gap to the revenue target to date',
    unit: 'cents',
    perEntity: true,
    definition: 'Recognised revenue less the part of the target that the days so far stand for; negative when behind.',
    formula: 'recognised revenue − revenue target × elapsed days ÷ days in the months, the as-of day counted',
    source: OWNERS,
    needs: ['balances', 'target'],
    compute: (view) =>
      against(revenueIn(view, view.months), targetIn(view, view.months, 'revenue'), (actual, aim) =>
        gapToDate(actual, aim, ...elapsed(view)),
      ),
  },
  {
    id: 'revenue-attainment',
    title: 'Revenue target attained',
    unit: 'share',
    perEntity: true,
    definition: 'Recognised revenue as a share of the target of the whole months.',
    formula: 'recognised revenue ÷ revenue target',
    source: OWNERS,
    needs: ['balances', 'target'],
    compute: (view) =>
      against(revenueIn(view, view.months), targetIn(view, view.months, 'revenue'), (actual, aim) =>
        orMissing(ratio(actual, aim), 'a revenue target above zero'),
      ),
  },
];

/** Days of the period so far, the as-of day counted, and days of its months in all. */
function elapsed(view: FactView): [elapsedDays: number, days: number] {
  const soFar = dayCount({ from: view.period.from, until: plusDays(view.asOn, 1) });
  const days = dayCount({ from: view.period.from, until: plusDays(lastDay(monthOf(view.asOn)), 1) });
  return [soFar, days];
}

/** One target per entity and month: the one written last. */
const latestTargets = oncePerView((view, metric: Target['metric']): ReadonlyMap<string, number> => {
  const source = view.registers.target;
  const found = new Map<string, Target>();
  for (const record of source.state === 'read' ? source.records : []) {
    if (record.metric !== metric) continue;
    const key = `${record.entityId} ${record.month}`;
    const held = found.get(key);
    if (held === undefined || isLater(record, held)) found.set(key, record);
  }
  return new Map([...found].map(([key, { value }]) => [key, value]));
});

function isLater(a: Target, b: Target): boolean {
  return a.updatedAt === b.updatedAt ? a.id > b.id : a.updatedAt > b.updatedAt;
}
