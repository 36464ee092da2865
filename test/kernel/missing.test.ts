import { describe, expect, test } from 'vitest';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { gathered, gatheredBy, joinedMissing, missingFor, namedMonths } from '../../shared/kernel/missing.ts';
import { dayInWords, monthFromWords, monthInWords } from '../../shared/kernel/month-names.ts';

const months = (...all: string[]) => all as Month[];

describe('months in words', () => {
  test('are named, and read back', () => {
    expect(monthInWords('2026-11' as Month)).toBe('Nov 2026');
    expect(dayInWords('2026-02-05' as LocalDate)).toBe('Feb 5, 2026');
    expect(monthFromWords('Nov 2026')).toBe('2026-11');
    for (const other of ['', 'Nov', '2026-11', 'Nov 26', 'Nev 2026', 'Nov 2026 to Dec 2026']) {
      expect(monthFromWords(other)).toBeUndefined();
    }
  });

  test('come as runs, a year’s end in between', () => {
    expect(namedMonths(months('2025-11', '2025-12', '2026-01', '2026-03', '2026-05', '2026-06'))).toBe(
      'Nov 2025 to Jan 2026, Mar 2026, May 2026 to Jun 2026',
    );
  });
});

describe('what is missing', () => {
  test('for several spans of months is told once', () => {
    const [a, b] = [
      missingFor('leads of A', months('2026-01')),
      missingFor('leads of A', months('2026-02', '2026-04')),
    ];
    expect([...joinedMissing([a, b, 'vessels of A']).values()]).toEqual([
      'leads of A for Jan 2026 to Feb 2026, Apr 2026',
      'leads of A for Jan 2026 to Feb 2026, Apr 2026',
      'vessels of A',
    ]);
  });

  test('of several businesses is told once, in the order it was met', () => {
    expect(
      gathered([
        'accounting periods of Agency',
        'plans',
        'accounting periods of Queen of San Diego',
        'targets of Agency for Nov 2026',
        'accounting periods of House',
        'targets of Queen of San Diego for Dec 2026',
        'targets of House for Nov 2026',
        'plans',
      ]),
    ).toEqual([
      'accounting periods of Agency, Queen of San Diego and House',
      'plans',
      'targets of Agency and House for Nov 2026',
      'targets of Queen of San Diego for Dec 2026',
    ]);
  });

  test('in words of another form stays as it is', () => {
    const texts = ['logs of Agency (could not be read: no access)', 'logs of House', 'a scan of the code of House'];
    expect(gathered(texts)).toEqual(texts);
  });

  test('is gathered only where it brings the same', () => {
    expect(
      gatheredBy([
        ['targets of A', ['gap', 'goal']],
        ['plans of C', ['plans']],
        ['targets of B', ['gap', 'goal']],
        ['targets of C', ['gap']],
      ]),
    ).toEqual([
      ['targets of A and B', ['gap', 'goal']],
      ['plans of C', ['plans']],
      ['targets of C', ['gap']],
    ]);
  });
});
