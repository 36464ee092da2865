import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant, LocalDate, Month, Zone } from '../../shared/kernel/calendar.ts';
import {
  dayIn,
  daysBetween,
  daysInMonth,
  epochMs,
  firstDay,
  instant,
  instantIn,
  instantOfMs,
  isInstant,
  isLocalDate,
  isLocalTime,
  isMonth,
  isZone,
  lastDay,
  localDate,
  minutesBetween,
  month,
  monthOf,
  monthsThrough,
  plusDays,
  plusMinutes,
  plusMonths,
  plusMs,
  timeIn,
  weekday,
} from '../../shared/kernel/calendar.ts';

const LA = 'America/Los_Angeles' as Zone;
const KIRITIMATI = 'Pacific/Kiritimati' as Zone;
const day = (text: string) => localDate(text);
const at = (text: string) => instant(text);

describe('a day', () => {
  test.each(['2026-11-21', '2000-01-01', '2100-12-31', '2024-02-29', '2028-02-29', '2000-02-29'])(
    '%s exists',
    (text) => {
      expect(isLocalDate(text)).toBe(true);
      expect(localDate(text)).toBe(text);
    },
  );

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29', // a century without a leap day
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1999-12-31',
    '2101-01-01',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('%j does not', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });
});

test.each(['2026-13', '2026-00', '2026', '2026-1', '1999-12', '2101-01', '2026-11-01', '2026-11\n', ''])(
  '%j is no month',
  (text) => {
    expect(isMonth(text)).toBe(false);
    expect(() => month(text)).toThrow(RangeError);
  },
);

test.each(['24:00', '9:30', '09:60', '09:30:00', '09.30', '', '0930', '09:30\n', '-1:00'])(
  '%j is no time of day',
  (text) => expect(isLocalTime(text)).toBe(false),
);

test.each(['00:00', '09:30', '23:59'])('%s is a time of day', (text) => expect(isLocalTime(text)).toBe(true));

test.each(['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('%s is a zone', (text) =>
  expect(isZone(text)).toBe(true),
);

test.each(['Mars/Olympus', 'PST', 'EST', 'local', '', 'America/', '+08:00', '../etc/passwd', 'America/Los_Angeles\n'])(
  '%j is no zone',
  (text) => expect(isZone(text)).toBe(false),
);

describe('a point in time', () => {
  test.each([
    ['2026-11-21T20:00:00.000Z', '2026-11-21T20:00:00.000Z'],
    ['2026-11-21T20:00Z', '2026-11-21T20:00:00.000Z'],
    ['2026-11-21T12:00:00-08:00', '2026-11-21T20:00:00.000Z'],
    ['2026-11-21T20:00:00.123456789Z', '2026-11-21T20:00:00.123Z'],
    ['2024-02-29T23:59:59.999Z', '2024-02-29T23:59:59.999Z'],
  ])('%s has the one spelling %s', (text, spelled) => expect(instant(text)).toBe(spelled));

  test.each([
    '2026-11-21T20:00:00', // no offset: whose eight in the evening?
    '2026-11-21',
    '2026-02-29T10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-11-21T25:00:00Z',
    '2026-11-21T24:00:00Z', // another day under this day's name
    '2026-11-21T20:60:00Z',
    '2026-11-21T20:00:60Z',
    '2026-11-21T20:00:00+99:99',
    '2026-11-21 20:00:00Z',
    '1999-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '2100-12-31T23:00:00-05:00', // already 2101 in UTC
    '2000-01-01T00:00:00+14:00', // still 1999 in UTC
    'Sat, 21 Nov 2026 20:00:00 GMT',
    '2026-11-21T20:00:00.000Z\n',
    'now',
    '',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instant(text)).toThrow(RangeError);
  });

  test('compares as text because it has one spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800_000, max: 4_102_444_799_999 }), fc.integer({ min: 1 }), (ms, more) => {
        const [earlier, later] = [instantOfMs(ms), plusMs(instantOfMs(ms), more)];
        expect(earlier < later).toBe(true);
        expect(epochMs(earlier)).toBe(ms);
      }),
    );
  });

  test.each([
    ['2026-11-21T20:00:00Z', '2026-11-21T20:00:29.999Z', 0],
    ['2026-11-21T20:00:00Z', '2026-11-21T20:00:30Z', 1],
    ['2026-11-21T20:00:30Z', '2026-11-21T20:00:00Z', -1],
    ['2026-11-21T20:00:29Z', '2026-11-21T20:00:00Z', 0],
    ['2026-03-08T09:59:00Z', '2026-03-08T10:01:00Z', 2], // over the hour that Los Angeles skips
  ])('from %s to %s are %d whole minutes', (from, to, minutes) =>
    expect(minutesBetween(at(from), at(to))).toBe(minutes),
  );

  test('minutes later and earlier are counted on the clock of the world', () => {
    expect(plusMinutes(at('2026-12-31T23:59:30Z'), 1)).toBe('2027-01-01T00:00:30.000Z');
    expect(plusMinutes(at('2024-03-01T00:00:00Z'), -1)).toBe('2024-02-29T23:59:00.000Z');
  });
});

