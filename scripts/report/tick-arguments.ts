import { parseArgs } from 'node:util';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant, isInstant } from '../../shared/kernel/calendar.ts';
import type { HelpWanted } from './arguments.ts';
import { ArgumentError } from './arguments.ts';

/** At which instant to tick; now when left out. */
export interface TickArguments {
  readonly at?: Instant;
}

export const TICK_USAGE = `Usage: npm run tick -- [options]

Ticks the schedule: makes the reports that are due, mails them to their subscribers, finishes what was left
undone, and says when everybody gets what next. Ticking twice makes and mails nothing twice.

  --at INSTANT   rehearse another instant on local data, such as 2026-12-01T16:00:00Z or
                 2026-12-01T08:00:00-08:00; an instant of a day that is over only says what fell due then,
                 because the books cannot be read as they were
  --help         this page

Exit codes: 0 done · 1 a report could not be made or sent · 2 the arguments do not fit
            3 there is nothing to read (no local data yet, or no access)`;

/** The command line as a request. @throws ArgumentError naming what does not fit. */
export function tickArguments(argv: readonly string[]): TickArguments | HelpWanted {
  const { values, positionals } = read(argv);
  if (values.help) return { help: true };
  if (positionals.length > 0) throw new ArgumentError([`"${positionals.join(' ')}" is too much; did you mean --at?`]);
  if (values.at === undefined) return {};
  if (!isInstant(values.at)) {
    throw new ArgumentError([
      `--at ${values.at}: expected a point in time with its offset, such as 2026-12-01T16:00:00Z, in the years 2000 to 2100`,
    ]);
  }
  return { at: instant(values.at) };
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { at: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new ArgumentError([error instanceof Error ? error.message : String(error)]);
  }
}
