import { expect, test } from 'vitest';
import { compose } from '../../shared/reports/compose.ts';
import { anEntity, aSnapshot, NOVEMBER_TO_DATE } from '../facts/a-snapshot.ts';

const belief = (metric: string, low: number, high: number, unit: string) => ({
  id: `blf_${metric}`,
  metric,
  low,
  high,
  unit,
  saidBy: 'CEO',
  saidOn: '2026-10-12',
  entityIds: ['jada'],
});

function linesOf(...beliefs: readonly object[]): readonly string[] | undefined {
  const snapshot = aSnapshot({ records: { entity: [anEntity()], belief: beliefs } });
  const { sections } = compose('ceo', snapshot, ['jada'], NOVEMBER_TO_DATE, 'Harbor');
  const list = sections.find(({ id }) => id === 'beliefs')?.blocks.find((block) => block.kind === 'list');
  return list?.items.map((spans) =>
    spans
      .map((span) => (typeof span === 'string' ? span : 'value' in span.cell ? `{${span.cell.value}}` : '{unknown}'))
      .join(''),
  );
}

test('a count of the report stands beside the one believed, and the words follow the difference', () => {
  expect(linesOf(belief('critical-shortfalls', 99, 99, 'count'))).toEqual([
    expect.stringMatching(/^Critical shortfalls: believed \{99\}; the records say \{\d+\}, less than believed\.$/),
  ]);
  expect(linesOf(belief('missing-kpis', 0, 1, 'count'))).toEqual([
    expect.stringMatching(
      /^Figures not known: believed \{0\} to \{1\}; the records say \{\d+\}, more than believed\.$/,
    ),
  ]);
});

test('what is not known is on no side of a belief, and what no record can show is said to be so', () => {
  expect(linesOf(belief('net-burn', 1, 2, 'cents'))).toEqual([
    'Net burn per month: believed {1} to {2}; the records say {unknown}.',
  ]);
  expect(linesOf(belief('missed-ota-revenue', 4, 4, 'cents'))).toEqual([
    'Platform revenue missed per month: believed {4}; no record can show it.',
  ]);
});

test('without a belief about these businesses there is no such section', () => {
  expect(linesOf()).toBeUndefined();
  expect(linesOf({ ...belief('net-burn', 1, 2, 'cents'), entityIds: ['jada', 'qos'] })).toBeUndefined();
});
