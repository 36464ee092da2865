import type { Problem, Result } from '../kernel/fault.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import type { JournalEntry, JournalLine, Template } from '../records/journal.ts';
import type { Payment } from '../records/money.ts';
import type { CharterBooks } from './charter-entry.ts';
import { balanceOf, charterEntry, heldOn, openOn, owedOn, releasedLines } from './charter-entry.ts';
import { performedMonth } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';
import { METHOD_ACCOUNT, paymentProblems } from './receipts.ts';

/** A charter here needs its deposits no more: whatever is still held is the guest's. */
const OVER: readonly Lifecycle[] = [
  'completed',
  'closed',
  'rescheduled',
  'cancelled',
  'no_show',
  'expired',
  'declined',
];

/** The guest was paid back what was due: refunds of a cancellation first, then what was paid beyond the price. */
export function refundPaid(payment: Payment, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const dueCents = owedOn(file, '2400');
  const heldCents = OVER.includes(file.charter.lifecycle) ? heldOn(file) : 0;
  const problems = [
    ...refundProblems(payment, file),
    ...problemIf(payment.cents > dueCents + heldCents, 'cents', 'this is more than is due back to the guest'),
  ];
  const fromDueCents = Math.min(dueCents, payment.cents);
  const lines = [debit('2400', fromDueCents), ...releasedLines(file, payment.cents - fromDueCents)];
  return entryUnless(problems, () => refund('refund_paid', payment, file, lines, context));
}

/** The guest got money back for a charter that sailed: it lowers revenue in the month it is paid, not the one it sailed. */
export function refundAfterPerformance(
  payment: Payment,
  file: CharterBooks,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [
    ...refundProblems(payment, file),
    ...problemIf(performedMonth(file.charter) === undefined, 'charterId', 'this charter has not been performed'),
    ...problemIf(payment.cents > settledCents(file), 'cents', 'this is more than was paid for the charter'),
  ];
  const lines = [debit('4190', payment.cents)];
  return entryUnless(problems, () => refund('refund_after_performance', payment, file, lines, context));
}

/** What has been paid for a performed charter and not been given back or disputed: price and tax, less what is owed. */
function settledCents(file: CharterBooks): number {
  const priced = (['4010', '4020', '4030', '4190', '2200'] as const).reduce((sum, a) => sum - balanceOf(file, a), 0);
  return priced - balanceOf(file, '1110') - openOn(file, '1150');
}

function refundProblems(payment: Payment, file: CharterBooks): readonly Problem[] {
  return [
    ...paymentProblems(payment, 'refund', file),
    ...problemIf(payment.tipCents > 0, 'tipCents', 'a refund carries no tip'),
  ];
}

function refund(
  template: Template,
  payment: Payment,
  file: CharterBooks,
  lines: readonly JournalLine[],
  context: PostingContext,
): JournalEntry {
  const draft = {
    id: entryId(payment.id, 'refund'),
    template,
    businessOn: payment.receivedOn,
    memo: `refund for ${file.charter.title}`,
    recordId: payment.id,
    ...(payment.giftCardId === undefined ? {} : { subjectId: payment.giftCardId }),
    lines: [
      ...lines,
      debit('5040', payment.feeCents),
      credit(METHOD_ACCOUNT[payment.method], payment.cents + payment.feeCents),
    ],
    tallies: [],
  };
  return charterEntry(file, draft, context);
}
