import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { Block, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { aSnapshot, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const IDS = ['dc', 'jada', 'qdn', 'qos'];
const accounting = (snapshot: Snapshot, ids = IDS) => compose('accounting', snapshot, ids, OCTOBER, 'Harbor Group');

const tablesIn = ({ sections }: ReportDocument, id: string) =>
  (sections.find((section) => section.id === id)?.blocks ?? []).filter(
    (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table',
  );
const centsOf = (document: ReportDocument, id: string, caption: RegExp) =>
  tablesIn(document, id)
    .filter((table) => caption.test(table.caption))
    .map(({ rows, totals }) => ({
      parts: rows.map((row) => row.at(-1)!.cell).map((cell) => (cell.kind === 'cents' ? cell.value : 0)),
      total: totals?.at(-1)?.cell,
    }));

test('has every section the accountant asks for, findings and actions first', () => {
  expect(accounting(aCompany()).sections.map(({ id }) => id)).toEqual([
    'summary',
    'findings',
    'actions',
    'close',
    'trial-balance',
    'income',
    'balance-sheet',
    'recognition',
    'tax-lines',
    'aging',
    'held',
    'form-1099',
    'papers',
    'gaps',
    'roadmap',
    'definitions',
  ]);
});

test('is fit to issue from a full company, an empty one, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const company = aCompany();
  const lacking = RECORD_KINDS.map((kind) => ({ ...company, registers: { ...company.registers, [kind]: gone } }));
  for (const snapshot of [company, { ...company, balances: gone }, { ...company, openCharters: gone }, ...lacking]) {
    const document = accounting(snapshot);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
  expect(documentProblems(accounting(aSnapshot(), ['jada']))).toEqual([]);
});

test('the parts of every statement add up to its total', () => {
  const document = accounting(aCompany());
  for (const [section, caption] of [
    ['recognition', /cash of the period/],
    ['recognition', /days to the sail date/],
    ['balance-sheet', /Assets/],
    ['trial-balance', /Balances/],
    ['income', /^Revenue/],
    ['balance-sheet', /Equity/],
    ['tax-lines', /Expenses of the year/],
  ] as const) {
    const [table] = centsOf(document, section, caption);
    expect(table?.total).toMatchObject({ kind: 'cents', value: table?.parts.reduce((a, b) => a + b, 0) });
  }
});

test('the headline says in one sentence whether the month is closed and the books balance', () => {
  const words = accounting(aCompany())
    .headline.map((span) => (typeof span === 'string' ? span : '#'))
    .join('');
  expect(words.match(/\./g)).toHaveLength(1);
});

test('an empty business is told what to record, and no amount is made up', () => {
  const document = accounting(aSnapshot(), ['jada']);
  const [gaps] = tablesIn(document, 'gaps');
  expect(gaps?.rows.length).toBeGreaterThan(10);
  const amounts = document.sections
    .filter(({ id }) => !['definitions'].includes(id))
    .flatMap(({ blocks }) => JSON.stringify(blocks).match(/"kind":"cents"/g) ?? []);
  expect(amounts).toEqual([]);
});

test('looks ahead to the end of the next quarter', () => {
  const [roadmap] = tablesIn(accounting(aCompany()), 'roadmap');
  const months = roadmap?.rows.map(([month]) => (month?.cell.kind === 'month' ? month.cell.value : ''));
  expect(months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03']);
});

const textOf = (document: ReportDocument, id: string) =>
  JSON.stringify(document.sections.find((section) => section.id === id)?.blocks ?? []);

test('names what a reader looks for on the balance sheet and does not find', () => {
  const sheet = textOf(accounting(aCompany()), 'balance-sheet');
  expect(sheet).toMatch(/Not on this balance sheet/);
});

test('says once what to record where no contractor is known', () => {
  const told = textOf(accounting(aSnapshot(), ['jada']), 'form-1099');
  expect(told.match(/"kind":"unknown"/g)).toHaveLength(1);
});

test('lists the close steps that are not done, and counts them in the heading', () => {
  const close = accounting(aCompany()).sections.find(({ id }) => id === 'close')!; // the report has it
  const [open] = tablesIn(accounting(aCompany()), 'close');
  expect(close.count).toBe(open?.rows.length ?? 0);
});
