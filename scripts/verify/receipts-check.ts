import { readBalances, readEntries } from '../../lambda/stores/ledger-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { answersFrom } from '../../shared/ledger/answered-queries.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { BookReceipt, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { bookWords } from '../../shared/reports/render/book-words.ts';

/** What came of following the receipts of a report back to the journal entries. */
export interface ReceiptsCheck {
  readonly receipts: number;
  /** Figures that have at least one. */
  readonly figures: number;
  /** Receipts whose balances the entries no longer give, in a sentence each. */
  readonly broken: readonly string[];
}

/** Every receipt of a document, in the order its figures are defined. */
export function receiptsIn({ sections }: ReportDocument): readonly BookReceipt[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'definitions' ? block.definitions : []))
    .flatMap(({ receipts = [] }) => receipts);
}

/** Adds up what each receipt names from the entries posted by the time the report was read, and compares. */
export function checkedReceipts(document: ReportDocument, entries: Iterable<JournalEntry>): ReceiptsCheck {
  const books = new Rebuilding();
  for (const entry of entries) if (entry.postedAt <= document.asOf) books.add(entry);
  const answer = answersFrom(books.months());
  const receipts = receiptsIn(document);
  const broken = receipts.flatMap((receipt) => {
    const { count, digest } = answer(receipt);
    if (count === receipt.count && digest === receipt.digest) return [];
    return [
      `${receipt.fact}: ${bookWords(receipt, document.scope)}, were ${receipt.count} balances ${receipt.digest}; the entries say ${count} ${digest}.`,
    ];
  });
  return { receipts: receipts.length, figures: new Set(receipts.map(({ fact }) => fact)).size, broken };
}

/** The same with the stored entries of every business a receipt names. */
export async function storedReceipts(tables: Tables, document: ReportDocument): Promise<ReceiptsCheck> {
  const ids = [...new Set(receiptsIn(document).flatMap(({ entityIds }) => entityIds))].sort();
  const entries: JournalEntry[] = [];
  for (const id of ids) {
    const months = (await readBalances(tables, id)).map(({ month }) => month as Month);
    for (const month of months.sort()) entries.push(...(await readEntries(tables, id, month)));
  }
  return checkedReceipts(document, entries);
}
