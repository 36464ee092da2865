import type { Problem, Result } from '../kernel/fault.ts';
import type { GiftCardSale } from '../records/gift-card-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Payment } from '../records/money.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import { METHOD_ACCOUNT } from './receipts.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

/** A gift card was sold: no revenue and no booking, but money owed to whoever brings the card. The fee is ours. */
export function giftCardSold(sale: GiftCardSale, context: PostingContext): Result<JournalEntry> {
  const problems = [
    ...aboveZero(sale),
    ...problemIf(sale.feeCents > sale.cents, 'feeCents', 'the fee is more than the payment'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      sale,
      {
        template: 'gift_card_sold',
        event: 'gift-card',
        memo: 'gift card sold',
        subjectId: sale.giftCardId,
        lines: [
          debit(METHOD_ACCOUNT[sale.method], sale.cents - sale.feeCents),
          debit('5040', sale.feeCents),
          credit('2110', sale.cents),
        ],
      },
      context,
    ),
  );
}

/** What is wrong with paying by gift card or credit: it pays no more than its own balance. */
export function redemptionProblems(payment: Payment, card: SubjectBalances): readonly Problem[] {
  const isSpent = payment.method === 'gift-card' && payment.kind !== 'refund';
  const isTooMuch = isSpent && payment.cents > subjectOwes(card, '2110');
  return problemIf(isTooMuch, 'cents', 'this is more than is left on the gift card or credit');
}

/** What is wrong with taking back money paid ahead: what has been spent or earned since cannot be. */
export function overdrawnProblems(subject: SubjectBalances): readonly Problem[] {
  return [
    ...problemIf((subject['2110'] ?? 0) > 0, 'of.id', 'this gift card or credit has been spent since'),
    ...problemIf((subject['2120'] ?? 0) > 0, 'of.id', 'a part of this has been earned since'),
  ];
}
