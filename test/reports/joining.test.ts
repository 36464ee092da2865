import { describe, expect, test } from 'vitest';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import { joinedRunKey, windowAt } from '../../shared/reports/joining.ts';
import { plannedIssues } from '../../shared/reports/plan.ts';
import type { Run } from '../../shared/reports/run.ts';
import { aCharterRun, anEntity, aPerson, REPORTS, TODAY } from './a-run.ts';

const ZONE = 'America/Los_Angeles' as Zone;
const INDIA = 'Asia/Kolkata' as Zone;

describe('the window an instant lies in', () => {
  test.each<[string, Zone, number, string, string]>([
    ['2026-11-21T20:07:31.250Z', ZONE, 15, '2026-11-21T20:00:00.000Z', '2026-11-21T20:15:00.000Z'],
    ['2026-11-21T20:15:00.000Z', ZONE, 15, '2026-11-21T20:15:00.000Z', '2026-11-21T20:30:00.000Z'],
    ['2026-11-21T20:14:59.999Z', ZONE, 15, '2026-11-21T20:00:00.000Z', '2026-11-21T20:15:00.000Z'],
    // 01:37 in India: its hours begin at half past in UTC.
    ['2026-11-21T20:07:00.000Z', INDIA, 60, '2026-11-21T19:30:00.000Z', '2026-11-21T20:30:00.000Z'],
    ['2026-11-21T20:07:00.000Z', ZONE, 1_440, '2026-11-21T08:00:00.000Z', '2026-11-22T08:00:00.000Z'],
    // 01:30 happens twice on November 1, 2026: 08:30 UTC and 09:30 UTC.
    ['2026-11-01T08:30:00.000Z', ZONE, 60, '2026-11-01T08:00:00.000Z', '2026-11-01T09:00:00.000Z'],
    ['2026-11-01T09:30:00.000Z', ZONE, 60, '2026-11-01T09:00:00.000Z', '2026-11-01T10:00:00.000Z'],
  ])('%s in %s by %i minutes is %s to %s', (at, zone, minutes, from, until) => {
    expect(windowAt(zone, instant(at), minutes)).toEqual({ from, until });
  });

  test('gives its run a name that two hours of the day clocks go back do not share', () => {
    const names = ['2026-11-01T08:30:00Z', '2026-11-01T09:30:00Z'].map((at) =>
      joinedRunKey(windowAt(ZONE, instant(at), 60)),
    );
    expect(names).toEqual(['joined.2026-11-01T08-00Z', 'joined.2026-11-01T09-00Z']);
  });
});

describe('where completions are joined', () => {
  const entities = [anEntity('jada'), anEntity('qos')];
  const people = [
    aPerson('captain', ['charter-debrief:jada'], ['charter-debrief:each-charter']),
    aPerson('both', ['ceo:jada', 'ceo:qos'], ['ceo:each-charter']),
    aPerson('qos', ['ceo:qos'], ['ceo:each-charter']),
    aPerson('monthly', ['ceo:jada', 'ceo:qos'], ['ceo:monthly']),
  ];
  const until = instant('2026-11-21T20:15:00Z');
  const planned = (run: Run, today = TODAY) =>
    plannedIssues(run, REPORTS, entities, people, today).map(({ report, scopeName, recipientIds }) => [
      report,
      scopeName,
      recipientIds,
    ]);
  const joined = (...entityIds: readonly string[]): Run => ({
    ...aCharterRun(),
    key: 'joined.2026-11-21T20-00Z',
    trigger: { kind: 'joined', from: instant('2026-11-21T20:00:00Z'), until },
    joined: entityIds.map((entityId, i) => ({ charterId: `chr_${i}`, completionSeq: 1, entityId })),
  });

  test('a completion’s own run makes its debrief alone', () => {
    const trigger = {
      ...aCharterRun().trigger,
      joins: { runKey: 'joined.2026-11-21T20-00Z', until },
    } as Run['trigger'];
    expect(planned({ ...aCharterRun(), trigger })).toEqual([['charter-debrief', 'jada', ['rcp_captain']]]);
  });

  test('the joined run makes the executive reports once, for whoever may see one of the businesses', () => {
    expect(planned(joined('jada'))).toEqual([['ceo', 'group', ['rcp_both']]]);
    expect(planned(joined('jada', 'qos', 'jada'))).toEqual([
      ['ceo', 'group', ['rcp_both']],
      ['ceo', 'qos', ['rcp_qos']],
    ]);
  });

  test('the month is that of the completions, when the window ends after midnight of its last day', () => {
    const late = { ...joined('jada'), archivedOn: localDate('2026-11-30') };
    const [issue] = plannedIssues(late, REPORTS, entities, people, localDate('2026-12-01'));
    expect(issue?.period).toEqual({ from: '2026-11-01', until: '2026-12-01' });
  });
});
