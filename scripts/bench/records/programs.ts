import { ACCOUNTS } from '../../../shared/ledger/accounts.ts';
import { beancountName } from '../../../shared/ledger/beancount-journal.ts';
import type { Command } from './spent.ts';

/** What is asked of a bookkeeping program, each by a command of its own: less than every other engine answers at once. */
export type Statement = 'trial' | 'income';

/** A bookkeeping program, started as its user would, and how it writes what it is asked. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly form: 'ledger' | 'beancount';
  readonly args: Readonly<Record<Statement, (file: string) => readonly string[]>>;
  /** What it printed as rows of month, empty for a trial balance, account name and amount. */
  readonly rows: (stdout: string) => readonly (readonly [month: string, account: string, amount: string])[];
}

const RECEIVED = ['revenues', 'expenses'] as const;

/** All of them. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'ledger',
    command: 'ledger',
    form: 'ledger',
    args: {
      trial: (file) => [
        '-f',
        file,
        'bal',
        '--flat',
        '--no-total',
        '--format',
        ' \t%(account)\t%(quantity(scrub(total)))\n',
      ],
      income: (file) => {
        const row = '%(format_date(date, "%Y-%m"))\t%(account)\t%(quantity(scrub(amount)))\n';
        return ['-f', file, '--monthly', 'reg', ...RECEIVED.map((root) => `^${root}`), '--format', row];
      },
    },
    rows: (stdout) => cellsIn(stdout, '\t').map(([month = '', account = '', amount = '']) => [month, account, amount]),
  },
  {
    name: 'hledger',
    command: 'hledger',
    form: 'ledger',
    args: {
      trial: (file) => ['-f', file, 'bal', '-N', '-O', 'csv', '--layout=bare', '--flat'],
      income: (file) => ['-f', file, 'bal', ...RECEIVED, '-M', '-N', '-O', 'csv', '--layout=bare', '--flat'],
    },
    rows: (stdout) => {
      const [[, , ...headings] = [], ...rows] = cellsIn(stdout, ',');
      return rows.flatMap(([account = '', , ...amounts]) =>
        amounts.map((amount, at) => [monthIn(headings[at]), account, amount] as const),
      );
    },
  },
  {
    name: 'beancount',
    command: 'bean-query',
    form: 'beancount',
    args: {
      trial: (file) => ['-f', 'csv', file, 'SELECT account, sum(number) AS total GROUP BY account'],
      income: (file) => {
        const where = "WHERE account ~ '^(Income|Expenses)'";
        return [
          '-f',
          'csv',
          file,
          `SELECT account, sum(number) AS total, year, month ${where} GROUP BY account, year, month`,
        ];
      },
    },
    rows: (stdout) =>
      cellsIn(stdout, ',').map(([account = '', amount = '', year, month]) => {
        return [month === undefined ? '' : monthIn(`${year}-${month.padStart(2, '0')}`), account, amount];
      }),
  },
];

/** The command that asks a program for a statement of a journal. */
export function asking({ command, args }: Program, statement: Statement, file: string): Command {
  return { program: command, args: args[statement](file) };
}

/** What it printed as sorted lines `1010 12345` or `2026-03 4010 12345`, in cents, without those at zero. */
export function statementIn(program: Program, stdout: string): string {
  return program
    .rows(stdout)
    .flatMap(([month, account, amount]) => {
      const [code, cents] = [CODES.get(account), Math.round(Number(amount) * 100)];
      return code === undefined || cents === 0 ? [] : [`${month} ${code} ${cents}\n`.trimStart()];
    })
    .sort()
    .join('');
}

/** Rows of cells without the blanks and quotes around them; no account and no amount has a comma in it. */
function cellsIn(text: string, between: string): string[][] {
  const rows = text.split('\n').filter((line) => line !== '');
  return rows.map((line) => line.split(between).map((cell) => cell.replaceAll('"', '').trim()));
}

/** A month written `2026-03`; empty for anything else, such as the heading of a total. */
function monthIn(text: string | undefined): string {
  return text !== undefined && /^\d{4}-\d\d$/.test(text) ? text : '';
}

const CODES: ReadonlyMap<string, string> = new Map(
  ACCOUNTS.flatMap(({ code, journalName }) => [
    [journalName, code],
    [beancountName(code), code],
  ]),
);
