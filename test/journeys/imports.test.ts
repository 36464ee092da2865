import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { importWorld } from '../../lambda/imports/import-world.ts';
import { NOTHING_YET, storeImport } from '../../lambda/imports/store-import.ts';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readHead } from '../../lambda/stores/books-head.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { closedThroughWrite } from '../../lambda/stores/period-store.ts';
import { listRegister, readOpenItems } from '../../lambda/stores/register-store.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import { OPERATOR } from '../../scripts/report/operator.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { BankLineResponse, BankMatchesResponse } from '../../shared/wire/bank.ts';
import type { CheckImportResponse, ImportResponse, ListImportsResponse } from '../../shared/wire/imports.ts';
import { PART_BYTES, PIECE_BYTES } from '../../shared/wire/imports.ts';
import type { MoneyListResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const month = monthOf(today);
const HEAD = 'Date,Vendor,Amount,Category,Paid with';

describe('a spreadsheet of expenses', () => {
  const rows = [
    `${today},Harbor Ice,12.50,Fuel,bank`,
    `${today},Harbor Ice,12.50,Fuel,bank`,
    `${today},Dock,7.00,Fuel,visa`,
  ];

  it('becomes money in the books, posted like money a person records', async () => {
    const before = await moved();
    const done = await imported([HEAD, ...rows].join('\n'), 'expenses');
    expect(done).toMatchObject({ state: 'done', counts: { new: 3, there: 0, differs: 0, leftOut: 0 } });
    // Two boxes of ice for 12.50 from the bank, 7.00 by card: 32.00 of fuel.
    expect(await moved(before)).toEqual({ '1010': -2_500, '2020': -700, '5020': 3_200 });
    const ice = (await money()).filter(({ record }) => record['vendor'] === 'Harbor Ice');
    expect(ice.map(({ record }) => record['source'])).toEqual(['import', 'import']);
  });

  it('imported again, or overlapping, posts nothing twice', async () => {
    const before = await moved();
    expect((await imported([HEAD, ...rows].join('\n'), 'expenses')).counts).toMatchObject({ new: 0, there: 3 });
    const longer = [HEAD, ...rows, `${today},Dock,8.00,Fuel,visa`].join('\n');
    expect((await imported(longer, 'expenses')).counts).toMatchObject({ new: 1, there: 3 });
    expect(await moved(before)).toEqual({ '2020': -800, '5020': 800 });
    const other = [HEAD, rows[2]?.replace('visa', 'cash')].join('\n');
    expect((await imported(other, 'expenses')).counts).toMatchObject({ new: 0, there: 0, differs: 1 });
    expect(await moved(before)).toEqual({ '2020': -800, '5020': 800 });
  });

  it('with one bad row is refused whole, the cell quoted, until that row is left out', async () => {
    const before = await moved();
    const text = `${HEAD},Charter\n${today},Rope Shop,5.00,Fuel,bank,\n${today},Rope Shop,6.00,Fuel,bank,chr_nowhere`;
    const id = await sent(text);
    const found = await check(id, 'expenses');
    expect(found.body).toMatchObject({ isClean: false, ready: 1, badRows: 1 });
    expect(found.body.problems).toMatchObject([
      { row: 3, letters: 'F', header: 'Charter', value: 'chr_nowhere', message: 'there is no such charter of jada' },
    ]);
    const refused = await admin.send<ProblemResponse>('POST', `/api/imports/${id}/steps`, {});
    expect(refused.status).toBe(422);
    expect(await moved(before)).toEqual({});
    expect((await check(id, 'expenses', { excluded: [3] })).body).toMatchObject({ isClean: true, leftOut: 1 });
    expect((await stepped(id)).counts).toEqual({ new: 1, there: 0, differs: 0, leftOut: 1 });
    expect(await moved(before)).toEqual({ '1010': -500, '5020': 500 });
  });

  it('that broke off in the middle is finished by importing it again', async () => {
    const before = await moved();
    const text = [HEAD, ...[1, 2, 3].map((n) => `${today},Chandler ${n},${n}.00,Fuel,cash`)].join('\n');
    const { config, tables, log, reporting, reportingDeps } = stack.runtime;
    const { clock, random } = reportingDeps;
    const deps = { config, tables, log, reporting, clock, random };
    const world = await importWorld(deps, { user: OPERATOR, now: clock() }, expenses, 'jada');
    const settings = { wishes: {}, answers: {}, leaveOutBadRows: false, excluded: [] };
    const sheet = await openSheet(bytesInMemory(Buffer.from(text)));
    const start = { throughRow: 0, counts: NOTHING_YET, isDone: false };
    const crash = { isEnough: () => true, progress: () => undefined };
    expect(await storeImport(world, sheet, settings, start, crash)).toMatchObject({ throughRow: 2, isDone: false });
    expect(await moved(before)).toEqual({ '1030': -100, '5020': 100 });
    expect((await imported(text, 'expenses')).counts).toEqual({ new: 2, there: 1, differs: 0, leftOut: 0 });
    expect(await moved(before)).toEqual({ '1030': -600, '5020': 600 });
  });

  it('asks which number is the day, and takes the answer, a column and one value for all rows', async () => {
    const text = `When,Vendor,Amount,Category\n03/04/${Number(today.slice(0, 4)) + 1},Ask,1.00,Fuel`;
    const id = await sent(text);
    const asked = await check(id, 'expenses', { columns: { on: 'When' }, values: { paidFrom: 'cash' } });
    expect(asked.body.questions.map(({ field }) => field)).toEqual(['on']);
    expect(asked.body.isRead).toBe(false);
    const told = { columns: { on: 'When' }, values: { paidFrom: 'cash' }, dateOrders: { on: 'day-first' } };
    expect((await check(id, 'expenses', told)).body).toMatchObject({ isRead: true, ready: 1 });
  });

  it('of more than one part arrives whole, and another file than announced is refused', async () => {
    const long = [HEAD, ...Array.from({ length: 1_500 }, (_, i) => `${today},Vendor ${i},1.00,Fuel,bank`)].join('\n');
    expect(long.length).toBeGreaterThan(PART_BYTES);
    const whole = await sent(long);
    expect((await check(whole, 'expenses')).body).toMatchObject({ isClean: true, ready: 1_500 });
    const half = await sent(long, { parts: 1 });
    expect([(await check(half, 'expenses')).status]).toEqual([422]);
    const other = await sent(`${HEAD}\n`, { digest: 'a'.repeat(64) });
    expect([(await check(other, 'expenses')).status]).toEqual([422]);
  });
});

describe('registers', () => {
  it('take targets, bank lines, leads and customers, once', async () => {
    const targets = 'Month,Metric,Target\n2029-05,revenue,"42,000.00"\n2029-05,charters,24';
    expect((await imported(targets, 'targets')).counts.new).toBe(2);
    const held = (await listRegister(stack.runtime.tables, 'target', 'jada')).filter((one) => one.month === '2029-05');
    expect(held.map(({ metric, value, source }) => [metric, value, source]).sort()).toEqual([
      ['charters', 24, 'import'],
      ['revenue', 4_200_000, 'import'],
    ]);
    const leads = `Asked on,Name,Channel,Stage,Expected,Probability\n${today} 09:30,Sample Asker,direct,won,900.00,100%`;
    const [channel] = await listRegister(stack.runtime.tables, 'channel', 'company');
    const byName = leads.replace('direct', channel?.name ?? '');
    expect((await imported(byName, 'leads')).counts.new).toBe(1);
    expect((await imported(byName, 'leads')).counts).toMatchObject({ new: 0, there: 1 });
    const lead = (await listRegister(stack.runtime.tables, 'lead', 'jada')).find(({ name }) => name === 'Sample Asker');
    expect([lead?.channelId, lead?.wonOn]).toEqual([channel?.id, undefined]);
    const customers = 'Name,E-mail\nSample Guest,guest.import@example.com';
    expect((await imported(customers, 'customers')).counts.new).toBe(1);
    expect((await imported(customers, 'customers')).counts).toMatchObject({ new: 0, there: 1 });
  });

  it('a target that a person entered already is not entered again beside it', async () => {
    const [target] = await listRegister(stack.runtime.tables, 'target', 'jada');
    const text = `Month,Metric,Target\n${target?.month},${target?.metric},7`;
    const before = (await listRegister(stack.runtime.tables, 'target', 'jada')).length;
    expect((await imported(text, 'targets')).counts).toMatchObject({ new: 0, differs: 1 });
    expect(await listRegister(stack.runtime.tables, 'target', 'jada')).toHaveLength(before);
  });

  it('say by name what cannot be kept yet', async () => {
    const { body } = await admin.get<ListImportsResponse>('/api/imports');
    const not = body.kinds.filter(({ isStored }) => !isStored).map(({ id }) => id);
    expect(not).toEqual(['card-balance', 'stays', 'work-entries', 'day-logs']);
    const refused = await check(await sent('Guest\nSample'), 'stays');
    expect([refused.status, (refused.body as unknown as ProblemResponse).detail]).toEqual([
      422,
      expect.stringContaining('Stays are not yet importable'),
    ]);
  });
});

describe('a closed month', () => {
  it('refuses the row, names the first open day, and writes nothing', async () => {
    const text = `${HEAD}\n2001-01-31,Old Dock,5.00,Fuel,bank`;
    const { tables } = stack.runtime;
    const closed = closedThroughWrite(tables, await readHead(tables, 'jada'), '2001-01' as Month);
    await mustCommit(tables, [closed], 'the books moved');
    const found = await check(await sent(text), 'expenses');
    expect(found.body.problems).toMatchObject([
      {
        row: 2,
        letters: 'A',
        value: '2001-01-31',
        message: '2001-01 is closed in the books of jada; record it on 2001-02-01 or later',
      },
    ]);
    const line = 'Account,Date,Description,Amount\nchecking,2001-01-31,OLD DOCK,-5.00';
    expect((await check(await sent(line), 'bank-lines')).body.problems).toMatchObject([
      { row: 2, letters: 'B', value: '2001-01-31', message: expect.stringContaining('open 2001-01 again') },
    ]);
  });
});

describe('bank lines', () => {
  it('are matched with movements on a person’s word, once, and are unexplained again when the money is taken back', async () => {
    await imported(`${HEAD}\n${today},Sail Loft,432.10,Fuel,bank`, 'expenses');
    const lines = `Account,Date,Description,Amount\nchecking,${today},SAIL LOFT SAN DIEGO,-432.10\nchecking,${today},UNKNOWN,-1.23`;
    expect((await imported(lines, 'bank-lines')).counts.new).toBe(2);
    const { line, suggestions } = await ofMemo('SAIL LOFT SAN DIEGO');
    expect(suggestions.map(({ grade, centsApart }) => [grade, centsApart])).toEqual([['certain', 0]]);
    const entryId = suggestions[0]?.movement.entryId;
    const path = `/api/bank/jada/${line.id}/match`;
    const match = { version: 1, entryId, on: today };
    expect((await admin.send('POST', path, match)).status).toBe(200);
    expect((await admin.send('POST', path, match)).status).toBe(409);
    expect(await openMemos()).not.toContain('SAIL LOFT SAN DIEGO');
    const other = await ofMemo('UNKNOWN');
    const taken = await admin.send('POST', `/api/bank/jada/${other.line.id}/match`, match);
    expect(taken.status).toBe(409);

    const paid = (await money()).find(({ record }) => record['vendor'] === 'Sail Loft');
    const withdrawn = await admin.send('POST', '/api/money/expense/corrections', {
      requestKey: 'sail-loft-wrong',
      of: { id: String(paid?.record['id']), entityId: 'jada', on: today },
      reason: 'not ours',
    });
    expect(withdrawn.status).toBe(200);
    expect(await openMemos()).toContain('SAIL LOFT SAN DIEGO');
    expect((await ofMemo('SAIL LOFT SAN DIEGO')).suggestions).toEqual([]);
  });

  it('say what they are matched with by that move alone, and stay as they are while they are matched', async () => {
    await imported(`${HEAD}\n${today},Rigger,55.00,Fuel,bank`, 'expenses');
    await imported(`Account,Date,Description,Amount\nchecking,${today},RIGGER,-55.00`, 'bank-lines');
    const { line, suggestions } = await ofMemo('RIGGER');
    const entryId = suggestions[0]?.movement.entryId ?? '';
    expect(await written({ ...line, matchedEntryId: entryId })).toEqual([400, ['record.matchedEntryId']]);
    expect(await openMemos()).toContain('RIGGER');
    const match = { version: 1, entryId, on: today };
    const { body } = await admin.send<BankLineResponse>('POST', `/api/bank/jada/${line.id}/match`, match);
    expect(await written({ ...body.line, cents: cents(-5_600) })).toEqual([400, ['record.cents']]);
    const { matchedEntryId: _was, ...unmatched } = body.line;
    expect(await written(unmatched)).toEqual([400, ['record.matchedEntryId']]);
    expect(await written({ ...body.line, memo: 'RIGGER INC' })).toEqual([200, []]);
    const held = (await listRegister(stack.runtime.tables, 'bank-line', 'jada')).find(({ id }) => id === line.id);
    expect(held).toMatchObject({ cents: -5_500, memo: 'RIGGER INC', matchedEntryId: entryId });
  });

  async function written(line: BankLine) {
    const { id, createdAt: _a, createdBy: _b, updatedAt: _c, version, source: _d, schemaVersion: _e, ...record } = line;
    const path = `/api/register/bank-line/${id}`;
    const { status, body } = await admin.send<Partial<ProblemResponse>>('PUT', path, { version, record });
    return [status, (body.problems ?? []).map(({ field }) => field)];
  }
  async function ofMemo(memo: string) {
    const { body } = await admin.get<BankMatchesResponse>('/api/bank/jada');
    const found = body.lines.find((one) => one.line.memo === memo);
    if (!found) throw new Error(`no unexplained line ${memo}`);
    return found;
  }
  async function openMemos() {
    const { 'bank-line': open = [] } = await readOpenItems(stack.runtime.tables, 'jada');
    return open.map(({ memo }) => memo);
  }
});

describe('who and when', () => {
  it('is told by the history and the audit lines; a captain sees none of it', async () => {
    const { body } = await admin.get<ListImportsResponse>('/api/imports');
    const done = body.imports.filter(({ state }) => state === 'done');
    expect(done[0]).toMatchObject({ kind: 'bank-lines', entityId: 'jada', counts: { new: 1 } });
    expect(done[0]?.createdBy).not.toBe('');
    const lines = await auditLines(stack.runtime.tables, `business.${testClock().slice(0, 7)}`);
    const finished = lines.filter(({ action }) => action === 'import.finish');
    expect(finished).toHaveLength(done.length);
    expect(finished.at(-1)?.data).toMatchObject({ digest: done[0]?.digest, new: 1 });
    const captain = await signedIn(stack, 'captain@example.com');
    expect((await captain.get('/api/imports')).status).toBe(403);
  });
});

/** Announces a file and sends it in parts, or the first few of them. */
async function sent(text: string, odd: { readonly parts?: number; readonly digest?: string } = {}): Promise<string> {
  const bytes = Buffer.from(text);
  const digest = odd.digest ?? createHash('sha256').update(bytes).digest('hex');
  const body = { fileName: 'sheet.csv', sizeBytes: bytes.length, digest };
  const { id } = (await admin.send<ImportResponse>('POST', '/api/imports', body)).body.import;
  const parts = odd.parts ?? Math.ceil(bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part += 1) {
    const of = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    const pieces = [];
    for (let at = 0; at < of.length; at += PIECE_BYTES)
      pieces.push(of.subarray(at, at + PIECE_BYTES).toString('base64'));
    const put = await admin.send('PUT', `/api/imports/${id}/parts/${part}`, { pieces });
    expect(put.status).toBe(200);
  }
  return id;
}

function check(id: string, kind: string, changed: object = {}) {
  const said = { columns: {}, values: {}, dateOrders: {}, leaveOutBadRows: false, excluded: [] };
  const body = { kind, entityId: 'jada', ...said, ...changed };
  return admin.send<CheckImportResponse>('POST', `/api/imports/${id}/check`, body);
}

async function stepped(id: string) {
  for (let step = 0; step < 20; step += 1) {
    const { status, body } = await admin.send<ImportResponse>('POST', `/api/imports/${id}/steps`, {});
    expect(status).toBe(200);
    if (body.import.state === 'done') return body.import;
  }
  throw new Error('the import did not come to its end');
}

async function imported(text: string, kind: string) {
  const id = await sent(text);
  expect((await check(id, kind)).body).toMatchObject({ problems: [], isClean: true });
  return stepped(id);
}

async function money() {
  const { money } = (await admin.get<MoneyListResponse>(`/api/money?entityId=jada&month=${month}`)).body;
  return money.map(({ record }) => ({ record: record as unknown as Readonly<Record<string, unknown>> }));
}

/** What the month moved on each account, less what it had moved before; accounts that did not move are left out. */
async function moved(before: Readonly<Record<string, number>> = {}): Promise<Record<string, number>> {
  const books = booksOf(await readBalances(stack.runtime.tables, 'jada'));
  const codes = books.codesThrough(['jada'], '2099-12' as Month);
  const now = codes.map((code) => [code, books.account(['jada'], [month], code) - (before[code] ?? 0)] as const);
  return Object.fromEntries(now.filter(([, cents]) => cents !== 0));
}
