import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from '../../shared/ledger/accounts.ts';
import { beancountJournal, beancountName } from '../../shared/ledger/beancount-journal.ts';
import { plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';

/** Programs that have kept other people's books for twenty years, each with what it makes of a journal of ours. */
export interface BookkeepingProgram {
  readonly name: string;
  /** What it objects to at its strictest: nothing, when all is well. */
  readonly objections: (file: string) => string;
  /** Every account that is not at zero as `account amount`, sorted. */
  readonly trialBalance: (file: string) => readonly string[];
  /** What every revenue and cost account moved by in each month, as `2026-03 account amount`, sorted; none at zero. */
  readonly income: (file: string) => readonly string[];
  /** Sums by the first part of the account's name, in order of the accounts' codes: assets, liabilities and so on. */
  readonly sums: (file: string) => readonly string[];
  readonly journal: (entries: readonly JournalEntry[]) => string;
  /** The name it has for an account. */
  readonly nameOf: (code: string) => string;
}

/** Runs a program. @throws Error with what it printed when it ends otherwise than well. */
export function run(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) {
    throw new Error(`${program} does not run. The books are checked against it: see .ci/run for what to install`);
  }
  if (status !== 0 || stderr !== '') throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** A journal of the entries in a file of its own, for as long as it is used. */
export function withJournal<T>(
  program: BookkeepingProgram,
  entries: readonly JournalEntry[],
  use: (file: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const file = join(folder, 'books.journal');
  try {
    writeFileSync(file, program.journal(entries));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ROOTS = ['assets', 'liabilities', 'equity', 'revenues', 'income', 'expenses'];
const INCOME = ['revenues', 'expenses'] as const;

const hledger: BookkeepingProgram = {
  name: 'hledger',
  objections: (file) => run('hledger', '-f', file, 'check', '-s', 'ordereddates'),
  trialBalance: (file) =>
    csv(hledgerBalance(file, '--flat'))
      .map(([account, , amount]) => `${account} ${amount}`)
      .sort(),
  income: (file) => {
    const [heading = [], ...rows] = table(hledgerBalance(file, ...INCOME, '-M', '--flat'));
    return rows
      .flatMap(([account, , ...amounts]) => amounts.map((amount, at) => `${heading[at + 2]} ${account} ${amount}`))
      .filter(isMoney)
      .sort();
  },
  sums: (file) => inOrder(csv(hledgerBalance(file, '--depth=1')).map(([account, , amount]) => `${account} ${amount}`)),
  journal: plainTextJournal,
  nameOf: (code) => accountOf(code).journalName,
};

const ledger: BookkeepingProgram = {
  name: 'ledger',
  objections: (file) => {
    ledgerBalance(file);
    return '';
  },
  trialBalance: (file) => ledgerBalance(file, '--flat').sort(),
  income: (file) => {
    const form = '%(format_date(date, "%Y-%m")) %(account) %(amount)\\n';
    const names = INCOME.map((root) => `^${root}`);
    const args = ['--strict', '--pedantic', '--monthly', 'reg', ...names, '--format', form];
    return lines(run('ledger', '-f', file, ...args))
      .map((line) => line.replace('USD ', ''))
      .filter(isMoney)
      .sort();
  },
  sums: (file) => inOrder(ledgerBalance(file, '--depth', '1')),
  journal: plainTextJournal,
  nameOf: (code) => accountOf(code).journalName,
};

const beancount: BookkeepingProgram = {
  name: 'beancount',
  objections: (file) => run('bean-check', file),
  trialBalance: (file) =>
    beanRows(file, 'SELECT account, sum(number) AS total GROUP BY account').filter(isMoney).sort(),
  income: (file) => {
    const where = `WHERE account ~ '^(Income|Expenses)'`;
    return csv(
      beanQuery(file, `SELECT year, month, account, sum(number) AS total ${where} GROUP BY year, month, account`),
    )
      .map(([year, month, account, amount]) => `${year}-${month?.padStart(2, '0')} ${account} ${amount}`)
      .filter(isMoney)
      .sort();
  },
  sums: (file) => inOrder(beanRows(file, 'SELECT root(account, 1) AS root, sum(number) AS total GROUP BY root')),
  journal: beancountJournal,
  nameOf: beancountName,
};

/** All of them. */
export const PROGRAMS: readonly BookkeepingProgram[] = [hledger, ledger, beancount];

function hledgerBalance(file: string, ...args: readonly string[]): string {
  return run('hledger', '-f', file, 'bal', '-N', '-O', 'csv', '--layout=bare', ...args);
}

function ledgerBalance(file: string, ...args: readonly string[]): string[] {
  return lines(run('ledger', '-f', file, '--strict', '--pedantic', 'bal', '--no-total', ...args)).map((line) => {
    const [, amount, account] = /^\s*USD (-?\d+\.\d\d) {2}(.+)$/.exec(line) ?? [];
    return `${account} ${amount}`;
  });
}

function beanQuery(file: string, query: string): string {
  return run('bean-query', '-f', 'csv', file, query);
}

function beanRows(file: string, query: string): string[] {
  return csv(beanQuery(file, query)).map((cells) => cells.join(' '));
}

/** The rows of a table without its heading; no program writes a comma or a quote into a cell. */
function csv(text: string): string[][] {
  return table(text).slice(1);
}

function table(text: string): string[][] {
  return lines(text).map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()));
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function isMoney(row: string): boolean {
  return !/ 0(\.00)?$/.test(row);
}

function inOrder(rows: readonly string[]): string[] {
  const at = (row: string) => ROOTS.indexOf((row.split(' ')[0] ?? '').toLowerCase());
  return rows.filter(isMoney).sort((a, b) => at(a) - at(b));
}