describe('the business day is the day in the zone, not in UTC', () => {
  test.each([
    ['2026-10-01T05:30:00Z', '2026-09-30', '22:30'],
    ['2026-11-21T00:00:00Z', '2026-11-20', '16:00'], // midnight UTC
    ['2026-07-01T00:00:00Z', '2026-06-30', '17:00'],
    ['2026-12-01T05:00:00Z', '2026-11-30', '21:00'],
    ['2026-11-01T06:30:00Z', '2026-10-31', '23:30'],
    ['2026-11-21T07:59:59.999Z', '2026-11-20', '23:59'],
    ['2026-11-21T08:00:00Z', '2026-11-21', '00:00'],
    ['2024-03-01T07:59:00Z', '2024-02-29', '23:59'],
    ['2027-01-01T07:00:00Z', '2026-12-31', '23:00'],
  ])('at %s it is %s, %s in Los Angeles', (text, expected, time) => {
    expect(dayIn(LA, at(text))).toBe(expected);
    expect(timeIn(LA, at(text))).toBe(time);
  });

  test('fourteen hours ahead of UTC it is tomorrow already', () => {
    expect(dayIn(KIRITIMATI, at('2026-11-20T10:00:00Z'))).toBe('2026-11-21');
    expect(instantIn(KIRITIMATI, day('2026-11-21'), '00:00')).toBe('2026-11-20T10:00:00.000Z');
  });
});

describe('a wall-clock time in Los Angeles', () => {
  test.each([
    ['2026-03-08', '01:59', '2026-03-08T09:59:00.000Z'],
    ['2026-03-08', '02:30', '2026-03-08T10:30:00.000Z'], // skipped: moved on by the hour, 03:30 PDT
    ['2026-03-08', '03:00', '2026-03-08T10:00:00.000Z'],
    ['2026-11-01', '00:59', '2026-11-01T07:59:00.000Z'],
    ['2026-11-01', '01:30', '2026-11-01T08:30:00.000Z'], // happens twice: the first, PDT
    ['2026-11-01', '02:00', '2026-11-01T10:00:00.000Z'],
    ['2026-11-21', '12:00', '2026-11-21T20:00:00.000Z'],
    ['2028-02-29', '23:59', '2028-03-01T07:59:00.000Z'],
  ])('%s %s is %s', (on, time, expected) => expect(instantIn(LA, day(on), time)).toBe(expected));

  test('half past one on November 1 is read off both instants it stands for', () => {
    expect(timeIn(LA, at('2026-11-01T08:30:00Z'))).toBe('01:30');
    expect(timeIn(LA, at('2026-11-01T09:30:00Z'))).toBe('01:30');
  });

  test.each([
    ['2026-11', '2026-12', 721],
    ['2026-03', '2026-04', 743],
    ['2026-10', '2026-11', 744],
    ['2028-02', '2028-03', 696],
  ])('%s lasts until %s for %d hours', (from, until, hours) => {
    const start = instantIn(LA, firstDay(month(from)), '00:00');
    expect(minutesBetween(start, instantIn(LA, firstDay(month(until)), '00:00'))).toBe(hours * 60);
  });

  test.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-11-02', 24],
  ])('%s has %d hours', (on, hours) => {
    const next = plusDays(day(on), 1);
    expect(minutesBetween(instantIn(LA, day(on), '00:00'), instantIn(LA, next, '00:00'))).toBe(hours * 60);
  });

  test('reads back as it was written, but in the skipped hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_889 }), fc.integer({ min: 0, max: 1_439 }), (days, minutes) => {
        const on = plusDays(day('2000-01-01'), days);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const found = instantIn(LA, on, time);
        expect(dayIn(LA, found)).toBe(on);
        if (!time.startsWith('02:')) expect(timeIn(LA, found)).toBe(time);
      }),
    );
  });
});

describe('days are counted on the calendar', () => {
  test.each([
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-10-31', 2, '2026-11-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-29', 365, '2025-02-28'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(plusDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  // November 21, 2026 is a Saturday.
  test.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
    ['2028-02-29', 2],
  ])('%s is weekday %d', (on, expected) => expect(weekday(day(on))).toBe(expected));

  test.each([
    ['2026-01', 31],
    ['2026-02', 28],
    ['2024-02', 29],
    ['2028-02', 29],
    ['2100-02', 28],
    ['2000-02', 29],
    ['2026-04', 30],
    ['2026-12', 31],
  ])('%s has %d days, the last of which it names', (of, days) => {
    expect(daysInMonth(month(of))).toBe(days);
    expect(lastDay(month(of))).toBe(`${of}-${days}`);
    expect(monthOf(lastDay(month(of)))).toBe(of);
  });

  test.each([
    ['2026-11', 0, '2026-11'],
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -23, '2024-12'],
    ['2026-11', 26, '2029-01'],
  ])('%s and %d months is %s', (from, months, to) => expect(plusMonths(month(from), months)).toBe(to));

  test('months through another are every one between, in order; none when the second comes first', () => {
    expect(monthsThrough('2026-11' as Month, '2027-02' as Month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsThrough('2026-11' as Month, '2026-11' as Month)).toEqual(['2026-11']);
    expect(monthsThrough('2026-11' as Month, '2026-10' as Month)).toEqual([]);
  });

  test('going and coming back ends where it began', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 800 }), (start, days) => {
        const from: LocalDate = plusDays(day('2000-01-01'), start);
        const to = plusDays(from, days);
        expect(plusDays(to, -days)).toBe(from);
        expect(daysBetween(from, to)).toBe(days);
        expect(weekday(to)).toBe(((weekday(from) - 1 + days) % 7) + 1);
      }),
    );
  });
});

test('an instant is never taken for another because the machine lies elsewhere', () => {
  const spelled: Instant = at('2026-06-15T12:00:00+02:00');
  expect(epochMs(spelled)).toBe(1_781_517_600_000);
});
