import type { Problem, Result } from '../kernel/fault.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Payment } from '../records/money.ts';
import type { AccountCode } from './accounts.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, openOn, otherCharter } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';

/** Where the money of each payment method lies until it is moved. */
export const METHOD_ACCOUNT = {
  card: '1020',
  cash: '1030',
  transfer: '1010',
  'gift-card': '2110',
} as const satisfies Record<Payment['method'], AccountCode>;

/** A deposit came in: it is the guest's money until the charter is performed. The processor's fee is ours. */
export function depositReceived(payment: Payment, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  return received('deposit', payment, file, context);
}

/**
 * The rest of the price came in, perhaps with a tip for the crew. Settles what the guest still owes for a performed
 * charter first; otherwise it waits with the deposit. The fee on the tip is ours too (California Labor Code § 351).
 */
export function balanceReceived(payment: Payment, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  return received('balance', payment, file, context);
}

/** What is wrong with a payment whatever its kind: another charter's, of nothing, or all tip and fee. */
export function paymentProblems(payment: Payment, kind: Payment['kind'], file: CharterBooks): readonly Problem[] {
  return [
    ...problemIf(payment.kind !== kind, 'kind', `expected a ${kind}`),
    ...problemIf(payment.cents <= 0, 'cents', 'expected an amount above zero'),
    ...problemIf(payment.tipCents > payment.cents, 'tipCents', 'the tip is more than the payment'),
    ...problemIf(payment.feeCents > payment.cents, 'feeCents', 'the fee is more than the payment'),
    ...giftCardProblems(payment),
    ...otherCharter(payment, file),
  ];
}

/** A gift card pays the price and nothing else, and says which card it is. */
function giftCardProblems(payment: Payment): readonly Problem[] {
  const isCard = payment.method === 'gift-card';
  return [
    ...problemIf(
      isCard && payment.giftCardId === undefined,
      'giftCardId',
      'expected the id of the gift card or credit',
    ),
    ...problemIf(!isCard && payment.giftCardId !== undefined, 'method', 'a gift card is named, but did not pay'),
    ...problemIf(isCard && payment.tipCents > 0, 'tipCents', 'a gift card pays no tip'),
    ...problemIf(isCard && payment.feeCents > 0, 'feeCents', 'no processor takes a fee for a gift card'),
  ];
}

function received(
  kind: 'deposit' | 'balance',
  payment: Payment,
  file: CharterBooks,
  context: PostingContext,
): Result<JournalEntry> {
  return entryUnless(paymentProblems(payment, kind, file), () => {
    const priceCents = payment.cents - payment.tipCents;
    const settledCents = Math.min(openOn(file, '1110'), priceCents);
    const draft = {
      id: entryId(payment.id, kind),
      template: `${kind}_received` as const,
      businessOn: payment.receivedOn,
      memo: `${kind} for ${file.charter.title}`,
      recordId: payment.id,
      ...(payment.giftCardId === undefined ? {} : { subjectId: payment.giftCardId }),
      lines: [
        debit(METHOD_ACCOUNT[payment.method], payment.cents - payment.feeCents),
        debit('5040', payment.feeCents),
        credit('1110', settledCents),
        credit('2100', priceCents - settledCents),
        credit('2300', payment.tipCents),
      ],
      tallies: [],
    };
    return charterEntry(file, draft, context);
  });
}
