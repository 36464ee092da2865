import type { LocalDate } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { JournalEntry, JournalLine, Tally, Template } from '../records/journal.ts';
import type { AccountCode } from './accounts.ts';
import type { PostingContext } from './entry.ts';
import { entryId, journalEntry, problemIf } from './entry.ts';
import type { Posting } from './posting.ts';

/** What the books hold for a gift card, an invoice, a job or anything else money is about: debit positive, by account. */
export type SubjectBalances = Readonly<Record<string, number>>;

/** What we owe on an account for a subject: its credit balance, zero when it has none. */
export function subjectOwes(balances: SubjectBalances, account: AccountCode): Cents {
  return cents(Math.max(0, -(balances[account] ?? 0)));
}

/** What is open for us on an account for a subject: its debit balance, zero when it has none. */
export function subjectOpen(balances: SubjectBalances, account: AccountCode): Cents {
  return cents(Math.max(0, balances[account] ?? 0));
}

/** A record of money that belongs to no charter. */
interface DatedMoney {
  readonly id: string;
  readonly entityId: string;
  readonly on: LocalDate;
}

/** What an entry of such a record says. */
export interface SubjectDraft {
  readonly template: Template;
  /** The last part of the entry's id. */
  readonly event: string;
  readonly memo: string;
  readonly lines: readonly JournalLine[];
  readonly tallies?: readonly Tally[];
  readonly subjectId?: string;
}

/** The entry of a record of money on its own business day, about its subject if it has one. */
export function subjectEntry(record: DatedMoney, draft: SubjectDraft, context: PostingContext): JournalEntry {
  const { event, subjectId, tallies = [], ...rest } = draft;
  const refs = { recordId: record.id, ...(subjectId === undefined ? {} : { subjectId }) };
  const { entityId, on } = record;
  return journalEntry({ ...rest, id: entryId(record.id, event), entityId, businessOn: on, refs, tallies }, context);
}

/** The problem of an amount of nothing. */
export function aboveZero(record: { readonly cents: number }): readonly Problem[] {
  return problemIf(record.cents <= 0, 'cents', 'expected an amount above zero');
}

/** What the books hold for a subject once some postings about it are stored. */
export function subjectAfter(balances: SubjectBalances, postings: readonly Posting[]): SubjectBalances {
  const after: Record<string, number> = { ...balances };
  for (const { subjectDeltas } of postings) {
    for (const [code, by] of Object.entries(subjectDeltas?.deltas ?? {})) after[code] = (after[code] ?? 0) + by;
  }
  return after;
}
