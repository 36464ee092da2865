import { expect, test } from 'vitest';
import { sampleDeliveries } from '../../scripts/sample/deliveries.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { anEntity, aSnapshot, OCTOBER, ZONE } from '../facts/a-snapshot.ts';

const DAY = { today: '2026-11-21', now: '2026-11-21T20:00:00.000Z', zone: ZONE } as Parameters<
  typeof sampleDeliveries
>[0];
const ENTITY = anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' });
const audit = (jobs: ReturnType<typeof sampleDeliveries>['jobs'], unreadable: readonly 'delivery-job'[] = []) =>
  compose(
    'delivery-audit',
    aSnapshot({ unreadable, records: { entity: [ENTITY], 'delivery-job': jobs } }),
    ['delivery'],
    OCTOBER,
    'Deliveries',
  );

test('has every section its owner asks for', () => {
  expect(audit(sampleDeliveries(DAY).jobs).sections.map(({ id }) => id)).toEqual([
    'summary',
    'findings',
    'actions',
    'board',
    'entitlement',
    'unbilled',
    'margin',
    'cash',
    'crew',
    'leakage',
    'gaps',
    'definitions',
  ]);
});

test('is fit to issue with jobs, without any, and when they cannot be read', () => {
  for (const document of [audit(sampleDeliveries(DAY).jobs), audit([]), audit([], ['delivery-job'])]) {
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
});

test('the causes of leakage add up to the billing gap', () => {
  const leakage = audit(sampleDeliveries(DAY).jobs).sections.find(({ id }) => id === 'leakage');
  const table = leakage?.blocks.find((block) => block.kind === 'table');
  const values = (table?.rows ?? [])
    .map((row) => row[1]!.cell)
    .map((cell) => (cell.kind === 'cents' ? cell.value : -1));
  expect(values.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  expect(table?.totals?.[1]?.cell).toEqual({ kind: 'cents', value: values.reduce((a, b) => a + b, 0) });
});
