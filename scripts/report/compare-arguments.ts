import { parseArgs } from 'node:util';
import type { HelpWanted } from './arguments.ts';
import { ArgumentError } from './arguments.ts';

/** An issue to compare: one of the archive by its name, or the JSON of one in a file. */
export type IssueNamed = { readonly name: string } | { readonly file: string };

/** Two issues, the earlier one first, and how to say what changed. */
export interface CompareArguments {
  readonly left: IssueNamed;
  readonly right: IssueNamed;
  readonly format: 'text' | 'json';
}

export const COMPARE_USAGE = `Usage: npm run compare -- BEFORE AFTER [--format text|json]

Says what changed from one issue of a report to another: every figure that differs, and every finding that is new,
gone, worse or better.

  BEFORE, AFTER   an archived issue as the library names it, RUN/SCOPE/SLUG such as monthly.2026-11/group/ceo-report,
                  or a file with the JSON of one, such as "npm run report -- ceo --format json" writes
  --format        text, the default, or json
  --help          this page

Exit codes: 0 done · 1 they could not be compared · 2 the arguments do not fit
            3 there is nothing to read (no local data yet, or no access)`;

/** The command line as a request. @throws ArgumentError naming what does not fit. */
export function compareArguments(argv: readonly string[]): CompareArguments | HelpWanted {
  const { values, positionals } = read(argv);
  if (values.help) return { help: true };
  const [left, right, ...more] = positionals;
  if (left === undefined || right === undefined || more.length > 0) {
    throw new ArgumentError([`expected two issues, got ${positionals.length}`]);
  }
  const { format } = values;
  if (format !== 'text' && format !== 'json') throw new ArgumentError([`--format ${format}: expected text or json`]);
  return { left: issueNamed(left), right: issueNamed(right), format };
}

function issueNamed(text: string): IssueNamed {
  if (text.endsWith('.json')) return { file: text };
  if (/^[^/\s]+\/[^/\s]+\/[^/\s]+$/.test(text)) return { name: text };
  throw new ArgumentError([`${text}: expected RUN/SCOPE/SLUG or a file that ends in .json`]);
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new ArgumentError([error instanceof Error ? error.message : String(error)]);
  }
}
