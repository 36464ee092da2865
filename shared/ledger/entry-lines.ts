import type { JournalEntry } from '../records/journal.ts';
import { TALLY_GROUPS } from '../records/journal.ts';
import type { ScannedEntry } from './entry-scanner.ts';
import { EntryScanner } from './entry-scanner.ts';

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

/** Bytes from where the books are kept. */
export interface BytesSource {
  /** Fills as much as there is, and answers how many bytes that were: none at the end. */
  readonly read: (into: Uint8Array) => number;
  /** The text some bytes are in UTF-8. */
  readonly textOf: (bytes: Uint8Array) => string;
}

const ROOM_BYTES = 1 << 17;
const NEW_LINE = 0x0a;

/**
 * Reads entries written one to a line and hands each on as soon as it is whole, using the same memory over and over; what
 * rebuilding needs of an entry is looked at, the rest is not. Answers how many there were.
 * @throws UnreadableEntry at the first line that is none.
 */
export function eachEntry({ read, textOf }: BytesSource, take: (entry: ScannedEntry) => void): number {
  const scanner = new EntryScanner();
  let room = new Uint8Array(ROOM_BYTES);
  let [held, line] = [0, 0];
  for (;;) {
    if (held === room.length) room = doubled(room);
    const count = read(room.subarray(held));
    const isLast = count === 0;
    if (isLast && held === 0) return line;
    if (isLast) room[held] = NEW_LINE; // there was room for more, so there is for this
    const end = held + (isLast ? 1 : count);
    const limit = room.subarray(0, end).lastIndexOf(NEW_LINE) + 1;
    let from = 0;
    while (from < limit) {
      line += 1;
      const scanned = scanner.scanned(room, from, limit);
      if (scanned !== undefined) take(scanned);
      const until = scanned === undefined ? room.indexOf(NEW_LINE, from) : scanner.ended;
      if (scanned === undefined && until > from) take(entryIn(textOf(room.subarray(from, until)), line));
      from = until + 1;
    }
    if (isLast) return line;
    room.copyWithin(0, limit, end);
    held = end - limit;
  }
}

function doubled(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(bytes.length * 2);
  more.set(bytes);
  return more;
}

function entryIn(text: string, line: number): ScannedEntry {
  const entry = parsed(text, line);
  const wrong = problemOf(entry);
  if (wrong !== undefined) throw new UnreadableEntry(line, wrong);
  return entry as unknown as ScannedEntry; // problemOf has looked at every field that is added up
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
  for (const line of lines) {
    if (typeof line?.account !== 'string' || !Number.isSafeInteger(line.cents)) {
      return 'a line without account or whole cents';
    }
  }
  for (const tally of tallies) {
    const isWhole = typeof tally?.month === 'string' && typeof tally.name === 'string';
    if (!isWhole || !Number.isSafeInteger(tally.amount)) return 'a tally in disorder';
    if (!GROUPS.has(String(tally.group))) return `no group ${String(tally.group)}`;
  }
  return undefined;
}

const GROUPS: ReadonlySet<string> = new Set(TALLY_GROUPS);
