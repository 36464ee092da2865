import type { Result } from '../kernel/fault.ts';
import type { DisputeOpening, DisputeOutcome } from '../records/dispute-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { balanceOf, charterEntry, otherCharter } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectOpen } from './subject-books.ts';

/** A guest called a card payment back: the processor holds it, and keeps a fee that is ours whoever wins. */
export function disputeOpened(
  dispute: DisputeOpening,
  file: CharterBooks,
  context: PostingContext,
): Result<JournalEntry> {
  const paidByCardCents = balanceOf(file, '1020') + balanceOf(file, '5040');
  const problems = [
    ...aboveZero(dispute),
    ...problemIf(dispute.cents > paidByCardCents, 'cents', 'this is more than was paid for the charter by card'),
    ...otherCharter(dispute, file),
  ];
  return entryUnless(problems, () => {
    const draft = {
      id: entryId(dispute.id, 'dispute'),
      template: 'dispute_opened' as const,
      businessOn: dispute.on,
      memo: `payment disputed: ${file.charter.title}`,
      recordId: dispute.id,
      subjectId: dispute.disputeId,
      lines: [
        debit('1150', dispute.cents),
        debit('5040', dispute.feeCents),
        credit('1020', dispute.cents + dispute.feeCents),
      ],
      tallies: [],
    };
    return charterEntry(file, draft, context);
  });
}

/** A dispute ended: won, the processor gave the money back; lost, it lowers revenue on the day it was lost. */
export function disputeSettled(
  outcome: DisputeOutcome,
  file: CharterBooks,
  dispute: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [
    ...aboveZero(outcome),
    ...problemIf(outcome.cents > subjectOpen(dispute, '1150'), 'cents', 'this is more than is disputed'),
    ...otherCharter(outcome, file),
  ];
  return entryUnless(problems, () => {
    const draft = {
      id: entryId(outcome.id, 'settled'),
      template: 'dispute_settled' as const,
      businessOn: outcome.on,
      memo: `dispute ${outcome.outcome}: ${file.charter.title}`,
      recordId: outcome.id,
      subjectId: outcome.disputeId,
      lines: [debit(outcome.outcome === 'won' ? '1020' : '4190', outcome.cents), credit('1150', outcome.cents)],
      tallies: [],
    };
    return charterEntry(file, draft, context);
  });
}
