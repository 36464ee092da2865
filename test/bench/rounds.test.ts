import { expect, test } from 'vitest';
import { median, raced } from '../../scripts/bench/rounds.ts';
import { keptLines, ratioRow, sizeRow, tableOf } from '../../scripts/bench/table.ts';

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('runners take turns, and the first round is not counted', async () => {
  const order: string[] = [];
  const runner = (name: string, times: readonly number[]) => {
    let at = -1;
    return {
      name,
      go: async () => {
        order.push(name);
        at += 1;
        return times[at] ?? 0;
      },
    };
  };
  const medians = await raced([runner('a', [900, 1, 3, 2]), runner('b', [900, 10, 30, 20])], 3);
  expect(order.join('')).toBe('abababab');
  expect([...medians]).toEqual([
    ['a', 2],
    ['b', 20],
  ]);
});

test('a target that is missed says so', () => {
  const table = tableOf([ratioRow('M3', 'ours ÷ bare', 1.36, 1.35), sizeRow('M5', 'script', 45_000, 45)]);
  expect(table.split('\n').slice(2)).toEqual([
    '| M3 | ours ÷ bare | 1.36 | ≤ 1.35 | **missed** |',
    '| M5 | script | 45.0 KB | ≤ 45 KB | holds |',
  ]);
});

test('what is not measured anew stays in the results, each metric in its place', () => {
  const page = [
    '# What was measured',
    '',
    tableOf([ratioRow('M3', 'start', 1.3, 1.35), ratioRow('M5', 'figure', 0.4, 0.45)]),
  ].join('\n');
  const kept = keptLines(page, [ratioRow('M3', 'start', 1.2, 1.35)]);
  expect(kept).toEqual(['| M5 | figure | 0.40 | ≤ 0.45 | holds |']);
  const table = tableOf([ratioRow('M3', 'start', 1.2, 1.35), ratioRow('M6', 'reports', 2, 1)], kept);
  expect(table.split('\n').slice(2)).toEqual([
    '| M3 | start | 1.20 | ≤ 1.35 | holds |',
    '| M5 | figure | 0.40 | ≤ 0.45 | holds |',
    '| M6 | reports | 2.00 | ≤ 1.00 | **missed** |',
  ]);
});

test('what was measured of other numbers of records stays, too', () => {
  const page = tableOf([
    ratioRow('M1', '100,000 records: ours ÷ floor', 1.1, 1.5),
    ratioRow('M1', '1,000,000 records: ours ÷ floor', 1.3, 1.35),
    ratioRow('M2', 'dashboard', 0.5, 0.5),
  ]);
  expect(keptLines(page, [ratioRow('M1', '1,000,000 records: ours, peak memory', 1, 2)])).toEqual([
    '| M1 | 100,000 records: ours ÷ floor | 1.10 | ≤ 1.50 | holds |',
    '| M2 | dashboard | 0.50 | ≤ 0.50 | holds |',
  ]);
});
