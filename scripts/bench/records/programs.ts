import { spawnSync } from 'node:child_process';
import { ACCOUNTS } from '../../../shared/ledger/accounts.ts';
import { beancountName } from '../../../shared/ledger/beancount-journal.ts';
import { trialText } from './canonical.ts';

/** A bookkeeping program, started as its user would for a trial balance, and how it writes one. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly form: 'ledger' | 'beancount';
  readonly args: (file: string) => readonly string[];
  /** Account name and amount in one line of what it prints. */
  readonly row: RegExp;
}

/** All of them; a trial balance alone is asked of each, which is less than every other engine answers. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'ledger',
    command: 'ledger',
    form: 'ledger',
    args: (file) => ['-f', file, 'bal', '--flat', '--no-total', '--format', '%(account)\t%(quantity(scrub(total)))\n'],
    row: /^(?<account>[^\t]+)\t(?<amount>-?[\d.]+)$/,
  },
  {
    name: 'hledger',
    command: 'hledger',
    form: 'ledger',
    args: (file) => ['-f', file, 'bal', '-N', '-O', 'csv', '--layout=bare', '--flat'],
    row: /^"(?<account>[^"]+)","USD","(?<amount>-?[\d.]+)"$/,
  },
  {
    name: 'beancount',
    command: 'bean-query',
    form: 'beancount',
    args: (file) => ['-f', 'csv', file, 'SELECT account, sum(number) AS total GROUP BY account'],
    row: /^(?<account>[^,]+?)\s*,\s*(?<amount>-?[\d.]+)$/,
  },
];

/** Whether a program is installed. */
export function isInstalled({ command }: Program): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** Its trial balance of a journal as lines `1010 12345`, in cents, without accounts at zero, sorted. @throws Error when it fails. */
export function trialBalanceBy(program: Program, file: string): string {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(program.command, [...program.args(file)], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${program.name} ended with ${status}: ${stderr}`);
  const rows = stdout.split('\n').flatMap((line) => {
    const { account, amount } = program.row.exec(line.trim())?.groups ?? {};
    const code = CODES.get(account ?? '');
    return code === undefined || amount === undefined ? [] : [[code, Math.round(Number(amount) * 100)] as const];
  });
  return trialText(rows);
}

const CODES: ReadonlyMap<string, string> = new Map(
  ACCOUNTS.flatMap(({ code, journalName }) => [
    [journalName, code],
    [beancountName(code), code],
  ]),
);
