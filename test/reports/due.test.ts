import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { instant, instantOfMs, localDate, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import { dueSlots, nextDue, nextIssue, owedSlots } from '../../shared/reports/due.ts';
import type { Rhythm } from '../../shared/reports/run.ts';
import { RHYTHMS } from '../../shared/reports/run.ts';
import type { BusinessCalendar } from '../../shared/reports/slots.ts';
import { lastSlot, nextSlot } from '../../shared/reports/slots.ts';
import { anEntity, aPerson, REPORTS as PLANNABLE } from './a-run.ts';

const ZONE = 'America/Los_Angeles' as Zone;
const OPEN: BusinessCalendar = { zone: ZONE, closedDays: new Set() };
const closedOn = (...days: readonly string[]): BusinessCalendar => ({
  zone: ZONE,
  closedDays: new Set(days.map(localDate)),
});
const REPORTS = PLANNABLE.map((report) => (report.id === 'dashboard' ? { ...report, live: true as const } : report));
const BEFORE = { updatedAt: instant('2026-01-01T00:00:00Z') };
const CEO = ['ceo:jada'];
const daily = aPerson('dee', CEO, ['ceo:daily'], BEFORE);
const weekly = aPerson('wes', CEO, ['ceo:weekly'], BEFORE);

function schedule(people: readonly Recipient[], since: string, calendar = OPEN): Schedule {
  return { calendar, since: instant(since), reports: REPORTS, entities: [anEntity('jada')], recipients: people };
}

const keys = (of: Schedule, now: string, made: readonly string[] = []) =>
  dueSlots(of, new Set(made), instant(now)).map((slot) => slot.key);

/**
 * The first business day of 24 months, read off a wall calendar with the federal holidays of opm.gov, and 08:00 in Los
 * Angeles that day: 16:00 UTC in winter, 15:00 in summer (second Sunday of March to first Sunday of November).
 */
const MONTHLY = [
  '2026-01-02T16', // the 1st is New Year's Day
  '2026-02-02T16', // the 1st is a Sunday
  '2026-03-02T16', // the 1st is a Sunday
  '2026-04-01T15',
  '2026-05-01T15',
  '2026-06-01T15',
  '2026-07-01T15',
  '2026-08-03T15', // the 1st is a Saturday
  '2026-09-01T15',
  '2026-10-01T15',
  '2026-11-02T16', // the 1st is a Sunday, the day clocks go back
  '2026-12-01T16',
  '2027-01-04T16', // New Year's Day is a Friday
  '2027-02-01T16',
  '2027-03-01T16',
  '2027-04-01T15',
  '2027-05-03T15', // the 1st is a Saturday
  '2027-06-01T15',
  '2027-07-01T15',
  '2027-08-02T15', // the 1st is a Sunday
  '2027-09-01T15',
  '2027-10-01T15',
  '2027-11-01T15', // clocks go back on the 7th
  '2027-12-01T16',
];

describe('the monthly reports', () => {
  test.each(MONTHLY.map((hour) => [`${hour}:00:00.000Z`]))('fall due at %s and not a second before', (dueAt) => {
    const month = dueAt.slice(0, 7);
    const slot = lastSlot('monthly', dueAt as Instant, OPEN);
    expect(slot).toMatchObject({ key: `monthly.${month}`, dueAt, dueOn: dueAt.slice(0, 10) });
    const second = instantOfMs(Date.parse(dueAt) - 1_000);
    expect(lastSlot('monthly', second, OPEN).key).not.toBe(slot.key);
    expect(nextSlot('monthly', second, OPEN)).toEqual(slot);
  });

  test.each([
    ['2026-12-01T16:00:00Z', '2026-11-01', '2026-12-01'],
    ['2027-01-04T16:00:00Z', '2026-12-01', '2027-01-01'],
    // 05:00 UTC of December 1 is still November 30 in Los Angeles: the last slot is November's, about October.
    ['2026-12-01T05:00:00Z', '2026-10-01', '2026-11-01'],
  ])('at %s cover the month just closed', (now, from, until) => {
    expect(lastSlot('monthly', instant(now), OPEN).period).toEqual({ from, until });
  });

  test('move past days the company keeps closed', () => {
    expect(nextSlot('monthly', instant('2026-11-21T20:00:00Z'), closedOn('2026-12-01', '2026-12-02')).dueOn).toBe(
      '2026-12-03',
    );
  });

  test('keep their name when a closed day is added after they were made', () => {
    const late = schedule([], '2026-11-30T08:00:00Z', closedOn('2026-12-01'));
    expect(keys(late, '2026-12-02T16:00:00Z', ['monthly.2026-12'])).toEqual([]);
  });
});

describe('the weekly reports fall due', () => {
  test.each([
    ['on Monday', '2026-11-23', OPEN, '2026-11-23T16:00:00.000Z'],
    ['on Tuesday when Monday is Labor Day', '2026-09-07', OPEN, '2026-09-08T15:00:00.000Z'],
    ['on the Monday after clocks go forward, an hour earlier in UTC', '2026-03-09', OPEN, '2026-03-09T15:00:00.000Z'],
    ['on the Monday after clocks go back, an hour later in UTC', '2026-11-02', OPEN, '2026-11-02T16:00:00.000Z'],
    [
      'on Wednesday when the two days before are closed',
      '2026-11-23',
      closedOn('2026-11-23', '2026-11-24'),
      '2026-11-25T16:00:00.000Z',
    ],
  ])('%s', (_what, monday, calendar, dueAt) => {
    const slot = nextSlot('weekly', plusMinutes(instant(`${monday}T00:00:00Z`), -600), calendar);
    expect([slot.key, slot.dueAt]).toEqual([`weekly.${monday}`, dueAt]);
  });

  test('not at all in a week without a business day', () => {
    const closed = closedOn('2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27'); // the 26th is Thanksgiving
    expect(nextSlot('weekly', instant('2026-11-21T20:00:00Z'), closed).key).toBe('weekly.2026-11-30');
  });
});

describe('the daily reports fall due', () => {
  test.each([
    ['on a Friday', '2026-11-20T15:59:59Z', OPEN, '2026-11-20T16:00:00.000Z'],
    ['on Monday after a Friday', '2026-11-20T16:00:00Z', OPEN, '2026-11-23T16:00:00.000Z'],
    ['on Friday after Thanksgiving', '2026-11-25T17:00:00Z', OPEN, '2026-11-27T16:00:00.000Z'],
    ['on the Monday after clocks go forward on 2026-03-08', '2026-03-06T17:00:00Z', OPEN, '2026-03-09T15:00:00.000Z'],
    ['on the Monday after clocks go back on 2026-11-01', '2026-10-30T16:00:00Z', OPEN, '2026-11-02T16:00:00.000Z'],
    ['after a closed day', '2026-11-23T17:00:00Z', closedOn('2026-11-24'), '2026-11-25T16:00:00.000Z'],
  ])('%s', (_what, now, calendar, dueAt) => expect(nextSlot('daily', instant(now), calendar).dueAt).toBe(dueAt));
});

describe('what is due', () => {
  test('is the month’s run even when nobody subscribes, and the others only when somebody does', () => {
    // Monday February 1, 2027 is a first business day, a Monday and a business day at once.
    const at = '2027-02-01T16:00:00Z';
    expect(keys(schedule([], '2027-01-31T08:00:00Z'), at)).toEqual(['monthly.2027-02']);
    expect(keys(schedule([daily, weekly], '2027-01-31T08:00:00Z'), at)).toEqual([
      'monthly.2027-02',
      'weekly.2027-02-01',
      'daily.2027-02-01',
    ]);
  });

  test.each<[string, Recipient]>([
    ['suspended', { ...daily, status: 'suspended' }],
    ['without a grant', aPerson('dee', [], ['ceo:daily'], BEFORE)],
    ['granted only what is no longer active', aPerson('dee', ['ceo:old'], ['ceo:daily'], BEFORE)],
    ['subscribed to a report that is not in the catalog', aPerson('dee', ['cto:jada'], ['cto:daily'], BEFORE)],
    [
      'subscribed to a report about one charter',
      aPerson('dee', ['charter-debrief:jada'], ['charter-debrief:daily'], BEFORE),
    ],
    ['subscribed to a page that is always of now', aPerson('dee', ['dashboard:jada'], ['dashboard:daily'], BEFORE)],
    ['subscribed after it fell due', { ...daily, updatedAt: instant('2026-11-23T16:00:01Z') }],
  ])('is no daily run for somebody %s', (_what, person) => {
    expect(keys(schedule([person], '2026-11-23T08:00:00Z'), '2026-11-23T18:00:00Z')).toEqual([]);
  });

  test('is nothing from before the schedule is kept', () => {
    expect(keys(schedule([daily, weekly], '2026-11-21T08:00:00Z'), '2026-11-21T20:00:00Z')).toEqual([]);
  });

  test('is nothing in a company without a business', () => {
    const none = { ...schedule([daily], '2026-11-01T08:00:00Z'), entities: [anEntity('jada', false)] };
    expect(owedSlots(none, instant('2026-12-15T20:00:00Z'))).toEqual([]);
  });

  test('after an outage is every month that was missed, and of weeks and days only the last', () => {
    const back = keys(schedule([daily, weekly], '2026-10-30T07:00:00Z'), '2027-01-16T20:00:00Z', ['monthly.2026-11']);
    expect(back).toEqual(['monthly.2026-12', 'monthly.2027-01', 'weekly.2027-01-11', 'daily.2027-01-15']);
  });
});

const anInstant = (from: string, days: number) =>
  fc.integer({ min: 0, max: days * 1_440 }).map((minutes) => plusMinutes(instant(from), minutes));

describe('laws', () => {
  const people = [daily, weekly, aPerson('mo', CEO, ['ceo:monthly'], BEFORE)];

  test('ticking often or once by the end of a business day makes the same runs, and none twice', () => {
    const day = fc.integer({ min: 0, max: 400 });
    const ticks = fc.array(fc.integer({ min: 0, max: 1_439 }), { maxLength: 12 });
    fc.assert(
      fc.property(day, ticks, (days, minutes) => {
        const midnight = plusMinutes(instant('2026-02-01T08:00:00Z'), days * 1_440);
        const of = { ...schedule(people, '2026-02-01T08:00:00Z'), since: midnight };
        const end = plusMinutes(midnight, 1_439);
        const often = new Set<string>();
        for (const minute of [...minutes.sort((a, b) => a - b), 1_439]) {
          for (const slot of dueSlots(of, often, plusMinutes(midnight, minute))) {
            expect(often.has(slot.key)).toBe(false);
            often.add(slot.key);
          }
        }
        expect([...often].sort()).toEqual(
          owedSlots(of, end)
            .map((slot) => slot.key)
            .sort(),
        );
        expect(dueSlots(of, often, end)).toEqual([]);
      }),
    );
  });

  test('ticking every minute around 08:00 makes each run of the day in the minute it falls due', () => {
    for (const morning of ['2027-02-01T15:30:00Z', '2026-11-02T15:30:00Z', '2026-03-09T14:30:00Z']) {
      const of = { ...schedule(people, morning) };
      const made = new Map<string, Instant>();
      for (let minute = 0; minute < 60; minute += 1) {
        const now = plusMinutes(instant(morning), minute);
        for (const { key } of dueSlots(of, new Set(made.keys()), now)) made.set(key, now);
      }
      expect([...new Set(made.values())]).toEqual([plusMinutes(instant(morning), 30)]);
      expect(made.size).toBe(morning.startsWith('2026-03') ? 2 : 3);
    }
  });

  test('the next slot is after now, the last one is not, and nothing lies between them', () => {
    fc.assert(
      fc.property(anInstant('2026-01-05T00:00:00Z', 900), fc.constantFrom<Rhythm>(...RHYTHMS), (now, rhythm) => {
        const [last, next] = [lastSlot(rhythm, now, OPEN), nextSlot(rhythm, now, OPEN)];
        expect(last.dueAt <= now && now < next.dueAt).toBe(true);
        expect(lastSlot(rhythm, plusMinutes(next.dueAt, -1), OPEN)).toEqual(last);
      }),
    );
  });
});

describe('when somebody gets a report next', () => {
  test('is told for every subscription that will be kept, and for no other', () => {
    const all = aPerson(
      'ada',
      ['ceo:jada', 'charter-debrief:jada', 'dashboard:jada', 'cto:jada'],
      ['ceo:monthly', 'charter-debrief:each-charter', 'dashboard:weekly', 'cto:each-charter'],
    );
    const never = aPerson('bo', CEO, ['ceo:never']);
    const answer = nextDue(
      schedule([weekly, daily, never, all], '2026-11-01T08:00:00Z'),
      instant('2026-11-21T20:00:00Z'),
    );
    expect(answer).toEqual([
      { recipientId: 'rcp_ada', report: 'ceo', cadence: 'monthly', at: '2026-12-01T16:00:00.000Z' },
      { recipientId: 'rcp_ada', report: 'charter-debrief', cadence: 'each-charter' },
      { recipientId: 'rcp_dee', report: 'ceo', cadence: 'daily', at: '2026-11-23T16:00:00.000Z' },
      { recipientId: 'rcp_wes', report: 'ceo', cadence: 'weekly', at: '2026-11-23T16:00:00.000Z' },
    ]);
  });

  test.each([
    [
      'of a charter',
      { kind: 'charter', charterId: 'c', completionSeq: 1, entityId: 'jada' },
      'after the next completed charter',
    ],
    ['asked for by hand', { kind: 'manual', requestKey: 'k', requestedBy: 'u' }, '2026-12-01'],
    [
      'of a week',
      { kind: 'schedule', rhythm: 'weekly', dueOn: localDate('2026-11-16'), dueAt: instant('2026-11-16T16:00:00Z') },
      '2026-11-23',
    ],
  ] as const)('an issue %s says so', (_what, trigger, words) => {
    const ceo = { id: 'ceo', perCharter: 'executive' } as const;
    expect(nextIssue(trigger, ceo, OPEN, instant('2026-11-21T20:00:00Z'))).toBe(words);
  });
});
