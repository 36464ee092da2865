import { describe, expect, test } from 'vitest';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { WatchedCharter } from '../../shared/reports/watch.ts';
import {
  expectations,
  joinedExpectation,
  longestDoubtMin,
  openExpectation,
  standingOf,
} from '../../shared/reports/watch.ts';
import { aDelivery } from './a-delivery.ts';
import { aCharterRun, aManualRun, anEntity, aPerson, REPORTS } from './a-run.ts';

const BEFORE = { updatedAt: instant('2026-01-01T00:00:00Z') };

function schedule(people: readonly Recipient[], since: string, closed: readonly string[] = []): Schedule {
  return {
    calendar: { zone: 'America/Los_Angeles' as Zone, closedDays: new Set(closed.map(localDate)) },
    since: instant(since),
    reports: REPORTS,
    entities: [anEntity('jada')],
    recipients: people,
  };
}

function charter(over: Partial<WatchedCharter> = {}): WatchedCharter {
  return {
    id: 'chr_1',
    lifecycle: 'completed',
    completionSeq: 1,
    completedAt: instant('2026-11-21T20:00:00Z'),
    ...over,
  };
}

const keys = (of: Schedule, charters: readonly WatchedCharter[], now: string) =>
  expectations(of, charters, instant(now)).map(({ runKey }) => runKey);

/** By wall calendar: the second business day of a month, at 08:00 in Los Angeles, is when its reports must be out. */
describe('a month’s reports should be out', () => {
  test.each([
    ['2026-12-01', '2026-12-02T16:00:00.000Z', []], // Tuesday, then Wednesday
    ['2026-10-30', '2026-11-03T16:00:00.000Z', []], // November 1 is a Sunday: Monday, then Tuesday
    ['2026-12-31', '2027-01-05T16:00:00.000Z', []], // New Year's Day is a Friday: Monday the 4th, then Tuesday
    ['2026-06-30', '2026-07-02T15:00:00.000Z', []], // Wednesday, then Thursday
    ['2026-12-01', '2026-12-03T16:00:00.000Z', ['2026-12-02']], // the second day is kept closed
  ] as const)('kept from %s on, by %s', (since, deadline, closed) => {
    const of = schedule([], `${since}T08:00:00Z`, closed);
    const before = instant(new Date(Date.parse(deadline) - 1).toISOString());
    expect(expectations(of, [], before)).toEqual([]);
    expect(expectations(of, [], instant(deadline)).map((one) => one.deadline)).toEqual([deadline]);
  });

  test('whether or not anybody subscribes, but not in a company without a business', () => {
    const none = { ...schedule([], '2026-11-30T08:00:00Z'), entities: [anEntity('jada', false)] };
    expect(keys(none, [], '2026-12-10T16:00:00Z')).toEqual([]);
  });
});

describe('a week’s and a day’s reports should be out', () => {
  const daily = aPerson('dee', ['ceo:jada'], ['ceo:daily'], BEFORE);
  const weekly = aPerson('wes', ['ceo:jada'], ['ceo:weekly'], BEFORE);

  test('four hours after they fall due, every one of them, where somebody asked for them', () => {
    const of = schedule([daily, weekly], '2026-11-23T08:00:00Z');
    expect(keys(of, [], '2026-11-23T19:59:59Z')).toEqual([]);
    expect(keys(of, [], '2026-11-23T20:00:00Z')).toEqual(['daily.2026-11-23', 'weekly.2026-11-23']);
    expect(keys(of, [], '2026-11-25T20:00:00Z')).toEqual([
      'daily.2026-11-23',
      'weekly.2026-11-23',
      'daily.2026-11-24',
      'daily.2026-11-25',
    ]);
    expect(keys(schedule([], '2026-11-23T08:00:00Z'), [], '2026-11-25T20:00:00Z')).toEqual([]);
  });

  test('not from before the schedule was kept', () => {
    expect(keys(schedule([daily, weekly], '2026-11-23T16:00:01Z'), [], '2026-11-23T23:00:00Z')).toEqual([]);
  });
});

