import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { beancountJournal } from '../../../shared/ledger/beancount-journal.ts';
import { entryLines } from '../../../shared/ledger/entry-lines.ts';
import { plainTextJournal } from '../../../shared/ledger/plain-text-journal.ts';
import type { JournalEntry } from '../../../shared/records/journal.ts';
import { madeEntries } from './made-records.ts';

const TOGETHER = 5_000;

/** So many entries of a seed as JSON lines, written as they are made. */
export function writeLines(path: string, count: number, seed: string): void {
  const file = openSync(path, 'w');
  try {
    let held: JournalEntry[] = [];
    for (const entry of madeEntries(count, seed)) {
      if (held.push(entry) < TOGETHER) continue;
      writeSync(file, entryLines(held));
      held = [];
    }
    writeSync(file, entryLines(held));
  } finally {
    closeSync(file);
  }
}

/** The same entries as the journals the product exports, each beside the lines. */
export function writeJournals(path: string, count: number, seed: string): void {
  const entries = [...madeEntries(count, seed)];
  writeFileSync(`${path}.ledger`, plainTextJournal(entries));
  writeFileSync(`${path}.beancount`, beancountJournal(entries));
}
