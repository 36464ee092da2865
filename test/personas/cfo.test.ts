import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import type { Figure, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { aSnapshot, NOVEMBER_TO_DATE, OCTOBER } from '../facts/a-snapshot.ts';
import { aCompany } from './a-company.ts';

const IDS = ['dc', 'jada', 'qdn', 'qos'];
const cfo = (snapshot = aCompany(), ids: readonly string[] = IDS, period = NOVEMBER_TO_DATE) =>
  compose('cfo', snapshot, ids, period, 'Harbor Group');

test('has every section, in order', () => {
  expect(cfo().sections.map(({ id }) => id)).toEqual([
    'summary',
    'risks',
    'actions',
    'cash',
    'burn',
    'break-even',
    'capital',
    'targets',
    'channels',
    'weeks',
    'receipts',
    'definitions',
  ]);
});

test('is fit to issue from a full company, an empty one, an agency, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const company = aCompany();
  const lacking = RECORD_KINDS.map((kind) => ({ ...company, registers: { ...company.registers, [kind]: gone } }));
  for (const snapshot of [company, { ...company, balances: gone }, { ...company, openCharters: gone }, ...lacking]) {
    const document = cfo(snapshot);
    expect(documentProblems(document)).toEqual([]);
    expect(JSON.stringify(document).match(/NaN|undefined|Infinity|null/)).toBeNull();
  }
  expect(documentProblems(cfo(aSnapshot(), ['jada'], OCTOBER))).toEqual([]);
  expect(documentProblems(cfo(company, ['dc']))).toEqual([]);
});

test('the first section says how long the money lasts, how break-even stands, and what to do first', () => {
  const summary = JSON.stringify(cfo(aCompany(), ['jada', 'qos']).sections[0]);
  expect(summary).toMatch(/The money lasts/);
  expect(summary).toMatch(/break-even: the last full month sailed/);
  expect(summary).toMatch(/Do first: /);
});

test('lists at most ten actions, and its mail stays whole', () => {
  const document = cfo();
  expect(document.sections.find(({ id }) => id === 'actions')?.count).toBeLessThanOrEqual(10);
  const html = renderings(document, { companyName: 'Harbor Group' }).html.body;
  expect(new TextEncoder().encode(html).length).toBeLessThan(90_000);
});

const chartsIn = (document: ReturnType<typeof cfo>, id: string) =>
  document.sections.find((section) => section.id === id)?.blocks.flatMap((b) => (b.kind === 'chart' ? [b.chart] : []));

test('draws cash where it stands and revenue beside its target', () => {
  const document = cfo(aCompany(), ['jada', 'qos']);
  expect(chartsIn(document, 'cash')).toEqual(['cash-and-runway']);
  expect(chartsIn(document, 'targets')).toEqual(['revenue-against-target']);
});

test('fills a short list of actions with what to record, each thing once', () => {
  const actions = cfo().sections.find(({ id }) => id === 'actions')!; // the report has it
  const [list] = actions.blocks.flatMap((block) => (block.kind === 'actions' ? [block.actions] : []));
  expect(list!.length).toBeGreaterThanOrEqual(8); // a company without half of its records
  expect(new Set(list!.map(({ title }) => title)).size).toBe(list!.length);
});

const tableIn = (document: ReportDocument, id: string, caption: RegExp) =>
  document.sections
    .find((section) => section.id === id)!
    .blocks.flatMap((block) => (block.kind === 'table' && caption.test(block.caption) ? [block] : []))[0]!; // the report has it

test('what is held for others adds up to the restricted cash above it', () => {
  const { rows, totals } = tableIn(cfo(aCompany(), ['jada', 'qos']), 'cash', /^Money held for others/);
  const cents = (figure?: Figure) => (figure?.cell.kind === 'cents' ? figure.cell.value : Number.NaN);
  expect(rows.reduce((sum, [, held]) => sum + cents(held), 0)).toBe(cents(totals?.[1]));
});

test('every month to the end of the second quarter after this one is there with its target', () => {
  const targets = cfo(aCompany(), ['jada', 'qos']).sections.find(({ id }) => id === 'targets');
  const months = JSON.stringify(targets).match(/"outlook-target@outlook-(\d{4}-\d\d)"/g) ?? [];
  expect(new Set(months.map((key) => key.slice(-8, -1)))).toEqual(
    new Set(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06']),
  );
});

test('asks for no charters nobody sold, and speaks of money alone where people’s beliefs are told', () => {
  const text = JSON.stringify(cfo(aCompany(), ['jada', 'qos']).sections);
  expect(text).not.toMatch(/charters for the case/);
  expect(text).not.toMatch(/Figures not known: believed/);
});