describe('a charter’s reports should be out', () => {
  const of = schedule([], '2026-11-21T08:00:00Z');

  test('two hours after it was completed', () => {
    expect(keys(of, [charter()], '2026-11-21T21:59:59Z')).toEqual([]);
    expect(keys(of, [charter()], '2026-11-21T22:00:00Z')).toEqual(['charter.chr_1.1']);
    expect(keys(of, [charter({ completionSeq: 3, lifecycle: 'closed' })], '2026-11-21T22:00:00Z')).toEqual([
      'charter.chr_1.3',
    ]);
  });

  test.each<[string, Partial<WatchedCharter>]>([
    ['was taken into the books when it was long over', { completedAt: instant('2026-08-01T20:00:00Z') }],
    ['was never completed here', { completionSeq: 0 }],
    ['was reopened', { lifecycle: 'returned' }],
    ['is under way', { lifecycle: 'underway', completionSeq: 0 }],
  ])('never where it %s', (_what, over) => {
    expect(keys(of, [charter(over)], '2026-11-22T22:00:00Z')).toEqual([]);
  });

  test('and the executive ones within two hours of the end of the window they are joined in', () => {
    const until = instant('2026-11-21T20:15:00Z');
    const trigger = {
      ...aCharterRun().trigger,
      joins: { runKey: 'joined.2026-11-21T20-00Z', until },
    } as Run['trigger'];
    expect(joinedExpectation({ trigger })).toEqual({
      runKey: 'joined.2026-11-21T20-00Z',
      occasion: 'charter',
      dueAt: until,
      deadline: '2026-11-21T22:15:00.000Z',
    });
    expect(joinedExpectation(aCharterRun())).toBeUndefined();
  });
});

test('a run of any kind should be over within six hours', () => {
  const createdAt = instant('2026-11-21T20:00:00Z');
  expect(openExpectation({ ...aManualRun(), createdAt })).toMatchObject({
    occasion: 'manual',
    deadline: '2026-11-22T02:00:00.000Z',
  });
});

describe('reports are out', () => {
  const done: Run = { ...aCharterRun(), state: 'complete', completedAt: instant('2026-11-21T20:05:00Z') };
  const issue = { state: 'archived' } as Issue;

  test('when their run is over, every report was made and no mail is held or was refused', () => {
    const out = { state: 'out', at: '2026-11-21T20:05:00.000Z' };
    expect(standingOf({ ...done, issues: [issue] }, [])).toEqual(out);
    for (const state of ['accepted', 'delivered', 'delayed', 'bounced', 'complained'] as const) {
      expect(standingOf(done, [aDelivery({ state })])).toEqual(out);
    }
  });

  test.each<[string, Run | undefined, readonly Delivery[], string]>([
    ['there is no run', undefined, [], 'no run was made'],
    ['nothing was begun', aCharterRun(), [], 'the run is not finished: nothing is known to hold it'],
    [
      'the mails wait',
      { ...aCharterRun(), state: 'snapshotted', waiting: { because: 'the quota is used up', since: done.createdAt } },
      [],
      'the run is not finished: the quota is used up',
    ],
    [
      'a report failed',
      { ...done, state: 'complete-with-problems', issues: [issue, { ...issue, state: 'failed' }] },
      [],
      'of 2 reports 1 could not be made',
    ],
    ['a mail is held', done, [aDelivery({ state: 'held' })], 'of 1 mails 1 did not go out'],
    ['a mail was refused', done, [aDelivery({ state: 'failed' })], 'of 1 mails 1 did not go out'],
  ])('not when %s', (_what, run, deliveries, because) => {
    expect(standingOf(run, deliveries)).toEqual({ state: 'missing', because });
  });
});

test('doubt is as old as the oldest mail nobody can say anything of', () => {
  const now = instant('2026-11-21T21:30:00Z');
  const unknown = (startedAt: string) => aDelivery({ state: 'unknown', startedAt: instant(startedAt) });
  expect(longestDoubtMin([], now)).toBe(0);
  expect(longestDoubtMin([unknown('2026-11-21T21:00:00Z'), unknown('2026-11-21T20:15:00Z')], now)).toBe(75);
  // A clock that was set back an hour.
  expect(longestDoubtMin([unknown('2026-11-21T22:00:00Z')], now)).toBe(0);
});
