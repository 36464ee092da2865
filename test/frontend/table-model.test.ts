import { describe, expect, it } from 'vitest';
import { foldOf, isWide, longColumns } from '../../frontend/components/table-model.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { countFigure, monthFigure, textFigure } from '../../shared/reports/document/cells.ts';
import type { Figure } from '../../shared/reports/document/report-document.ts';
import type { TableBlock } from '../../shared/reports/render/figures.ts';

function aTable(rows: readonly (readonly Figure[])[]): TableBlock {
  const columns = (rows[0] ?? []).map((_, at) => ({ heading: `Column ${at}`, align: 'left' as const }));
  return { kind: 'table', caption: 'A table', columns, rows };
}

const rowsOf = (count: number, columns: number, first: (at: number) => Figure) =>
  Array.from({ length: count }, (_, at) => [first(at), ...Array.from({ length: columns - 1 }, () => countFigure(at))]);
const aMonth = (at: number) => monthFigure(`2026-${String(at + 1).padStart(2, '0')}` as Month);
const aName = (at: number) => textFigure(`Name ${at}`);
const shownOf = (table: TableBlock) => table.rows.map((_, at) => at).filter((at) => !foldOf(table)?.isLater(at));

describe('a long table on a phone', () => {
  it('of months shows the last six and offers all twelve', () => {
    const table = aTable(rowsOf(12, 3, aMonth));
    expect(shownOf(table)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(foldOf(table)?.words).toBe('Show all 12 months');
  });

  it('of anything else shows the first six', () => {
    const table = aTable(rowsOf(25, 2, aName));
    expect(shownOf(table)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(foldOf(table)?.words).toBe('Show all 25');
  });

  it('of cards shows four', () => {
    expect(shownOf(aTable(rowsOf(8, 5, aName)))).toEqual([0, 1, 2, 3]);
  });

  it.each([
    [8, 2],
    [6, 4],
    [0, 3],
  ])('of %i rows in %i columns stays whole: two rows are not worth a press', (rows, columns) => {
    expect(foldOf(aTable(rowsOf(rows, columns, aName)))).toBeUndefined();
  });
});

describe('a wide table on a phone', () => {
  const words = textFigure('A sentence of forty-one letters, no more.');

  it('is a card for each row from four columns on', () => {
    expect([2, 3, 4, 7].map((columns) => isWide(aTable(rowsOf(2, columns, aName))))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('of three columns is one where its words are many', () => {
    expect(isWide(aTable([[aName(1), words, countFigure(1)]]))).toBe(true);
    expect(isWide(aTable([[aName(1), words]]))).toBe(false);
  });

  it('has long words stand below their heading in every row, so that a column looks the same all the way down', () => {
    expect([
      ...longColumns(
        aTable([
          [aName(1), words],
          [aName(2), textFigure('Short')],
        ]),
      ),
    ]).toEqual([1]);
  });
});
