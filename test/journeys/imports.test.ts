import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readHead } from '../../lambda/stores/books-head.ts';
import { closedThroughWrite } from '../../lambda/stores/period-store.ts';
import { listRegister } from '../../lambda/stores/register-store.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import type { ListImportsResponse } from '../../shared/wire/imports.ts';
import { PART_BYTES } from '../../shared/wire/imports.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { anImportOffice, EXPENSE_HEAD, TODAY } from '../support/an-import-office.ts';

let stack: TestStack;
let admin: Caller;
const { sent, check, stepped, imported, money, moved } = anImportOffice(
  () => stack,
  () => admin,
);

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

describe('a spreadsheet of expenses', () => {
  const rows = [
    `${TODAY},Harbor Ice,12.50,Fuel,bank`,
    `${TODAY},Harbor Ice,12.50,Fuel,bank`,
    `${TODAY},Dock,7.00,Fuel,visa`,
  ];

  it('becomes money in the books, posted like money a person records', async () => {
    const before = await moved();
    const done = await imported([EXPENSE_HEAD, ...rows].join('\n'), 'expenses');
    expect(done).toMatchObject({ state: 'done', counts: { new: 3, there: 0, differs: 0, leftOut: 0 } });
    // Two boxes of ice for 12.50 from the bank, 7.00 by card: 32.00 of fuel.
    expect(await moved(before)).toEqual({ '1010': -2_500, '2020': -700, '5020': 3_200 });
    const ice = (await money()).filter(({ vendor }) => vendor === 'Harbor Ice');
    expect(ice.map(({ source }) => source)).toEqual(['import', 'import']);
  });

  it('imported again, or overlapping, posts nothing twice', async () => {
    const before = await moved();
    expect((await imported([EXPENSE_HEAD, ...rows].join('\n'), 'expenses')).counts).toMatchObject({ new: 0, there: 3 });
    const longer = [EXPENSE_HEAD, ...rows, `${TODAY},Dock,8.00,Fuel,visa`].join('\n');
    expect((await imported(longer, 'expenses')).counts).toMatchObject({ new: 1, there: 3 });
    expect(await moved(before)).toEqual({ '2020': -800, '5020': 800 });
    const other = [EXPENSE_HEAD, rows[2]?.replace('visa', 'cash')].join('\n');
    expect((await imported(other, 'expenses')).counts).toMatchObject({ new: 0, there: 0, differs: 1 });
    expect(await moved(before)).toEqual({ '2020': -800, '5020': 800 });
  });

  it('with one bad row is refused whole, the cell quoted, until that row is left out', async () => {
    const before = await moved();
    const text = `${EXPENSE_HEAD},Charter\n${TODAY},Rope Shop,5.00,Fuel,bank,\n${TODAY},Rope Shop,6.00,Fuel,bank,chr_nowhere`;
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

  it('asks which number is the day, and takes the answer, a column and one value for all rows', async () => {
    const text = `When,Vendor,Amount,Category\n03/04/${Number(TODAY.slice(0, 4)) + 1},Ask,1.00,Fuel`;
    const id = await sent(text);
    const asked = await check(id, 'expenses', { columns: { on: 'When' }, values: { paidFrom: 'cash' } });
    expect(asked.body.questions.map(({ field }) => field)).toEqual(['on']);
    expect(asked.body.isRead).toBe(false);
    const told = { columns: { on: 'When' }, values: { paidFrom: 'cash' }, dateOrders: { on: 'day-first' } };
    expect((await check(id, 'expenses', told)).body).toMatchObject({ isRead: true, ready: 1 });
  });

  it('of more than one part arrives whole, and another file than announced is refused', async () => {
    const long = [EXPENSE_HEAD, ...Array.from({ length: 1_500 }, (_, i) => `${TODAY},Vendor ${i},1.00,Fuel,bank`)].join(
      '\n',
    );
    expect(long.length).toBeGreaterThan(PART_BYTES);
    const whole = await sent(long);
    expect((await check(whole, 'expenses')).body).toMatchObject({ isClean: true, ready: 1_500 });
    const half = await sent(long, { parts: 1 });
    expect([(await check(half, 'expenses')).status]).toEqual([422]);
    const other = await sent(`${EXPENSE_HEAD}\n`, { digest: 'a'.repeat(64) });
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
    const leads = `Asked on,Name,Channel,Stage,Expected,Probability\n${TODAY} 09:30,Sample Asker,direct,won,900.00,100%`;
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

  it('are offered for the kinds of business that keep them', async () => {
    const { body } = await admin.get<ListImportsResponse>('/api/imports');
    expect(body.kinds).toHaveLength(12);
    expect(body.kinds.flatMap(({ id, business }) => (business ? [`${id}: ${business}`] : []))).toEqual([
      'stays: rental',
      'work-entries: agency',
      'day-logs: delivery',
    ]);
    expect(body.entities.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rental', 'agency', 'delivery']));
  });
});

describe('a closed month', () => {
  it('refuses the row, names the first open day, and writes nothing', async () => {
    const text = `${EXPENSE_HEAD}\n2001-01-31,Old Dock,5.00,Fuel,bank`;
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

describe('who and when', () => {
  it('is told by the history and the audit lines; a captain sees none of it', async () => {
    const { body } = await admin.get<ListImportsResponse>('/api/imports');
    const done = body.imports.filter(({ state }) => state === 'done');
    expect(done[0]).toMatchObject({ kind: 'targets', entityId: 'jada', counts: { new: 0, differs: 1 } });
    expect(done[0]?.createdBy).not.toBe('');
    const lines = await auditLines(stack.runtime.tables, `business.${testClock().slice(0, 7)}`);
    const finished = lines.filter(({ action }) => action === 'import.finish');
    expect(finished).toHaveLength(done.length);
    expect(finished.at(-1)?.data).toMatchObject({ digest: done[0]?.digest, differs: 1 });
    const captain = await signedIn(stack, 'captain@example.com');
    expect((await captain.get('/api/imports')).status).toBe(403);
  });
});
