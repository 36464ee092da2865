import type { Month } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { booksOf, emptyMonth, withDelta } from '../../shared/ledger/balances.ts';
import type { CharterBooks } from '../../shared/ledger/charter-entry.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import { CONTEXT, posted } from './a-record.ts';

/**
 * Books kept the way a store keeps them: an entry is written once, its deltas are added to month and charter balances,
 * and each template is shown the charter's balances as they stand.
 */
export class SetOfBooks {
  readonly entries: JournalEntry[] = [];
  readonly #months = new Map<string, MonthBalances>();
  readonly #charters = new Map<string, Charter>();
  readonly #balances = new Map<string, Record<string, number>>();

  constructor(...charters: readonly Charter[]) {
    for (const charter of charters) this.keep(charter);
  }

  keep(charter: Charter): void {
    this.#charters.set(charter.id, charter);
  }

  file(charterId: string): CharterBooks {
    const charter = this.#charters.get(charterId);
    if (charter === undefined) throw new Error(`no charter ${charterId}`);
    return { charter, balances: this.#balances.get(charterId) ?? {} };
  }

  /** What the books hold for a gift card, a dispute or anything else that has an id of its own. */
  subject(subjectId: string): SubjectBalances {
    const about = this.entries.filter((entry) => entry.refs.subjectId === subjectId);
    return subjectAfter({}, about.map(postingOf));
  }

  has(entryId: string): boolean {
    return this.entries.some((entry) => entry.id === entryId);
  }

  /** Writes the entry down. A refusal and an id that is already there both fail the test. */
  post(result: Result<JournalEntry>): JournalEntry {
    const entry = posted(result);
    if (this.has(entry.id)) throw new Error(`${entry.id} was posted twice`);
    this.#add(postingOf(entry));
    return entry;
  }

  reverse(entry: JournalEntry): JournalEntry {
    const { charterId } = entry.refs;
    return this.post(reversal(entry, charterId === undefined ? undefined : this.file(charterId), CONTEXT));
  }

  get months(): MonthBalances[] {
    return [...this.#months.values()];
  }

  get books(): Books {
    return booksOf(this.months);
  }

  #add({ entry, monthDeltas, charterDeltas }: Posting): void {
    this.entries.push(entry);
    for (const delta of monthDeltas) {
      const key = `${delta.entityId} ${delta.month}`;
      this.#months.set(key, withDelta(this.#months.get(key) ?? emptyMonth(delta.entityId, delta.month), delta));
    }
    if (charterDeltas === undefined) return;
    const held = { ...this.#balances.get(charterDeltas.charterId) };
    for (const [code, amount] of Object.entries(charterDeltas.deltas)) held[code] = (held[code] ?? 0) + amount;
    this.#balances.set(charterDeltas.charterId, held);
  }
}

export function months(...names: readonly string[]): Month[] {
  return names as Month[];
}
