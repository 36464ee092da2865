import { expect, test } from 'vitest';
import { unknown } from '../../shared/kernel/measured.ts';
import type { Fact, FigureOwner } from '../../shared/reports/facts/fact.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { missingSection } from '../../shared/reports/personas/ceo/missing.ts';
import { aSheet } from '../facts/a-snapshot.ts';

function missingFact(id: string, owner: FigureOwner, record: string): Fact {
  const meaning = { id, title: id, unit: 'count', definition: '', formula: '', source: '', needs: [], owner } as const;
  return { key: `${id}@group`, scope: 'group', meaning, measured: unknown(record) };
}

function sheetMissing(...facts: readonly Fact[]): FactSheet {
  return { ...aSheet(), facts };
}

test('what others answer for is counted, not listed', () => {
  const section = missingSection(
    sheetMissing(
      missingFact('equity', 'CEO', 'equity holdings'),
      missingFact('leaks', 'CTO', 'an inventory'),
      missingFact('uptime', 'CTO', 'an inventory'),
      missingFact('cac', 'CMO', 'ad spend'),
    ),
  );
  const [, table, , list] = section.blocks;
  expect(section.count).toBe(1);
  expect(table).toMatchObject({ rows: [[{ cell: { value: 'equity holdings' } }, { cell: { value: 'equity' } }]] });
  expect(list).toMatchObject({
    items: [
      ['CTO: ', { cell: { kind: 'count', value: 2 } }, ' figures.'],
      ['CMO: ', { cell: { kind: 'count', value: 1 } }, ' figure.'],
    ],
  });
});

test('where only others miss something the heading counts nothing', () => {
  const section = missingSection(sheetMissing(missingFact('cac', 'CMO', 'ad spend')));
  expect(section).not.toHaveProperty('count');
  expect(section.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'list']);
});
