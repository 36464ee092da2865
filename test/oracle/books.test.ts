import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountOf } from '../../shared/ledger/accounts.ts';
import { journalAmount, plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import { balanceSheet, incomeStatementByMonth, trialBalance } from '../../shared/ledger/statements.ts';
import { aSeason } from '../ledger/a-season.ts';
import { months } from '../ledger/a-set-of-books.ts';

/** Two programs that have kept other people's books for twenty years read ours, and must come to the same balances. */
const season = aSeason();
const ENTITIES = ['jada', 'qos'];
const LAST = months('2026-12')[0] as never;
const folder = mkdtempSync(join(tmpdir(), 'ledger-oracle-'));
const file = join(folder, 'season.journal');

beforeAll(() => {
  for (const program of ['hledger', 'ledger']) {
    if (spawnSync(program, ['--version']).status !== 0) {
      throw new Error(`${program} is not installed. The books are checked against it: apt-get install hledger ledger`);
    }
  }
  writeFileSync(file, plainTextJournal(season.entries));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(program, ['-f', file, ...args], { encoding: 'utf8', env });
  expect({ program, args, status, stderr }).toEqual({ program, args, status: 0, stderr: '' });
  return stdout;
}

/** hledger orders accounts by its own idea of a tree, so both sides are compared sorted. */
function hledgerRows(): string[] {
  const [heading, ...rows] = run('hledger', 'bal', '--flat', '-N', '-O', 'csv', '--layout=bare').trimEnd().split('\n');
  expect(heading).toBe('"account","commodity","balance"');
  return rows.sort();
}

function ourRows(entityIds: readonly string[]): string[] {
  return trialBalance(season.books, entityIds, LAST)
    .map((row) => `"${accountOf(row.code).journalName}","USD","${journalAmount(row.cents)}"`)
    .sort();
}

test('hledger finds nothing to object to, at its strictest', () => {
  expect(run('hledger', 'check', '-s', 'ordereddates')).toBe('');
});

test('hledger’s balances are our trial balance, letter for letter', () => {
  const rows = ourRows(ENTITIES);
  expect(rows.length).toBeGreaterThan(15);
  expect(hledgerRows()).toEqual(rows);
});

test('ledger, strict and pedantic, comes to the same balances', () => {
  const printed = run('ledger', '--strict', '--pedantic', 'bal', '--flat', '--no-total');
  const theirs = printed.split('\n').flatMap((line) => {
    const found = /^\s*USD (-?\d+\.\d\d) {2}(.+)$/.exec(line);
    return found === null ? [] : [[found[2], found[1]]];
  });
  const ours = trialBalance(season.books, ENTITIES, LAST).map((row) => [
    accountOf(row.code).journalName,
    journalAmount(row.cents),
  ]);
  expect(theirs.toSorted()).toEqual(ours.toSorted());
});

test('hledger’s monthly revenue is our income statement’s', () => {
  const covered = months('2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09');
  for (const statement of incomeStatementByMonth(season.books, ENTITIES, covered)) {
    const csv = run('hledger', 'bal', 'revenues', '-p', statement.month, '--depth=1', '--invert', '-N', '-O', 'csv');
    expect(csv).toBe(`"account","balance"\n"revenues","USD ${journalAmount(statement.revenueCents)}"\n`);
  }
});

test('hledger’s assets and liabilities are our balance sheet’s', () => {
  const sheet = balanceSheet(season.books, ENTITIES, LAST);
  const total = (query: string, ...options: readonly string[]) =>
    run('hledger', 'bal', query, '--depth=1', '-N', '-O', 'csv', ...options).split('\n')[1];
  expect(total('assets')).toBe(`"assets","USD ${journalAmount(sheet.assetsCents)}"`);
  expect(total('liabilities', '--invert')).toBe(`"liabilities","USD ${journalAmount(sheet.liabilitiesCents)}"`);
});

test('each entity’s own journal gives that entity’s own trial balance', () => {
  for (const entityId of ENTITIES) {
    writeFileSync(file, plainTextJournal(season.entries.filter((entry) => entry.entityId === entityId)));
    run('hledger', 'check', '-s', 'ordereddates');
    expect(hledgerRows()).toEqual(ourRows([entityId]));
  }
});
