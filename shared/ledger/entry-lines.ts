import type { JournalEntry } from '../records/journal.ts';
import { TALLY_GROUPS } from '../records/journal.ts';

/** A line that is no journal entry, and which. */
export class UnreadableEntry extends Error {
  constructor(line: number, because: string) {
    super(`Line ${line} is no journal entry: ${because}.`);
    this.name = 'UnreadableEntry';
  }
}

/** Entries as text, one JSON object to a line: the books as they can be kept anywhere. */
export function entryLines(entries: readonly JournalEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/**
 * Reads entries written one to a line, from text that comes in pieces, and hands each on as soon as it is whole; what
 * rebuilding needs of it is looked at, the rest is taken as it is. Answers how many there were.
 * @throws UnreadableEntry at the first line that is none.
 */
export function eachEntry(pieces: Iterable<string>, take: (entry: JournalEntry) => void): number {
  let line = 0;
  let rest = '';
  const read = (text: string) => {
    line += 1;
    if (text !== '') take(entryIn(text, line));
  };
  for (const piece of pieces) {
    let from = 0;
    let end = piece.indexOf('\n');
    if (end < 0) {
      rest += piece;
      continue;
    }
    read(rest + piece.slice(from, end));
    for (from = end + 1; ; from = end + 1) {
      end = piece.indexOf('\n', from);
      if (end < 0) break;
      read(piece.slice(from, end));
    }
    rest = piece.slice(from);
  }
  if (rest !== '') read(rest);
  return line;
}

function entryIn(text: string, line: number): JournalEntry {
  const entry = parsed(text, line);
  const wrong = problemOf(entry);
  if (wrong !== undefined) throw new UnreadableEntry(line, wrong);
  return entry as JournalEntry; // problemOf has looked at every field that is added up
}

function parsed(text: string, line: number): Loose {
  try {
    return JSON.parse(text) as Loose;
  } catch {
    throw new UnreadableEntry(line, 'not JSON');
  }
}

interface Loose {
  readonly id?: unknown;
  readonly entityId?: unknown;
  readonly businessOn?: unknown;
  readonly refs?: unknown;
  readonly lines?: readonly { readonly account?: unknown; readonly cents?: unknown }[];
  readonly tallies?: readonly {
    readonly month?: unknown;
    readonly group?: unknown;
    readonly name?: unknown;
    readonly amount?: unknown;
  }[];
}

/** What keeps it from being added up, in words. By hand: a schema would take longer than everything else together. */
function problemOf(entry: Loose): string | undefined {
  if (typeof entry !== 'object' || entry === null) return 'not an object';
  const { id, entityId, businessOn, refs, lines, tallies } = entry;
  if (typeof id !== 'string' || typeof entityId !== 'string') return 'no id or no entity';
  if (typeof businessOn !== 'string' || businessOn.length !== 10) return 'no business day';
  if (typeof refs !== 'object' || refs === null) return 'no references';
  if (!Array.isArray(lines) || !Array.isArray(tallies)) return 'no lines or no tallies';
  for (const { account, cents } of lines) {
    if (typeof account !== 'string' || !Number.isSafeInteger(cents)) return 'a line without account or whole cents';
  }
  for (const { month, group, name, amount } of tallies) {
    if (typeof month !== 'string' || typeof name !== 'string' || !Number.isSafeInteger(amount))
      return 'a tally in disorder';
    if (!GROUPS.has(String(group))) return `no group ${String(group)}`;
  }
  return undefined;
}

const GROUPS: ReadonlySet<string> = new Set(TALLY_GROUPS);
