import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { entryIn, entryItem } from '../../lambda/stores/entry-items.ts';
import { ageBucket, canonicalText, linesOf } from '../../scripts/bench/records/canonical.ts';
import { csvRows } from '../../scripts/bench/records/csv-records.ts';
import { duckFromCsv, duckFromJson, duckNative, keepForDuck } from '../../scripts/bench/records/duckdb.ts';
import { exportedFigures } from '../../scripts/bench/records/exported.ts';
import { exportedLine, itemInLine } from '../../scripts/bench/records/exported-items.ts';
import { AS_OF, madeEntries } from '../../scripts/bench/records/made-records.ts';
import { naiveFigures } from '../../scripts/bench/records/naive.ts';
import { ourFigures } from '../../scripts/bench/records/ours.ts';
import { mustAgree, saidBy } from '../../scripts/bench/records/said.ts';
import { recordFiles, writeRecords } from '../../scripts/bench/records/written-records.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import { entryLines } from '../../shared/ledger/entry-lines.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { journalEntrySchema } from '../../shared/records/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'scc-records-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, entries: Iterable<JournalEntry>) => {
  const path = join(folder, name);
  writeFileSync(path, entryLines([...entries]));
  return path;
};

describe('the records of the bench', () => {
  test('are the same for the same seed, others for another, and as many as asked for', () => {
    const digest = (count: number, seed: string) => sha256Hex(entryLines([...madeEntries(count, seed)]));
    expect(digest(300, 'a')).toBe(digest(300, 'a'));
    expect(digest(300, 'b')).not.toBe(digest(300, 'a'));
    expect([...madeEntries(301, 'a')]).toHaveLength(301);
    expect([...madeEntries(301, 'a')].slice(0, 300)).toEqual([...madeEntries(300, 'a')]);
  });

  test('are entries as the books keep them, of every kind, each id once', () => {
    const entries = [...madeEntries(3_000, 'a')];
    for (const entry of entries) expect(journalEntrySchema.safeParse(entry).success, entry.id).toBe(true);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3_000);
    expect([...new Set(entries.map(({ template }) => template))].sort()).toEqual([
      'balance_received',
      'bill_received',
      'charter_booked',
      'charter_cancelled',
      'charter_expense',
      'charter_performed',
      'crew_paid',
      'deposit_received',
      'fuel_bought',
      'job_paid',
      'lead_received',
      'overhead_expense',
      'refund_after_performance',
      'refund_paid',
      'tips_paid_out',
    ]);
  });
});

/*
 * Two charters by hand. One booked and sailed in October for $1,000.00, of which $400.00 was paid before and $600.00 is
 * owed since the 1st; $150.00 went to the crew. One booked in October and cancelled, of whose $300.00 deposit $100.00 was
 * kept. $50.00 of advertising for the phone; two new customers through it.
 */
test('the figures of a few entries are those worked out by hand', async () => {
  const path = file('by-hand.jsonl', BY_HAND);
  const expected = [
    'ad-spend phone 5000',
    'aging jada 31-60 60000',
    'bookings 2026-10 jada phone 2',
    'break-even 1', // 5,000 of fixed cost over 85,000 a charter
    'cancellation-income 2026-10 jada phone 10000',
    'cash 2026-10 jada customer-in 70000',
    'cash 2026-10 jada customer-refund-out -20000',
    'cash 2026-10 jada operating-out -20000',
    'charters 2026-10 jada phone 1',
    'cost-of-customer phone 2500',
    'expenses 5010 15000',
    'expenses 6100 5000',
    'income 2026-10 4010 -100000',
    'income 2026-10 4090 -10000',
    'income 2026-10 5010 15000',
    'income 2026-10 6100 5000',
    'new-customers 2026-10 jada phone 2',
    'revenue 2026-10 jada phone 110000',
    'trial 1010 30000',
    'trial 1110 60000',
    'trial 4010 -100000',
    'trial 4090 -10000',
    'trial 5010 15000',
    'trial 6100 5000',
  ];
  expect(
    canonicalText(await ourFigures(path, AS_OF))
      .trim()
      .split('\n'),
  ).toEqual(expected);
  expect(
    canonicalText(await naiveFigures(path, AS_OF))
      .trim()
      .split('\n'),
  ).toEqual(expected);
});

