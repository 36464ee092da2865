import { expect, test } from 'vitest';
import { compose } from '../../shared/reports/compose.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { textReport } from '../../shared/reports/render/text.ts';
import { aMonth, anEntity, aSnapshot, OCTOBER, valueOn } from './a-snapshot.ts';

// The agency bills jada $900 in September and $400 in October; jada has paid it $600.
const SNAPSHOT = aSnapshot({
  records: { entity: [anEntity(), anEntity({ id: 'dc', name: 'DangerousCentaur', kind: 'agency' })] },
  balances: [
    aMonth(
      '2026-09',
      { accounts: { '1800': 90_000, '4310': -90_000 }, between: { 'jada.a1800': 90_000, 'jada.a4310': -90_000 } },
      'dc',
    ),
    aMonth('2026-09', {
      accounts: { '2700': -90_000, '6110': 90_000 },
      between: { 'dc.a2700': -90_000, 'dc.a6110': 90_000 },
    }),
    aMonth(
      '2026-10',
      {
        accounts: { '1010': 60_000, '1800': -20_000, '4310': -40_000 },
        between: { 'jada.a1800': -20_000, 'jada.a4310': -40_000 },
      },
      'dc',
    ),
    aMonth('2026-10', {
      accounts: { '1010': -60_000, '2700': 20_000, '6110': 40_000 },
      between: { 'dc.a2700': 20_000, 'dc.a6110': 40_000 },
    }),
  ],
});

test('what two businesses charge and owe each other is told, the charges of the period and the debt at its end', () => {
  const together = factSheet(SNAPSHOT, ['dc', 'jada'], OCTOBER);
  expect(valueOn(together, 'charged-between')).toBe(40_000);
  expect(valueOn(together, 'owed-between')).toBe(70_000);
});

test('one business alone leaves nothing out', () => {
  const alone = factSheet(SNAPSHOT, ['dc'], OCTOBER);
  expect(['charged-between', 'owed-between'].map((id) => valueOn(alone, id))).toEqual([0, 0]);
});

test.each(['accounting', 'cfo'] as const)('the %s report of both says so, that of one does not', (report) => {
  const textOf = (ids: readonly string[]) =>
    textReport(compose(report, SNAPSHOT, ids, OCTOBER, 'Harbor'), { companyName: 'Harbor' })
      .replace(/ \[\d+\]/g, '')
      .replace(/\s+/g, ' ');
  expect(textOf(['dc', 'jada'])).toContain(
    'Left out between the businesses, so that nothing counts twice: charged to each other in the period $400.00, owed to each other at its end $700.00.',
  );
  expect(textOf(['dc'])).not.toContain('Left out between');
});
