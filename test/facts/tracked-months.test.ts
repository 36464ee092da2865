import { describe, expect, test } from 'vitest';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aMonth, anEntity, aSnapshot, NOVEMBER_TO_DATE } from './a-snapshot.ts';

const target = (entityId: string, value: number) => ({
  id: `tgt_${entityId}`,
  entityId,
  month: '2026-11',
  metric: 'revenue',
  value,
});

function sheetWith(targets: readonly ReturnType<typeof target>[]) {
  const snapshot = aSnapshot({
    records: {
      entity: [
        anEntity(),
        anEntity({ id: 'qos', name: 'Queen' }),
        anEntity({ id: 'dc', name: 'Agency', kind: 'agency' }),
      ],
      target: targets,
    },
    balances: [
      aMonth('2026-11', { accounts: { '1010': 70_000, '4010': -70_000 } }),
      aMonth('2026-11', { accounts: { '1010': 5_000, '4010': -5_000 } }, 'qos'),
    ],
  });
  return factSheet(snapshot, ['dc', 'jada', 'qos'], NOVEMBER_TO_DATE);
}

describe('months of the businesses that can be held against a target', () => {
  test('leave out who has no books and who has no target, on both sides', () => {
    // the agency has a target and no books, the Queen books and no target: only jada is in both figures
    const sheet = sheetWith([target('jada', 90_000), target('dc', 10_000)]);
    expect(sheet.measuredOf('targeted-month-revenue', '2026-11')).toMatchObject({ value: 70_000 });
    expect(sheet.measuredOf('targeted-month-revenue-target', '2026-11')).toMatchObject({ value: 90_000 });
    expect(sheet.measuredOf('month-revenue', '2026-11').state).toBe('unknown');
  });

  test('of cash leave out who began the books later, in every month', () => {
    const cash = (month: string, cents: number, entityId?: string) =>
      aMonth(month, { accounts: { '1010': cents, '3000': -cents } }, entityId);
    const year = ['2025-12', ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)];
    const entity = [
      anEntity({ createdOn: '2024-01-01' }),
      anEntity({ id: 'qos', name: 'Queen', createdOn: '2024-01-01' }),
      anEntity({ id: 'new', name: 'Founded in June', createdOn: '2026-06-01' }),
    ];
    const balances = [
      ...year.map((month) => cash(month, 1_000)),
      cash('2026-11', 500_000, 'qos'), // in business for years, without books until now
      ...year.slice(6).map((month) => cash(month, 20, 'new')),
    ];
    const sheet = factSheet(aSnapshot({ records: { entity }, balances }), ['jada', 'new', 'qos'], NOVEMBER_TO_DATE);
    const steady = (month: string) => sheet.measuredOf('steady-month-unrestricted-cash', month);
    // twelve months of $10.00, and of the one founded in June, six of 20 cents
    expect(steady('2025-12')).toMatchObject({ value: 1_000 });
    expect(steady('2026-11')).toMatchObject({ value: 12 * 1_000 + 6 * 20 });
    expect(sheet.measuredOf('month-unrestricted-cash', '2026-05').state).toBe('unknown');
  });

  test('are unknown where there is no such business, never zero', () => {
    const sheet = sheetWith([target('dc', 10_000)]);
    expect(sheet.measuredOf('targeted-month-revenue', '2026-11').state).toBe('unknown');
    expect(sheet.measuredOf('targeted-month-revenue-target', '2026-10').state).toBe('unknown');
  });
});
