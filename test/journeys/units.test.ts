import { beforeAll, describe, expect, it } from 'vitest';
import { measuredDay } from '../../scripts/bench/database-units/database-units.ts';
import { unitsOf } from '../support/capacity.ts';
import type { DayOfRequests } from '../support/units-of-a-day.ts';
import { requestsOfADay } from '../support/units-of-a-day.ts';

/** The same day in a young company and in one with ten times as much behind it. */
let days: readonly DayOfRequests[];

beforeAll(async () => {
  days = [await requestsOfADay(1_000), await requestsOfADay(10_000)];
}, 300_000);

const units = (of: (day: DayOfRequests) => Parameters<typeof unitsOf>[0], what: 'read' | 'write') =>
  days.map((day) => unitsOf(of(day))[what]);
const isEqual = ([few, many]: readonly number[]) => expect(few).toBe(many);

describe('what a day costs, in a young company and in one with ten times as much behind it', () => {
  it('is measured in companies of such sizes, whose books end as their entries say', () => {
    expect(days.map(({ entries }) => Math.floor(Math.log10(entries)))).toEqual([3, 4]);
    expect(days.map(({ isSound }) => isSound)).toEqual([true, true]);
  });

  it('half a read unit in one request for the dashboard, beside the session', () => {
    for (const { dashboard } of days) {
      const own = dashboard.filter(({ keys }) => keys !== 'SID+USER');
      expect(own.map(({ keys, readUnits, writeUnits }) => [keys, readUnits, writeUnits])).toEqual([
        ['DASHBOARD', 0.5, 0],
      ]);
    }
  });

  it('no more than twenty write units to record a completed charter with its audit line', () => {
    const written = units(({ recording }) => recording, 'write');
    expect(Math.max(...written)).toBeLessThanOrEqual(20);
    isEqual(written);
  });

  it('no more than forty read units for the run a completion starts', () => {
    const read = units(({ completionRun }) => completionRun, 'read');
    expect(Math.max(...read)).toBeLessThanOrEqual(40);
    isEqual(read);
  });

  it('no more than 120 read units for the run of a month', () => {
    const read = units(({ monthlyRun }) => monthlyRun, 'read');
    expect(Math.max(...read)).toBeLessThanOrEqual(120);
    isEqual(read);
  });

  it('the same where the company was read from a table export, as the bench does with a million entries', async () => {
    const { day, kept, scanned } = await measuredDay(1_000);
    const [loaded] = days as [DayOfRequests];
    expect(day.entries).toBe(loaded.entries);
    for (const what of ['dashboard', 'recording', 'completionRun', 'monthlyRun'] as const) {
      expect(unitsOf(day[what]), what).toEqual(unitsOf(loaded[what]));
    }
    expect(kept).toBeLessThan(scanned);
  }, 300_000);
});
