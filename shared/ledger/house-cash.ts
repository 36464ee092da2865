import type { Result } from '../kernel/fault.ts';
import type { CashTransfer, OwnerMoney, TaxRemittance } from '../records/house-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { AccountCode } from './accounts.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import { aboveZero, subjectEntry } from './subject-books.ts';

/** Money moved between our own accounts: the processor paid out, the reserve was filled, the card bill was paid. */
export function cashTransferred(transfer: CashTransfer, context: PostingContext): Result<JournalEntry> {
  const problems = [
    ...aboveZero(transfer),
    ...problemIf(transfer.from === transfer.to, 'to', 'the money is there already'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      transfer,
      {
        template: 'cash_transferred',
        event: 'transfer',
        memo: `transfer ${transfer.reference ?? `from ${transfer.from} to ${transfer.to}`}`,
        lines: [debit(transfer.to, transfer.cents), credit(transfer.from, transfer.cents)],
      },
      context,
    ),
  );
}

/** An owner put money in or took it out: neither revenue nor a cost. */
export function ownerMoneyMoved(money: OwnerMoney, context: PostingContext): Result<JournalEntry> {
  const isIn = money.direction === 'in';
  return entryUnless(aboveZero(money), () =>
    subjectEntry(
      money,
      {
        template: isIn ? 'owner_contribution' : 'owner_draw',
        event: isIn ? 'contribution' : 'draw',
        memo: `owner ${isIn ? 'contribution' : 'draw'}`,
        lines: isIn
          ? [debit('1010', money.cents), credit('3000', money.cents)]
          : [debit('3010', money.cents), credit('1010', money.cents)],
      },
      context,
    ),
  );
}

const TAX_ACCOUNT = { sales: '2200', occupancy: '2210' } as const satisfies Record<TaxRemittance['tax'], AccountCode>;

/** Tax collected from guests went to the authority. It was never ours, so no cost comes of it. */
export function taxRemitted(paid: TaxRemittance, context: PostingContext): Result<JournalEntry> {
  return entryUnless(aboveZero(paid), () =>
    subjectEntry(
      paid,
      {
        template: 'sales_tax_remitted',
        event: 'remitted',
        memo: `${paid.tax} tax to ${paid.authority}`,
        lines: [debit(TAX_ACCOUNT[paid.tax], paid.cents), credit('1010', paid.cents)],
      },
      context,
    ),
  );
}
