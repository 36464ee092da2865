import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../../shared/kernel/calendar.ts';
import { accountOf } from '../../shared/ledger/accounts.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { journalAmount, plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import { trialBalance } from '../../shared/ledger/statements.ts';
import { PORTFOLIO, SAILING } from '../sample/a-sample.ts';

/** The programs are Debian packages: apt-get install hledger ledger. */
describe('the sample’s books, read by hledger and ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-oracle-'));
  const file = join(folder, 'sample.journal');
  const ours = trialBalance(booksOf(PORTFOLIO.balances), [...SAILING, 'qdn'], monthOf(PORTFOLIO.day.today)).map(
    (row) => [accountOf(row.code).journalName, journalAmount(row.cents)],
  );

  beforeAll(() => writeFileSync(file, plainTextJournal(PORTFOLIO.entries)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('hledger finds nothing to object to, at its strictest', () => {
    expect(run('hledger', 'check', '-s', 'ordereddates')).toBe('');
  });

  test('hledger’s balances are our trial balance, letter for letter', () => {
    const csv = run('hledger', 'bal', '--flat', '-N', '-O', 'csv', '--layout=bare');
    const [heading, ...rows] = csv.trimEnd().split('\n');
    expect(heading).toBe('"account","commodity","balance"');
    expect(ours.length).toBeGreaterThan(20);
    expect(rows.sort()).toEqual(ours.map(([name, amount]) => `"${name}","USD","${amount}"`).sort());
  });

  test('ledger, strict and pedantic, comes to the same balances', () => {
    const printed = run('ledger', '--strict', '--pedantic', 'bal', '--flat', '--no-total');
    const theirs = printed.split('\n').flatMap((text) => {
      const found = /^\s*USD (-?\d+\.\d\d) {2}(.+)$/.exec(text);
      return found === null ? [] : [[found[2], found[1]]];
    });
    expect(theirs.toSorted()).toEqual(ours.toSorted());
  });

  function run(program: string, ...args: readonly string[]): string {
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
    const { status, stdout, stderr } = spawnSync(program, ['-f', file, ...args], { encoding: 'utf8', env });
    expect({ program, args, status, stderr }).toEqual({ program, args, status: 0, stderr: '' });
    return stdout;
  }
});
