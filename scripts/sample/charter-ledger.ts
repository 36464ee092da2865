import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { CharterBooks } from '../../shared/ledger/charter-entry.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Expense, Payment, Payout, TipPayout } from '../../shared/records/money.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn } from './sample-day.ts';

/** Something that was paid, and which kind of payment it is. */
export type Paid =
  | { readonly kind: 'payment'; readonly record: Payment }
  | { readonly kind: 'payout'; readonly record: Payout }
  | { readonly kind: 'expense'; readonly record: Expense }
  | { readonly kind: 'tip-payout'; readonly record: TipPayout };

/** A record of money with the entry it made. */
export type MoneyRecord = Paid & { readonly entryId: string };

/** The books of one charter while its story is told: what happened on days up to today, and nothing later. */
export class CharterLedger {
  readonly entries: JournalEntry[] = [];
  readonly records: MoneyRecord[] = [];
  readonly day: SampleDay;
  charter: Charter;
  #balances: Readonly<Record<string, number>> = {};

  constructor(day: SampleDay, charter: Charter) {
    this.day = day;
    this.charter = charter;
  }

  /** Signed balances by account, debit positive, as the posting templates see them. */
  get balances(): Readonly<Record<string, number>> {
    return this.#balances;
  }

  /** What is owed by us, positive, on an account such as 2100. */
  owed(account: string): number {
    return Math.max(0, -(this.#balances[account] ?? 0));
  }

  /** What is owed to us, positive, on an account such as 1110. */
  open(account: string): number {
    return Math.max(0, this.#balances[account] ?? 0);
  }

  /** Writes an event down with what was paid, if anything was. @throws FaultError when the posting code refuses it. */
  post(
    on: LocalDate,
    entry: (books: CharterBooks, context: PostingContext) => Result<JournalEntry>,
    paid?: Paid,
  ): void {
    const books = { charter: this.charter, balances: this.#balances };
    const posting = postingOf(orThrow(entry(books, postingOn(this.day, on))));
    this.entries.push(posting.entry);
    if (paid !== undefined) this.records.push({ ...paid, entryId: posting.entry.id });
    const held: Record<string, number> = { ...this.#balances };
    for (const [code, by] of Object.entries(posting.charterDeltas?.deltas ?? {})) held[code] = (held[code] ?? 0) + by;
    this.#balances = held;
  }
}

/** Something that happens to a charter's money on a day. */
export interface MoneyEvent {
  readonly on: LocalDate;
  readonly happen: (ledger: CharterLedger) => void;
}

/** Lets happen, in order of their days, what has happened by today. */
export function tell(ledger: CharterLedger, events: readonly MoneyEvent[]): void {
  const inOrder = events.map((event, index) => ({ event, index }));
  inOrder.sort((a, b) => -daysBetween(a.event.on, b.event.on) || a.index - b.index);
  for (const { event } of inOrder) {
    if (event.on <= ledger.day.today) event.happen(ledger);
  }
}
