import { parseArgs } from 'node:util';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, isMonth, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Period } from '../../shared/kernel/period.ts';

export const CLI_FORMATS = ['text', 'html', 'md', 'json', 'csv'] as const;
export type CliFormat = (typeof CLI_FORMATS)[number];

/** What somebody asked the command for. */
export interface ReportArguments {
  readonly report: string;
  readonly period?: Period;
  readonly entityIds?: readonly string[];
  readonly format: CliFormat;
  readonly outFolder?: string;
  readonly send: boolean;
  readonly to?: readonly string[];
}

/** Help was asked for. */
export interface HelpWanted {
  readonly help: true;
}

/** Arguments that do not fit; every problem with what would be right. */
export class ArgumentError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.map((problem) => `  ${problem}`).join('\n'));
    this.name = 'ArgumentError';
  }
}

export const USAGE = `Usage: npm run report -- <report> [options]

Prints a report from the books as they are, or sends it.

  <report>             which report; "list" shows them
  --period YYYY-MM     a month that is over, "last" (the default), or "current" for this month up to today
  --entity ID[,ID]     only these entities; all by default
  --format FORMAT      ${CLI_FORMATS.join(', ')}; text by default
  --out DIR            write the file there instead of printing it
  --send               mail it to everyone subscribed to it
  --to ADDRESS[,…]     mail it to these recipients only; they must be on the recipients' list
  --help               this page

Exit codes: 0 done · 1 the report could not be made or sent · 2 the arguments do not fit
            3 there is nothing to read (no local data yet, or no access)`;

/** The command line as a request. @throws ArgumentError naming every argument that does not fit. */
export function reportArguments(argv: readonly string[], today: LocalDate): ReportArguments | HelpWanted {
  const { values, positionals } = read(argv);
  if (values.help) return { help: true };
  const problems: string[] = [];
  const [report = '', ...more] = positionals;
  if (report === '') problems.push('which report? for example: npm run report -- ceo');
  if (more.length > 0) problems.push(`one report at a time; "${more.join(' ')}" is too much`);
  const format = CLI_FORMATS.find((known) => known === (values.format ?? 'text'));
  if (!format) problems.push(`--format ${values.format}: expected one of ${CLI_FORMATS.join(', ')}`);
  const period = periodIn(values.period ?? 'last', today);
  if (!period)
    problems.push(`--period ${values.period}: expected a month that is over, such as 2026-10, "last" or "current"`);
  const entityIds = listIn(values.entity);
  if (entityIds?.length === 0) problems.push('--entity: expected at least one id, such as jada');
  const to = listIn(values.to);
  for (const address of to ?? [])
    if (!address.includes('@')) problems.push(`--to ${address}: expected an e-mail address`);
  if (problems.length > 0 || !format || !period) throw new ArgumentError(problems);
  return {
    report,
    period,
    format,
    send: (values.send ?? false) || to !== undefined,
    ...(entityIds ? { entityIds } : {}),
    ...(values.out === undefined ? {} : { outFolder: values.out }),
    ...(to ? { to } : {}),
  };
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        entity: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        send: { type: 'boolean' },
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ArgumentError([error instanceof Error ? error.message : String(error)]);
  }
}

function periodIn(text: string, today: LocalDate): Period | undefined {
  const running = monthOf(today);
  if (text === 'current') return { from: firstDay(running), until: plusDays(today, 1) };
  const of = text === 'last' ? plusMonths(running, -1) : text;
  if (!isMonth(of) || of >= running) return undefined;
  return { from: firstDay(of), until: firstDay(plusMonths(of, 1)) };
}

function listIn(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
