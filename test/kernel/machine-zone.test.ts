import { afterAll, expect, test, vi } from 'vitest';

const before = process.env['TZ'];
afterAll(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

/** Minutes the machine's own clock is behind UTC, to be sure that the machine was really moved. */
const MACHINES = [
  ['UTC', 0],
  ['Pacific/Kiritimati', -840],
  ['America/Los_Angeles', 480],
] as const;

test.each(MACHINES)('a machine in %s counts days, hours and holidays as any other', async (machine, behindUtc) => {
  process.env['TZ'] = machine;
  expect(new Date('2026-11-21T20:00:00Z').getTimezoneOffset()).toBe(behindUtc);
  vi.resetModules();
  const calendar = await import('../../shared/kernel/calendar.ts');
  const { firstBusinessDay, federalHolidays } = await import('../../shared/kernel/business-days.ts');
  const { monthToDate, dayCount } = await import('../../shared/kernel/period.ts');
  const { localDate, instant, month } = calendar;
  const zone = 'America/Los_Angeles' as Parameters<typeof calendar.dayIn>[0];

  expect([
    calendar.dayIn(zone, instant('2026-10-01T05:30:00Z')),
    calendar.timeIn(zone, instant('2026-11-01T09:30:00Z')),
    calendar.instantIn(zone, localDate('2026-03-08'), '02:30'),
    calendar.instantIn(zone, localDate('2026-11-01'), '01:30'),
    calendar.plusDays(localDate('2026-03-08'), 1),
    calendar.plusDays(localDate('2024-03-01'), -1),
    calendar.daysBetween(localDate('2026-10-31'), localDate('2026-11-02')),
    calendar.weekday(localDate('2026-11-21')),
    calendar.lastDay(month('2028-02')),
    instant('2026-11-21T12:00:00-08:00'),
    firstBusinessDay(month('2027-01')),
    federalHolidays(2027).size,
    dayCount(monthToDate(localDate('2026-11-21'))),
  ]).toEqual([
    '2026-09-30',
    '01:30',
    '2026-03-08T10:30:00.000Z',
    '2026-11-01T08:30:00.000Z',
    '2026-03-09',
    '2024-02-29',
    2,
    6,
    '2028-02-29',
    '2026-11-21T20:00:00.000Z',
    '2027-01-04',
    12,
    21,
  ]);
});
