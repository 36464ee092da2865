import type { Problem } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { CharterFile } from '../records/charter.ts';
import type { JournalEntry, JournalLine } from '../records/journal.ts';
import type { AccountCode } from './accounts.ts';
import { channelTallies, marginTallies } from './charter-tallies.ts';
import type { EntryDraft, PostingContext } from './entry.ts';
import { debit, journalEntry, problemIf } from './entry.ts';

/** A charter and what the books hold for it: what posting anything about it needs to know. */
export type CharterBooks = Pick<CharterFile, 'charter' | 'balances'>;

/** A draft about a charter: whose it is and which channel brought it are filled in. */
export interface CharterDraft extends Omit<EntryDraft, 'entityId' | 'refs'> {
  readonly recordId?: string;
  /** What the money is about beside the charter: a gift card, a dispute. */
  readonly subjectId?: string;
}

/** The entry with the charter's references, and with what its lines mean to the charter's channel and margin. */
export function charterEntry(file: CharterBooks, draft: CharterDraft, context: PostingContext): JournalEntry {
  const { charter } = file;
  const { recordId, subjectId, ...rest } = draft;
  const refs = {
    charterId: charter.id,
    channelId: charter.channelId,
    ...(recordId === undefined ? {} : { recordId }),
    ...(subjectId === undefined ? {} : { subjectId }),
  };
  const margins = marginTallies(file, draft);
  const tallies = [...draft.tallies, ...channelTallies(charter.channelId, draft), ...margins];
  return journalEntry({ ...rest, entityId: charter.entityId, refs, tallies }, context);
}

/** What the books show on one account for this charter, debit positive. */
export function balanceOf(file: CharterBooks, account: AccountCode): Cents {
  return cents(file.balances[account] ?? 0);
}

/** What we owe on an account for this charter: its credit balance, zero when it has none. */
export function owedOn(file: CharterBooks, account: AccountCode): Cents {
  return cents(Math.max(0, -balanceOf(file, account)));
}

/** Guest money held before the trip, whether the guest could still call it back (2100) or not (2105). */
export function heldOn(file: CharterBooks): Cents {
  return cents(Math.max(0, -balanceOf(file, '2100') - balanceOf(file, '2105')));
}

/** The lines that take so much out of the guest money held: first what the guest could no longer call back. */
export function releasedLines(file: CharterBooks, amount: number): readonly JournalLine[] {
  const fixedCents = Math.min(owedOn(file, '2105'), amount);
  return [debit('2105', fixedCents), debit('2100', amount - fixedCents)];
}

/** What is owed to us on an account for this charter: its debit balance, zero when it has none. */
export function openOn(file: CharterBooks, account: AccountCode): Cents {
  return cents(Math.max(0, balanceOf(file, account)));
}

/** The problems of a record that names another charter or another entity than the charter it is posted to. */
export function otherCharter(
  record: { readonly charterId?: string; readonly entityId: string },
  { charter }: CharterBooks,
): readonly Problem[] {
  return [
    ...problemIf(record.charterId !== charter.id, 'charterId', 'this belongs to another charter'),
    ...problemIf(record.entityId !== charter.entityId, 'entityId', 'the charter belongs to another entity'),
  ];
}
