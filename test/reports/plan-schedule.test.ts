import { describe, expect, test } from 'vitest';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import { plannedIssues } from '../../shared/reports/plan.ts';
import type { Rhythm, Run } from '../../shared/reports/run.ts';
import { occasionOf } from '../../shared/reports/run.ts';
import { aCharterRun, aManualRun, anEntity, aPerson, TODAY } from './a-run.ts';

const COMPANY = [anEntity('jada'), anEntity('qos')];
const ALL = ['ceo:jada', 'ceo:qos'];
const CATALOG = [
  { id: 'ceo', perCharter: 'executive' },
  { id: 'rental-audit', perCharter: 'never' },
  { id: 'charter-debrief', perCharter: 'debrief' },
  { id: 'dashboard', perCharter: 'never', live: true },
] as const;
const OCTOBER = { from: localDate('2026-10-01'), until: localDate('2026-11-01') };

function aScheduledRun(rhythm: Rhythm, over: Partial<Run> = {}): Run {
  const dueAt = instant('2026-11-20T16:00:00Z');
  return {
    ...aCharterRun(),
    key: `${rhythm}.x`,
    trigger: { kind: 'schedule', rhythm, dueOn: localDate('2026-11-20'), dueAt },
    ...over,
  };
}

const plan = (run: Run, ...people: readonly ReturnType<typeof aPerson>[]) =>
  plannedIssues(run, CATALOG, COMPANY, people, TODAY).map(
    (one) =>
      `${one.report}@${one.scopeName} ${one.period.from}..${one.period.until}: ${one.recipientIds.join(' ') || 'nobody'}`,
  );

describe('a report about one kind of business', () => {
  const run = aScheduledRun('monthly', { requestedPeriod: OCTOBER });
  const catalog = [{ id: 'portfolio', perCharter: 'never', kinds: ['agency'] }] as const;
  const made = (entities: typeof COMPANY, ...people: readonly ReturnType<typeof aPerson>[]) =>
    plannedIssues(run, catalog, entities, people, TODAY).map(
      ({ scopeName, entityIds, recipientIds }) => `${scopeName} ${entityIds.join('+')}: ${recipientIds.join(' ')}`,
    );
  const all = ['portfolio:dc', 'portfolio:jada'];

  test('is made of that kind alone, once, for whoever may see it', () => {
    const agency = { ...anEntity('dc'), kind: 'agency' } as const;
    const people = [
      aPerson('mo', all, ['portfolio:monthly']),
      aPerson('pat', ['portfolio:jada'], ['portfolio:monthly']),
    ];
    expect(made([...COMPANY, agency], ...people)).toEqual(['dc dc: rcp_mo']);
    expect(made([agency])).toEqual(['group dc: ']);
  });

  test('is not made where there is none of that kind, nor of one that is no longer active', () => {
    const closed = { ...anEntity('dc'), kind: 'agency', active: false } as const;
    expect(made(COMPANY, aPerson('mo', all, ['portfolio:monthly']))).toEqual([]);
    expect(made([...COMPANY, closed])).toEqual([]);
  });
});

describe('the run of a month', () => {
  const run = aScheduledRun('monthly', { requestedPeriod: OCTOBER });

  test('makes every report of a period about the month it names, for the group, though nobody subscribes', () => {
    expect(plan(run)).toEqual([
      'ceo@group 2026-10-01..2026-11-01: nobody',
      'rental-audit@group 2026-10-01..2026-11-01: nobody',
    ]);
  });

  test('goes to its subscribers, each with the entities they may see, and to no other cadence', () => {
    const people = [
      aPerson('mo', ALL, ['ceo:monthly']),
      aPerson('pat', ['ceo:qos'], ['ceo:monthly']),
      aPerson('eve', ALL, ['ceo:each-charter']),
      aPerson('wes', ALL, ['ceo:weekly']),
      aPerson('nia', ALL, ['ceo:never']),
      aPerson('sam', ALL, ['ceo:monthly'], { status: 'suspended' }),
      aPerson('tec', ['cto:jada'], ['cto:monthly']), // the catalog has no such report
    ];
    expect(plan(run, ...people).slice(0, 2)).toEqual([
      'ceo@group 2026-10-01..2026-11-01: rcp_mo',
      'ceo@qos 2026-10-01..2026-11-01: rcp_pat',
    ]);
    expect(plan(run, ...people)).toHaveLength(3);
  });
});

describe.each(['weekly', 'daily'] as const)('the %s run', (rhythm) => {
  test('makes only what somebody subscribed to, for the month up to the day it is made', () => {
    const people = [aPerson('pat', ['ceo:qos'], [`ceo:${rhythm}`]), aPerson('mo', ALL, ['ceo:monthly'])];
    expect(plan(aScheduledRun(rhythm), ...people)).toEqual(['ceo@qos 2026-11-01..2026-11-22: rcp_pat']);
    expect(plan(aScheduledRun(rhythm))).toEqual([]);
  });
});

test('a digest that is made in the month after it fell due covers the whole of its own month', () => {
  const late = aScheduledRun('weekly', {
    trigger: {
      kind: 'schedule',
      rhythm: 'weekly',
      dueOn: localDate('2026-10-26'),
      dueAt: instant('2026-10-26T15:00:00Z'),
    },
  });
  expect(plan(late, aPerson('pat', ['ceo:qos'], ['ceo:weekly']))).toEqual(['ceo@qos 2026-10-01..2026-11-01: rcp_pat']);
});

test('somebody with two cadences of one report gets each of them', () => {
  const both = aPerson('ada', ALL, ['ceo:monthly', 'ceo:daily']);
  expect(plan(aScheduledRun('daily'), both)).toEqual(['ceo@group 2026-11-01..2026-11-22: rcp_ada']);
  expect(plan(aScheduledRun('monthly', { requestedPeriod: OCTOBER }), both)[0]).toContain('rcp_ada');
});

test('issues are held against those of the same occasion: a charter, a request, a month, a week, a day', () => {
  const triggers = [
    aCharterRun(),
    aManualRun(),
    aScheduledRun('monthly'),
    aScheduledRun('weekly'),
    aScheduledRun('daily'),
  ];
  expect(triggers.map((run) => occasionOf(run.trigger))).toEqual(['charter', 'manual', 'monthly', 'weekly', 'daily']);
});
