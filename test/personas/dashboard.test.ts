import { describe, expect, test } from 'vitest';
import type { Period } from '../../shared/kernel/period.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { KeyFigure } from '../../shared/reports/document/report-document.ts';
import { aSnapshot, NOVEMBER_TO_DATE, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const GROUP = ['dc', 'jada', 'qdn', 'qos'];

function figures(snapshot = aCompany(), ids = GROUP, period: Period = NOVEMBER_TO_DATE): readonly KeyFigure[] {
  const document = compose('dashboard', snapshot, ids, period, 'Harbor Group');
  expect(documentProblems(document)).toEqual([]);
  const [block] = document.sections[0]?.blocks ?? [];
  return block?.kind === 'key-figures' ? block.figures : [];
}

describe('the dashboard', () => {
  test('shows six headline figures, each with what it is held against', () => {
    expect(figures().map((figure) => figure.figure.fact?.split('@')[0])).toEqual([
      expect.stringMatching(/^(recognised|tracked)-revenue$/),
      'performed-charters',
      'performed-charters',
      'confirmed-30-days',
      'booked-charters',
      'average-contribution',
    ]);
    expect(figures().every((figure) => figure.against !== undefined)).toBe(true);
  });

  test('shows the same figures as the CEO report of the same snapshot', () => {
    const ceo = JSON.stringify(compose('ceo', aCompany(), GROUP, NOVEMBER_TO_DATE, 'Harbor Group'));
    for (const { figure } of figures()) expect(ceo).toContain(JSON.stringify(figure.cell));
  });

  test('shows every business beside its own target', () => {
    const document = compose('dashboard', aCompany(), GROUP, NOVEMBER_TO_DATE, 'Harbor Group');
    const table = document.sections.flatMap((section) => section.blocks).find((block) => block.kind === 'table');
    expect(table?.rows.map(([business]) => business?.cell.kind === 'text' && business.cell.value)).toHaveLength(
      GROUP.length,
    );
    expect(table?.rows.flat().filter((figure) => figure.cell.kind === 'cents').length).toBeGreaterThan(3);
  });

  test('does not call a running month short of a goal it still has days for', () => {
    const charters = (period: Period) =>
      figures(aCompany(), ['jada'], period).find((one) => one.label === 'Charters sailed');
    expect(charters(NOVEMBER_TO_DATE)?.state).not.toBe('bad');
    expect(charters(OCTOBER)?.state).not.toBe('neutral');
  });

  test('prints unknown, never zero, where nothing is recorded', () => {
    const cells = figures(aSnapshot(), ['jada']).map((one) => one.figure.cell.kind);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((kind) => kind !== 'unknown')).toEqual([]);
  });
});