describe('the same records in every form', () => {
  const written = (name: string, count: number, seed: string) => {
    const files = recordFiles(join(folder, name));
    writeRecords(files, count, seed);
    return files;
  };

  test('are the same bytes for the same seed, and others for another', () => {
    const bytes = (name: string, seed: string) =>
      Object.values(written(name, 400, seed)).map((path) => readFileSync(path, 'utf8'));
    const [first, again, other] = [bytes('first', 'a'), bytes('again', 'a'), bytes('other', 'b')];
    expect(again).toEqual(first);
    for (const [at, text] of other.entries()) expect(text === first[at], `form ${at}`).toBe(false);
  });

  test('give the same figures by our pass, by a plain script, and by DuckDB’s SQL, whatever they are read from', async () => {
    const files = written('forms', 3_210, 'agreement');
    const ours = canonicalText(await ourFigures(files.lines, AS_OF));
    expect(ours.split('\n').length).toBeGreaterThan(1_000);
    const own = join(folder, 'own.duckdb');
    await keepForDuck(files.lines, own);
    expect(canonicalText(await exportedFigures(files.exported, AS_OF))).toBe(ours);
    expect(canonicalText(await naiveFigures(files.lines, AS_OF))).toBe(ours);
    expect(canonicalText(await duckFromJson(files.lines, AS_OF))).toBe(ours);
    expect(canonicalText(await duckFromCsv(files.csv, AS_OF))).toBe(ours);
    expect(canonicalText(await duckNative(own, AS_OF))).toBe(ours);
  });
});

test('a row of the table quotes what would end a cell, and counts the parts of its entry', () => {
  const entry = { ...anEntry('A', 'lead_received', '2026-10-01', {}), memo: 'he said "now", then\nleft' };
  expect(csvRows(entry)).toBe(
    'je_A.lead_received,1,jada,lead_received,2026-10-01,chr_A,phone,,,,"he said ""now"", then\nleft",' +
      '2026-11-01T00:00:00.000Z,tests,,,,,,\n',
  );
  const posted = anEntry('A', 'fuel_bought', '2026-10-01', { 1010: -5, 5020: 5 }, [['channels', 'phone.booked', 2]]);
  const parts = csvRows(posted).split('\n').slice(0, -1);
  expect(parts.map((row) => row.split(',').slice(1, 2).concat(row.split(',').slice(13)))).toEqual([
    ['1', '1010', '-5', '', '', '', ''],
    ['2', '5020', '5', '', '', '', ''],
    ['3', '', '', '2026-10', 'channels', 'phone.booked', '2'],
  ]);
});

test('an exported item is written as the database writes it, and comes back whole', () => {
  const item = { pk: 'A', n: -1.5, is: false, held: { '1010': 5 }, list: ['x', 2], none: undefined };
  const line =
    '{"Item":{"pk":{"S":"A"},"n":{"N":"-1.5"},"is":{"BOOL":false},"held":{"M":{"1010":{"N":"5"}}},' +
    '"list":{"L":[{"S":"x"},{"N":"2"}]}}}\n';
  expect(exportedLine(item)).toBe(line);
  expect(itemInLine(line)).toEqual({ pk: 'A', n: -1.5, is: false, held: { '1010': 5 }, list: ['x', 2] });
  expect(() => exportedLine({ pk: null })).toThrow(TypeError);
  for (const entry of madeEntries(50, 'there and back')) {
    const { lines, ...rest } = entryIn(itemInLine(exportedLine(entryItem(entry))));
    expect({ ...rest, lines: [...lines] }).toMatchObject({ id: entry.id, refs: entry.refs, memo: entry.memo });
    expect(new Set(lines.map(({ account, cents }) => `${account} ${cents}`))).toEqual(
      new Set(entry.lines.map(({ account, cents }) => `${account} ${cents}`)),
    );
  }
});

