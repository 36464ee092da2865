import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { aMonth, aSnapshot, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const cmo = (snapshot: Snapshot) => compose('cmo', snapshot, ['dc', 'jada', 'qdn', 'qos'], OCTOBER, 'Harbor Group');

test('has every section, in order', () => {
  expect(cmo(aCompany()).sections.map(({ id }) => id)).toEqual([
    'summary',
    'findings',
    'actions',
    'visibility',
    'funnel',
    'economics',
    'campaigns',
    'campaign-return',
    'sequence',
    'search',
    'lists',
    'reviews',
    'freshness',
    'milestones',
    'definitions',
  ]);
});

test('is fit to issue from a company, an empty one, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const company = aCompany();
  const lacking = RECORD_KINDS.map((kind) => ({ ...company, registers: { ...company.registers, [kind]: gone } }));
  for (const snapshot of [company, aSnapshot(), { ...company, balances: gone }, ...lacking]) {
    const document = cmo(snapshot);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
});

test('without marketing records it says what to record, and claims no zero', () => {
  const campaigns = cmo(aCompany()).sections.find(({ id }) => id === 'campaigns');
  expect(campaigns).toMatchObject({ count: 0, blocks: [{ kind: 'paragraph' }] });
  expect(JSON.stringify(campaigns)).toContain('"kind":"unknown"');
});

test('draws revenue by channel above what a channel costs', () => {
  const channel = { name: 'Direct', kind: 'direct_web', feeConfirmed: true };
  const snapshot = aSnapshot({
    balances: ['2026-08', '2026-09', '2026-10'].map((month) =>
      aMonth(month, {
        accounts: { '4010': -200_000 },
        operations: { performed: 1, leads: 2 },
        channels: { 'direct.revenue': 200_000, 'direct.booked': 2, 'direct.performed': 1 },
        margin: { performed: 1, contribution: 100_000, 'direct.performed': 1, 'direct.contribution': 100_000 },
      }),
    ),
    records: { channel: [{ id: 'direct', ...channel }] },
  });
  const economics = compose('cmo', snapshot, ['jada'], OCTOBER, 'Harbor').sections.find(({ id }) => id === 'economics');
  const [chart] = economics!.blocks.filter((block) => block.kind === 'chart'); // the report has the section
  expect(chart).toMatchObject({
    chart: 'revenue-by-channel',
    series: ['Revenue'],
    points: [{ label: { cell: { value: 'Direct' } }, values: [{ cell: { kind: 'cents', value: 600_000 } }] }],
  });
});
