import { describe, expect, test } from 'vitest';
import { madeEntries } from '../../scripts/bench/records/made-records.ts';
import type { BytesSource } from '../../shared/ledger/entry-lines.ts';
import { eachEntry, entryLines, UnreadableEntry } from '../../shared/ledger/entry-lines.ts';
import type { ScannedEntry } from '../../shared/ledger/entry-scanner.ts';
import { EntryScanner } from '../../shared/ledger/entry-scanner.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { aHistory } from './a-history.ts';

/** Bytes that come so many at a time. */
function sourceOf(text: string, atOnce: number): BytesSource {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return {
    read: (into) => {
      const count = Math.min(atOnce, into.length, bytes.length - at);
      into.set(bytes.subarray(at, at + count));
      at += count;
      return count;
    },
    textOf: (part) => new TextDecoder().decode(part),
  };
}

function readBack(text: string, atOnce = 1 << 16): readonly ScannedEntry[] {
  const read: ScannedEntry[] = [];
  eachEntry(sourceOf(text, atOnce), (entry) => read.push(entry));
  return read;
}

/** What is added up of an entry. */
function counted({ entityId, template, businessOn, lines, tallies, reverses, refs }: ScannedEntry | JournalEntry) {
  const { charterId, channelId, subjectId } = refs;
  return { entityId, template, businessOn, lines, tallies, reverses, charterId, channelId, subjectId };
}

describe('entries one to a line', () => {
  test.each([1, 7, 1_000, 1 << 20])('come back as they were written, %i bytes at a time', (atOnce) => {
    const entries = [...aHistory(3).entries, ...madeEntries(200, 'lines')];
    expect(readBack(entryLines(entries), atOnce).map(counted)).toEqual(entries.map(counted));
  });

  test('are counted, empty lines too, and a last line needs no end', () => {
    const [entry] = [...madeEntries(1, 'one')];
    const line = JSON.stringify(entry);
    let count = 0;
    expect(
      eachEntry(sourceOf(`${line}\n\n${line}`, 10), () => {
        count += 1;
      }),
    ).toBe(3);
    expect(count).toBe(2);
  });

  test('longer than the memory they are read into are read all the same', () => {
    const [entry] = [...madeEntries(1, 'one')];
    const long = { ...entry, memo: 'x'.repeat(400_000) } as JournalEntry;
    expect(readBack(entryLines([long, long])).map(counted)).toEqual([counted(long), counted(long)]);
  });

  test('written otherwise than plainly mean the same', () => {
    const [entry] = [...madeEntries(1, 'one')];
    const spaced = JSON.stringify(entry, undefined, 1).replaceAll('\n', ' ');
    const escaped = JSON.stringify(entry).replace('"jada"', '"\\u006aada"').replace('"qos"', '"\\u0071os"');
    const unknown = JSON.stringify({ ...entry, more: { deep: [1, '}'] } });
    for (const text of [spaced, escaped, unknown]) {
      expect(plainly(text), text).toBeUndefined();
      expect(readBack(text).map(counted), text).toEqual([counted(entry as JournalEntry)]);
    }
  });

  test('plainly written are taken from their bytes', () => {
    const entries = [...madeEntries(500, 'plain')];
    for (const entry of entries)
      expect(plainly(JSON.stringify(entry)), entry.id).toMatchObject({ entityId: entry.entityId });
  });

  test('out of balance keep their id', () => {
    const [entry] = [...madeEntries(1, 'one')];
    const lines = [{ account: '1010', cents: 5 }];
    expect(readBack(JSON.stringify({ ...entry, lines }))[0]?.id).toBe(entry?.id);
  });
});

describe('a line that is no entry', () => {
  const [entry] = [...madeEntries(1, 'one')];
  test.each([
    ['{', 'not JSON'],
    ['null', 'not an object'],
    [JSON.stringify({ ...entry, entityId: 7 }), 'no id or no entity'],
    [JSON.stringify({ ...entry, businessOn: '2026' }), 'no business day'],
    [JSON.stringify({ ...entry, refs: null }), 'no references'],
    [JSON.stringify({ ...entry, lines: {} }), 'no lines or no tallies'],
    [JSON.stringify({ ...entry, lines: [{ account: '1010', cents: 0.5 }] }), 'a line without account or whole cents'],
    [JSON.stringify({ ...entry, lines: [{ account: '1010' }] }), 'a line without account or whole cents'],
    [
      JSON.stringify({ ...entry, lines: [{ account: '1010', cents: 1 }] }).replace('"cents":1', '"cents":01'),
      'not JSON',
    ],
    [JSON.stringify({ ...entry, id: undefined }), 'no id or no entity'],
    [
      JSON.stringify({ ...entry, tallies: [{ month: '2026-01', group: 'channels', name: 'a' }] }),
      'a tally in disorder',
    ],
    [JSON.stringify({ ...entry, lines: [null] }), 'a line without account or whole cents'],
    [
      JSON.stringify({ ...entry, tallies: [{ month: '2026-01', group: 'cash', name: 'a', amount: 1 }] }),
      'no group cash',
    ],
  ])('%s is refused by its number', (text, because) => {
    expect(() => readBack(`${JSON.stringify(entry)}\n${text}\n`)).toThrow(UnreadableEntry);
    expect(() => readBack(`${JSON.stringify(entry)}\n${text}\n`)).toThrow(`Line 2 is no journal entry: ${because}.`);
  });
});

function plainly(text: string): ScannedEntry | undefined {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return new EntryScanner().scanned(bytes, 0, bytes.length);
}
