import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { companyRegisters } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { eachEntry } from '../../shared/ledger/entry-lines.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import { NoBooks } from '../report/books.ts';
import { withBytesOf } from './file-bytes.ts';
import { firstDifference, repairedLedger, verifiedLedger } from './ledger-verification.ts';
import type { Checked } from './outcome.ts';
import { checked, DIFFERS, SOUND } from './outcome.ts';
import { storedReceipts } from './receipts-check.ts';

/** Which books are looked through, and how. */
export interface LedgerRequest {
  readonly entity?: string | undefined;
  readonly repair?: boolean | undefined;
  readonly entries?: string | undefined;
}

/** Whether the stored books are what their entries, or those of a file, say; set right where that is asked for. */
export async function ledgerPart(
  tables: Tables,
  { entity: asked, repair, entries: file }: LedgerRequest,
  tell: (line: string) => void,
): Promise<Checked> {
  const { entity = [] } = await companyRegisters(tables);
  const known = entity.map(({ id }) => id);
  const entityIds = asked?.split(',') ?? known;
  const strangers = entityIds.filter((id) => !known.includes(id));
  if (strangers.length > 0 || entityIds.length === 0) throw new NoBooks(`There is no entity ${strangers.join(', ')}.`);
  const result = repair
    ? await repairedLedger(tables, entityIds, tell)
    : await verifiedLedger(tables, entityIds, file === undefined ? undefined : booksIn(file, entityIds));
  const { entries, charters, subjects } = result.check;
  const difference = firstDifference(result);
  return {
    lines: [
      `${entries} entries, ${charters} charters, ${subjects} other subjects of ${entityIds.join(', ')}.`,
      difference ?? 'What is stored is what the entries say.',
    ],
    code: difference === undefined ? SOUND : DIFFERS,
  };
}

/** Follows the figures of a report in a file back to the stored entries. */
export async function figuresPart(tables: Tables, path: string): Promise<Checked> {
  const document = orThrow(decodedDocument(JSON.parse(readFileSync(resolve(path), 'utf8'))));
  const { receipts, figures, broken } = await storedReceipts(tables, document);
  const what = `${receipts} receipts of ${figures} figures of ${document.title}.`;
  return checked(what, broken, [], 'Every one is what the entries say.');
}

/** The books a file of entries makes, of some entities. */
function booksIn(path: string, entityIds: readonly string[]): Rebuilding {
  const books = new Rebuilding();
  const wanted = new Set(entityIds);
  withBytesOf(resolve(path), (source) =>
    eachEntry(source, (entry) => {
      if (wanted.has(entry.entityId)) books.add(entry);
    }),
  );
  return books;
}
