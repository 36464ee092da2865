import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { federalHolidays } from '../../shared/kernel/business-days.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import { dueSlots } from '../../shared/reports/due.ts';
import type { BusinessCalendar } from '../../shared/reports/slots.ts';
import { slotsBetween } from '../../shared/reports/slots.ts';
import { anEntity, aPerson, REPORTS } from './a-run.ts';

/**
 * Sixty months of due dates, 2026 to 2030, by another way than the product's: every day of five years is looked at by
 * itself. A holiday on a Monday or Thursday is told by where in its month it may lie; one on a date by the weekday.
 */

const OPEN: BusinessCalendar = { zone: 'America/Los_Angeles' as Zone, closedDays: new Set() };
const FROM = instant('2026-01-01T08:00:00Z');
const UNTIL = instant('2031-01-01T07:59:59Z');

/** When daylight saving begins and ends in California, off a calendar. */
const SUMMERS = [
  ['2026-03-08', '2026-11-01'],
  ['2027-03-14', '2027-11-07'],
  ['2028-03-12', '2028-11-05'],
  ['2029-03-11', '2029-11-04'],
  ['2030-03-10', '2030-11-03'],
] as const;

/** Federal holidays as observed, as opm.gov lists them. */
const OPM: Readonly<Record<number, readonly string[]>> = {
  2026: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'],
  2027: ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24', '12-31'],
  2028: ['01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25'],
};

/** Month, weekday (1 is Monday) and the week of the month a holiday may lie in. */
const BY_WEEKDAY = [
  [1, 1, 15],
  [2, 1, 15],
  [5, 1, 25],
  [9, 1, 1],
  [10, 1, 8],
  [11, 4, 22],
] as const;
const BY_DATE = ['01-01', '06-19', '07-04', '11-11', '12-25'];

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

function isHoliday(time: number): boolean {
  const at = new Date(time);
  const [month, day, weekday] = [at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCDay()];
  if (BY_WEEKDAY.some(([m, w, first]) => m === month && w === weekday && day >= first && day < first + 7)) return true;
  const isDate = (offset: number) => BY_DATE.includes(dayOf(time + offset * 86_400_000).slice(5));
  return isDate(0) || (weekday === 5 && isDate(1)) || (weekday === 1 && isDate(-1));
}

/** Every business day of the five years, with the instant of 08:00 in Los Angeles. */
const BUSINESS_DAYS = Array.from({ length: 1_826 }, (_, i) => Date.UTC(2026, 0, 1) + i * 86_400_000)
  .filter((time) => ![0, 6].includes(new Date(time).getUTCDay()) && !isHoliday(time))
  .map((time) => {
    const day = dayOf(time);
    const isSummer = SUMMERS.some(([from, until]) => day >= from && day < until);
    return { day, time, dueAt: `${day}T${isSummer ? '15' : '16'}:00:00.000Z` };
  });

const firstOf = (nameOf: (one: (typeof BUSINESS_DAYS)[number]) => string) =>
  [...new Map([...BUSINESS_DAYS].reverse().map((one) => [nameOf(one), one.dueAt])).values()].sort();

const dueTimes = (rhythm: 'monthly' | 'weekly' | 'daily') =>
  slotsBetween(rhythm, FROM, UNTIL, OPEN).map(({ dueAt }) => dueAt as string);

describe('due dates from 2026 to 2030', () => {
  test('of every month are those of the independent list', () => {
    const months = firstOf(({ day }) => day.slice(0, 7));
    expect(months).toHaveLength(60);
    expect(dueTimes('monthly')).toEqual(months);
  });

  test('of every week are the first business day of it', () => {
    // Monday, January 5, 1970 began a week; the week of December 29, 2025 began before the list does.
    const weeks = firstOf(({ time }) => String(Math.floor((time / 86_400_000 + 3) / 7)));
    expect(weeks.length).toBe(262);
    expect(dueTimes('weekly')).toEqual(weeks.slice(1));
  });

  test('of every day are the business days', () => {
    expect(dueTimes('daily')).toEqual(BUSINESS_DAYS.map(({ dueAt }) => dueAt));
  });

  test.each(Object.entries(OPM))('leave out the holidays of %s as they are published', (year, days) => {
    expect([...federalHolidays(Number(year))].sort()).toEqual(days.map((day) => `${year}-${day}`));
    const none = new Set(days.map((day) => `${year}-${day}`));
    expect(dueTimes('daily').filter((dueAt) => none.has(dueAt.slice(0, 10)))).toEqual([]);
  });

  test.each(SUMMERS.slice(0, 3).flat())(
    'hold on the two business days before and after %s, when clocks change',
    (sunday) => {
      const around = dueTimes('daily').filter(
        (dueAt) => Math.abs(Date.parse(dueAt) - Date.parse(sunday)) < 3 * 86_400_000,
      );
      const hours = around.map((dueAt) => dueAt.slice(11, 13));
      expect(hours).toEqual(sunday.includes('-03-') ? ['16', '16', '15', '15'] : ['15', '15', '16', '16']);
    },
  );
});

/** Ticks that come twice, too early or too late, by a clock that jumps an hour either way. */
describe('a clock that jumps', () => {
  const BEFORE = { updatedAt: instant('2026-01-01T00:00:00Z') };
  const schedule: Schedule = {
    calendar: OPEN,
    since: instant('2026-10-01T07:00:00Z'),
    reports: REPORTS,
    entities: [anEntity('jada')],
    recipients: [
      aPerson('dee', ['ceo:jada'], ['ceo:daily'], BEFORE),
      aPerson('wes', ['ceo:jada'], ['ceo:weekly'], BEFORE),
    ],
  };

  test('makes each run once, and none twice or before its time', () => {
    const jumps = fc.array(fc.constantFrom(-60, 0, 0, 60), { minLength: 96, maxLength: 96 });
    const days = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(days, jumps, (day, offsets) => {
        const midnight = plusMinutes(instant('2026-10-20T07:00:00Z'), day * 1_440);
        const of = { ...schedule, since: midnight };
        const made = new Map<string, Instant>();
        for (const [quarter, jump] of offsets.entries()) {
          const now = plusMinutes(midnight, quarter * 15 + jump);
          for (const { key, dueAt } of dueSlots(of, new Set(made.keys()), now)) {
            expect(made.has(key)).toBe(false);
            expect(dueAt <= now).toBe(true);
            made.set(key, now);
          }
        }
        const end = plusMinutes(midnight, 1_439);
        expect(dueSlots(of, new Set(made.keys()), end)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('that stands in the past makes nothing, and one far ahead makes every month once', () => {
    expect(dueSlots(schedule, new Set(), instant('2020-01-01T00:00:00Z'))).toEqual([]);
    const ahead = dueSlots(schedule, new Set(), instant('2030-12-31T20:00:00Z')).filter(
      ({ rhythm }) => rhythm === 'monthly',
    );
    expect(ahead).toHaveLength(51);
    expect(new Set(ahead.map(({ key }) => key)).size).toBe(51);
    expect(ahead[0]?.dueOn).toBe(localDate('2026-10-01'));
  });
});