test('a figure of zero is no line, and a statement is read off the others', () => {
  const figures = new Map([
    ['trial 4010', -5],
    ['trial 1010', 5],
    ['income 2026-01 4010', -5],
    ['refunds 2026-01 jada direct', 0],
  ]);
  expect(canonicalText(figures)).toBe('income 2026-01 4010 -5\ntrial 1010 5\ntrial 4010 -5\n');
  expect(linesOf('trial', figures)).toBe('1010 5\n4010 -5\n');
  expect(linesOf('income', figures)).toBe('2026-01 4010 -5\n');
});

test('whoever says otherwise is named with whom they contradict, and a floor contradicts nobody', () => {
  const ours = saidBy(new Map([['trial 1010', 5]]));
  const program = { trial: '1010 6\n' };
  expect(() =>
    mustAgree([
      { name: 'ours', said: ours },
      { name: 'read', said: {} },
      { name: 'it', said: ours },
    ]),
  ).not.toThrow();
  expect(() =>
    mustAgree([
      { name: 'ours', said: ours },
      { name: 'ledger', said: program },
    ]),
  ).toThrow('ledger and ours differ in trial:\n1010 6\n\n1010 5\n');
});

test.each([
  [30, '0-30'],
  [31, '31-60'],
  [60, '31-60'],
  [61, '61-90'],
  [90, '61-90'],
  [91, '91-'],
])('what is owed for %i days stands under %s', (days, bucket) => {
  expect(ageBucket(100, 100 + days)).toBe(bucket);
});

const BY_HAND: readonly JournalEntry[] = [
  ...['A', 'B'].map((name) =>
    anEntry(name, 'charter_booked', '2026-10-01', {}, [
      ['channels', 'phone.booked', 1],
      ['channels', 'phone.new-customers', 1],
    ]),
  ),
  anEntry('A', 'deposit_received', '2026-10-01', { 1010: 40_000, 2100: -40_000 }),
  anEntry('A', 'charter_performed', '2026-10-01', { 1110: 60_000, 2100: 40_000, 4010: -100_000 }, [
    ['channels', 'phone.performed', 1],
    ['channels', 'phone.revenue', 100_000],
    ['margin', 'performed', 1],
    ['margin', 'contribution', 100_000],
  ]),
  anEntry('A', 'crew_paid', '2026-10-02', { 1010: -15_000, 5010: 15_000 }, [['margin', 'contribution', -15_000]]),
  anEntry('B', 'deposit_received', '2026-10-03', { 1010: 30_000, 2100: -30_000 }),
  anEntry('B', 'charter_cancelled', '2026-10-04', { 2100: 30_000, 2400: -20_000, 4090: -10_000 }, [
    ['channels', 'phone.revenue', 10_000],
  ]),
  anEntry('B', 'refund_paid', '2026-10-05', { 1010: -20_000, 2400: 20_000 }),
  anEntry(undefined, 'overhead_expense', '2026-10-06', { 1010: -5_000, 6100: 5_000 }),
];

function anEntry(
  charter: string | undefined,
  template: JournalEntry['template'],
  businessOn: string,
  lines: Readonly<Record<string, number>>,
  tallies: readonly (readonly [group: string, name: string, amount: number])[] = [],
): JournalEntry {
  return {
    id: `je_${charter}.${template}`,
    entityId: 'jada',
    template,
    businessOn,
    memo: `"${template}" – by hand`,
    refs: { channelId: 'phone', ...(charter === undefined ? {} : { charterId: `chr_${charter}` }) },
    lines: Object.entries(lines).map(([account, cents]) => ({ account, cents })),
    tallies: tallies.map(([group, name, amount]) => ({ month: '2026-10', group, name, amount })),
    postedAt: '2026-11-01T00:00:00.000Z',
    postedBy: 'tests',
  } as unknown as JournalEntry;
}
