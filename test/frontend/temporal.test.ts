import { readFileSync } from 'node:fs';
import { Temporal as Whole } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Temporal as Small } from '../../frontend/platform/temporal.ts';

const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'UTC',
  'Pacific/Apia',
];

describe("the browser's small calendar agrees with the whole one", () => {
  it.each(ZONES)('on the wall clock at any instant: %s', (zone) => {
    for (let at = Date.UTC(2025, 11, 30); at < Date.UTC(2028, 0, 3); at += 5 * 3_600_000 + 61_000) {
      const whole = Whole.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const small = Small.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(small.toPlainDate().toString()).toBe(whole.toPlainDate().toString());
      expect(small.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(
        whole.toPlainTime().toString({ smallestUnit: 'minute' }),
      );
    }
  });

  it.each(ZONES)('on the instant of any wall clock, skipped and repeated hours included: %s', (zone) => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 30 * 60_000) {
      const wall = new Date(at).toISOString().slice(0, 16);
      const options = { disambiguation: 'compatible' } as const;
      expect(Small.PlainDateTime.from(wall).toZonedDateTime(zone, options).epochMilliseconds).toBe(
        Whole.PlainDateTime.from(wall).toZonedDateTime(zone, options).epochMilliseconds,
      );
    }
  });

  it('is asked nothing it cannot answer', () => {
    const calendar = readFileSync(new URL('../../shared/kernel/calendar.ts', import.meta.url), 'utf8');
    const asked = [...calendar.matchAll(/Temporal\.(\w+)\.(\w+)/g)].map(([, type, method]) => `${type}.${method}`);
    expect([...new Set(asked)].sort()).toEqual(['Instant.fromEpochMilliseconds', 'PlainDateTime.from']);
  });
});
