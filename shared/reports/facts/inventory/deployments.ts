import type { Instant } from '../../../kernel/calendar.ts';
import { daysBetween, minutesBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, measured, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { ReadSection, SectionName } from '../../../records/inventory.ts';
import type { FactDefinition } from '../fact.ts';
import { nameOf, namesOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import { basisOf } from './audit-facts.ts';
import { dayOf, sectionOf } from './looks.ts';
import { endOfSupport } from './runtimes.ts';

type Deployment = ReadSection<'deployments'>['items'][number];

const WINDOW_DAYS = 90;
const DORA = 'DORA, the four keys';
const POLICY = 'policy default';

/** The sections of a name that were read; unknown when one entity's was not. */
function read<N extends SectionName>(
  view: FactView,
  name: N,
): Measured<readonly { readonly entityId: string; readonly section: ReadSection<N> }[]> {
  const found = view.entityIds.map((entityId) => ({ entityId, found: sectionOf(view, entityId, name) }));
  const missing = found.flatMap((of) => ('missing' in of.found ? [of.found.missing] : []));
  if (missing.length > 0) return unknown(...missing);
  return measured(
    found.flatMap((of) => ('missing' in of.found ? [] : [{ entityId: of.entityId, section: of.found.section }])),
    basisOf(view, view.entityIds),
  );
}

function recent(view: FactView): Measured<readonly Deployment[]> {
  const all = mapped(read(view, 'deployments'), (sections) => sections.flatMap(({ section }) => section.items));
  return mapped(all, (items) => items.filter(({ at }) => daysBetween(dayOf(view, at), view.today) <= WINDOW_DAYS));
}

/** The middle of a list of spans; the lower of the two middles' mean, rounded. */
function median(view: FactView, what: string, spanOf: (of: Deployment) => readonly [Instant, Instant] | undefined) {
  return combined(recent(view), recent(view), (items) => {
    const spans = items.flatMap((of) => {
      const span = spanOf(of);
      return span === undefined ? [] : [minutesBetween(...span)];
    });
    if (spans.length === 0) return unknown(`${what} of ${namesOf(view)}`);
    const sorted = spans.sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? sorted[half]! : dividedRounded(sorted[half - 1]! + sorted[half]!, 2); // not empty
  });
}

/** Days since the oldest of the days a thing was last tested, one for each entity that has such a thing; words where none has. */
function testAge(
  view: FactView,
  name: 'tables' | 'deployments',
  what: string,
  none: string,
): Measured<number | string> {
  const sections = read(view, name);
  if (sections.state === 'unknown') return sections;
  const asked = sections.value.filter(({ section }) => section.items.length > 0);
  const tested = asked.map(({ entityId, section }) => ({
    entityId,
    on:
      'restoreTestedOn' in section
        ? section.restoreTestedOn
        : 'rollbackTestedOn' in section
          ? section.rollbackTestedOn
          : undefined,
  }));
  const never = tested
    .filter(({ on }) => on === undefined)
    .map(({ entityId }) => `${what} at ${nameOf(view, entityId)}`);
  if (tested.length === 0) return { ...sections, value: none };
  if (never.length > 0) return unknown(...never);
  return {
    ...sections,
    value: Math.max(...tested.map(({ on }) => (on === undefined ? 0 : daysBetween(on, view.today)))),
  };
}

const common = { unit: 'count', perEntity: true, owner: 'CTO', source: DORA, needs: ['inventory'] } as const;

export const DEPLOYMENT_FACTS: readonly FactDefinition[] = [
  {
    ...common,
    id: 'deployments-90-days',
    title: 'Deployments in 90 days',
    definition: 'Deployments of the last 90 days, failed ones included.',
    formula: 'number of deployments',
    compute: (view) => mapped(recent(view), (items) => items.length),
  },
  {
    ...common,
    id: 'lead-time-for-changes',
    title: 'Time from change to release',
    unit: 'minutes',
    definition: 'The median time from a finished change to its deployment, in the last 90 days.',
    formula: 'median of deployed − committed',
    compute: (view) =>
      median(view, 'when the deployed changes were finished, in the inventory', ({ at, committedAt }) =>
        committedAt === undefined ? undefined : [committedAt, at],
      ),
  },
  {
    ...common,
    id: 'change-failure-share',
    title: 'Deployments that failed',
    unit: 'share',
    definition: 'The share of the deployments of the last 90 days that failed or were taken back.',
    formula: '(failed + rolled back) ÷ deployments',
    compute: (view) =>
      combined(recent(view), recent(view), (items) => {
        const bad = items.filter(({ result, rolledBackAt }) => result === 'failed' || rolledBackAt !== undefined);
        return ratio(bad.length, items.length) ?? unknown(`deployments of ${namesOf(view)}`);
      }),
  },
  {
    ...common,
    id: 'time-to-restore',
    title: 'Time to restore',
    unit: 'minutes',
    definition: 'The median time from a deployment to its being taken back, in the last 90 days.',
    formula: 'median of rolled back − deployed',
    compute: (view) => {
      const items = recent(view);
      if (
        items.state !== 'unknown' &&
        items.value.length > 0 &&
        !items.value.some(({ rolledBackAt }) => rolledBackAt)
      ) {
        return { ...items, value: 'nothing had to be taken back' };
      }
      return median(view, 'deployments that were taken back', ({ at, rolledBackAt }) =>
        rolledBackAt === undefined ? undefined : [at, rolledBackAt],
      );
    },
  },
  {
    ...common,
    id: 'rollback-test-age',
    title: 'Time since a rollback was tested',
    unit: 'days',
    definition: 'Days since going back to an earlier version was last tried; of several entities, the longest.',
    formula: 'today − day tested',
    source: POLICY,
    compute: (view) => testAge(view, 'deployments', 'the day a rollback was last tested', 'nothing was deployed'),
  },
  {
    ...common,
    id: 'restore-test-age',
    title: 'Time since a restore was tested',
    unit: 'days',
    definition: 'Days since a backup was last restored on trial; of several entities, the longest.',
    formula: 'today − day tested',
    source: POLICY,
    compute: (view) => testAge(view, 'tables', 'the day a restore was last tested', 'no table to restore'),
  },
  {
    ...common,
    id: 'days-to-runtime-end',
    title: 'Time until the next runtime ends',
    unit: 'days',
    definition: 'Days until the runtime in use whose support ends first has ended; below zero once it has.',
    formula: 'last day of support − today, the lowest',
    source: 'tflint-ruleset-aws, deprecated runtimes, as of 2026-07-31',
    compute: (view) =>
      combined(functions(view), functions(view), (items) => {
        const ends = items.map(({ runtime }) => ({ runtime, on: endOfSupport(runtime) }));
        const open = ends
          .filter(({ on }) => on === undefined)
          .map(({ runtime }) => `the last day of support of runtime ${runtime}`);
        if (open.length > 0) return unknown(...open);
        if (ends.length === 0) return unknown(`a function of ${namesOf(view)}`);
        return Math.min(...ends.map(({ on }) => daysBetween(view.today, on!))); // those without a day were refused above
      }),
  },
  {
    ...common,
    id: 'highest-error-rate',
    title: 'Highest error rate of a function',
    unit: 'share',
    definition: 'The share of calls that failed on the last full day, of the function that failed most.',
    formula: 'failed calls ÷ calls, the highest',
    source: POLICY,
    compute: (view) => highest(view, 'error rates of functions', ({ errorRateBps }) => errorRateBps),
  },
  {
    ...common,
    id: 'slowest-p95',
    title: 'Milliseconds the slowest function takes',
    definition: 'The time within which 95 of 100 calls are answered, of the slowest function.',
    formula: '95th percentile of duration, the highest',
    source: POLICY,
    compute: (view) => highest(view, 'answer times of functions', ({ p95Ms }) => p95Ms),
  },
];

type LambdaFunction = ReadSection<'functions'>['items'][number];

function functions(view: FactView): Measured<readonly LambdaFunction[]> {
  return mapped(read(view, 'functions'), (all) => all.flatMap(({ section }) => section.items));
}

function highest(view: FactView, what: string, read: (of: LambdaFunction) => number | undefined): Measured<number> {
  return combined(functions(view), functions(view), (items) => {
    const values = items.flatMap((of) => read(of) ?? []);
    return values.length === 0 ? unknown(`${what} of ${namesOf(view)}`) : Math.max(...values);
  });
}
