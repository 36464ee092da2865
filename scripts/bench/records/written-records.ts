import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { entryItem } from '../../../lambda/stores/entry-items.ts';
import { beancountJournal } from '../../../shared/ledger/beancount-journal.ts';
import { entryLines } from '../../../shared/ledger/entry-lines.ts';
import { plainTextJournal } from '../../../shared/ledger/plain-text-journal.ts';
import type { JournalEntry } from '../../../shared/records/journal.ts';
import { CSV_HEADING, csvRows } from './csv-records.ts';
import { exportedLine } from './exported-items.ts';
import { madeEntries } from './made-records.ts';

/** Where the same records lie in each form. */
export interface RecordFiles {
  /** One JSON object to a line. */
  readonly lines: string;
  readonly csv: string;
  /** A table export in the database's own JSON. */
  readonly exported: string;
  /** The journals the product exports. */
  readonly ledger: string;
  readonly beancount: string;
}

const TOGETHER = 5_000;

/** The files of one set of records that begin with a path. */
export function recordFiles(path: string): RecordFiles {
  return {
    lines: `${path}.jsonl`,
    csv: `${path}.csv`,
    exported: `${path}.dynamodb.json`,
    ledger: `${path}.ledger`,
    beancount: `${path}.beancount`,
  };
}

/** So many entries of a seed in every form; entries are written as they are made, but a journal is in order of days. */
export function writeRecords(files: RecordFiles, count: number, seed: string): void {
  const posted: JournalEntry[] = [];
  const open = [files.lines, files.csv, files.exported].map((path) => openSync(path, 'w'));
  const [lines = 0, csv = 0, exported = 0] = open;
  let held: JournalEntry[] = [];
  const write = () => {
    writeSync(lines, entryLines(held));
    writeSync(csv, held.map(csvRows).join(''));
    writeSync(exported, held.map((entry) => exportedLine(entryItem(entry))).join(''));
    held = [];
  };
  try {
    writeSync(csv, CSV_HEADING);
    for (const entry of madeEntries(count, seed)) {
      if (entry.lines.length > 0) posted.push({ ...entry, tallies: [] }); // a journal shows no tallies
      if (held.push(entry) === TOGETHER) write();
    }
    write();
  } finally {
    for (const file of open) closeSync(file);
  }
  writeFileSync(files.ledger, plainTextJournal(posted));
  writeFileSync(files.beancount, beancountJournal(posted));
}
