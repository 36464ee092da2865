import type { Portfolio } from '../../scripts/sample/portfolio.ts';
import { samplePortfolio } from '../../scripts/sample/portfolio.ts';
import type { SampleDay } from '../../scripts/sample/sample-day.ts';
import type { Instant, LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { instantIn, localDate } from '../../shared/kernel/calendar.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';

export const ZONE = 'America/Los_Angeles' as Zone;
export const SAILING = ['jada', 'qos'];

/** A day at a local time; nine in the morning unless said otherwise. */
export function aDay(today: string, time = '09:00'): SampleDay {
  const day: LocalDate = localDate(today);
  const now: Instant = instantIn(ZONE, day, time);
  return { today: day, now, zone: ZONE };
}

/** Days of every season, at any hour: a leap day, both changes of the clock, the first and the last of a month. */
export const DAYS = [
  ['2026-11-21', '09:00'],
  ['2026-11-01', '00:05'],
  ['2027-01-01', '23:55'],
  ['2027-03-14', '13:30'],
  ['2027-06-30', '07:45'],
  ['2027-09-05', '18:20'],
  ['2028-02-29', '00:00'],
  ['2030-10-10', '21:10'],
] as const;

export const PORTFOLIO: Portfolio = samplePortfolio(aDay('2026-11-21'));

/** The records one register of a portfolio has. */
export function recordsOf<K extends RecordKind>(portfolio: Portfolio, kind: K): RecordOf<K>[] {
  return portfolio.registers.flatMap((held) => (held.kind === kind ? [held.record as RecordOf<K>] : []));
}
