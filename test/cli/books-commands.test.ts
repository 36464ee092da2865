import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { balanceKey } from '../../lambda/stores/keys.ts';
import { noteRunning } from '../../scripts/dev/running-stack.ts';
import type { Ended } from '../support/a-command.ts';
import { ran } from '../support/a-command.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack();
  const { appUrl, inboxUrl, endpoints, folder } = stack;
  await noteRunning(folder, { pid: process.pid, appUrl, inboxUrl, endpoints });
}, 120_000);
afterAll(() => stack.remove());

it('the books leave for beancount by command and by the API, the same', async () => {
  const { code, out } = await command('scripts/journal.ts', stack.folder, '--as', 'beancount');
  expect([code, out.split('\n')[0]]).toEqual([0, 'option "operating_currency" "USD"']);
  expect(out).toContain(' open Assets:Bank:Operating USD');
  const admin = await signedIn(stack, 'admin@example.com');
  const fetched = (as: string) => fetch(`${stack.appUrl}/api/journal?as=${as}`, { headers: { cookie: admin.cookie } });
  expect(await (await fetched('beancount')).text()).toBe(out);
  expect((await fetched('quickbooks')).status).toBe(400);
  expect((await command('scripts/journal.ts', stack.folder, '--as', 'quickbooks')).code).toBe(2);
});

it('somebody whom no mail can reach is added, and that is said', async () => {
  const add = (address: string) =>
    command('scripts/person/person.ts', stack.folder, address, '--name', 'Kim', '--roles', 'crew');
  expect((await add('kim@example.com')).err).toBe('');
  const { code, err } = await add('kim@example.org');
  expect([code, err]).toEqual([0, expect.stringContaining('no mail leaves for example.org: it goes to example.com')]);
});

it('the entries leave one to a line, and the books are held against that file', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scc-lines-'));
  const file = join(folder, 'entries.jsonl');
  expect((await command('scripts/journal.ts', stack.folder, '--as', 'lines', '--out', file)).code).toBe(0);
  const whole = await verify('ledger', '--entries', file);
  expect([whole.code, whole.err]).toEqual([0, '']);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.slice(text.indexOf('\n') + 1));
  expect(await verify('ledger', '--entries', file)).toMatchObject({
    code: 1,
    out: expect.stringContaining('are there.'),
  });
  await writeFile(file, `${text}nothing\n`);
  expect(await verify('ledger', '--entries', file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('not JSON'),
  });
  expect((await verify('ledger', '--entries', file, '--repair')).code).toBe(2);
  await rm(folder, { recursive: true });
});

it('verify ends with 0, with 1 naming the first difference, with 0 again once repaired, and with 2 where it cannot look', {
  timeout: 180_000,
}, async () => {
  expect(await verify('ledger')).toMatchObject({ code: 0, out: expect.stringContaining('is what the entries say') });
  const { client, main: TableName } = stack.runtime.tables;
  await client.send(
    new UpdateCommand({
      TableName,
      Key: { ...balanceKey('jada', '2026-03') },
      UpdateExpression: 'ADD a1010 :cent',
      ExpressionAttributeValues: { ':cent': 1 },
    }),
  );
  expect(await verify('ledger')).toMatchObject({
    code: 1,
    out: expect.stringContaining('jada 2026-03, accounts a1010: '),
  });
  expect(await verify('ledger', '--entity', 'qos')).toMatchObject({ code: 0 });
  const repaired = await verify('ledger', '--repair');
  expect(repaired).toMatchObject({ code: 0, out: expect.stringContaining('jada 2026-03 accounts: set a1010 to ') });
  const empty = await mkdtemp(join(tmpdir(), 'scc-none-'));
  const codes = await Promise.all([
    verify('inventory'),
    verify('ledger', '--entity', 'atlantis'),
    command('scripts/verify/verify.ts', empty, 'ledger'),
  ]);
  await rm(empty, { recursive: true });
  expect(codes.map(({ code }) => code)).toEqual([2, 2, 2]);
});

it('the figures of a report are followed back to the entries they name, and a changed one is named', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scc-figures-'));
  const made = await command(
    'scripts/report/report.ts',
    stack.folder,
    'accounting',
    '--format',
    'json',
    '--out',
    folder,
  );
  const [name = ''] = await readdir(folder);
  const file = join(folder, name);
  expect([made.code, made.err]).toEqual([0, '']);
  const sound = await verify('figures', '--report', file);
  expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('Every one is what the entries say.') });
  expect(Number(/^(\d+) receipts/.exec(sound.out)?.[1])).toBeGreaterThan(50);
  const text = await readFile(file, 'utf8');
  const digest = /"digest": ?"([a-z2-7]{20})"/.exec(text)?.[1] ?? '';
  await writeFile(file, text.replace(digest, 'aaaaaaaaaaaaaaaaaaaa'));
  expect(await verify('figures', '--report', file)).toMatchObject({
    code: 1,
    out: expect.stringContaining('balances aaaaaaaaaaaaaaaaaaaa; the entries say'),
  });
  await writeFile(file, '{}');
  expect((await verify('figures', '--report', file)).code).toBe(2);
  expect((await verify('figures')).code).toBe(2);
  await rm(folder, { recursive: true });
});

it('a spreadsheet is checked with the names the books know, and refused for a business they do not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scc-check-'));
  const file = join(folder, 'leads.csv');
  const rows = ['Asked on,Name,Channel,Stage,Expected,Probability'];
  for (const channel of ['Search ads', 'Harbor pigeon'])
    rows.push(`2026-11-12 09:30,Sample guest,${channel},new,900.00,20%`);
  await writeFile(file, rows.join('\n'));
  const check = (entity: string) =>
    command('scripts/import/import.ts', stack.folder, file, '--as', 'leads', '--entity', entity, '--check');
  const told = await check('jada');
  expect([told.code, told.out]).toEqual([1, expect.stringContaining('"Harbor pigeon"')]);
  expect(told.out).not.toContain('"Search ads"');
  expect(told.out).toContain('1 row of jada read as leads, 1 bad row with 1 problem.');
  expect(await check('atlantis')).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no entity atlantis'),
  });
  await rm(folder, { recursive: true });
});

const verify = (...args: readonly string[]) => command('scripts/verify/verify.ts', stack.folder, ...args);

function command(script: string, folder: string, ...args: readonly string[]): Promise<Ended> {
  return ran(script, folder, args);
}
