import { parseArgs } from 'node:util';
import { HEADINGS } from '../../shared/handoffs/section-kinds.ts';

/** What somebody asked the command for. */
export interface HandoffArguments {
  readonly files: readonly string[];
  readonly check: boolean;
}

export const USAGE = `Usage: npm run handoff -- FILE… [--check]

Reads handoff documents, one Markdown file per entity, and stores what they say: the entity itself, and the tables and
lists under the headings ${HEADINGS.slice(0, -1).join(', ')} and ${HEADINGS.at(-1)}. A row that is gone
is withdrawn; what a person entered in the app is never changed. Begin with a copy of scripts/handoff/template.md,
which says what every table holds; examples: scripts/sample/handoffs

  --check    read only, and list every problem by file and line
  --help     this page

Exit codes: 0 clean · 1 problems, each named; the rest was read all the same · 2 the arguments do not fit or a file
            cannot be read · 3 there are no books to store it in`;

/** The command line as a request, the help page, or what does not fit. */
export function handoffArguments(
  argv: readonly string[],
): HandoffArguments | { readonly page: 'help' } | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return { page: 'help' };
    if (positionals.length === 0) return { problem: 'which document? for example: npm run handoff -- jada.md --check' };
    return { files: positionals, check: values.check ?? false };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
