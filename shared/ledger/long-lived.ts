import type { Result } from '../kernel/fault.ts';
import type { AssetPurchase, Depreciation, Prepayment, PrepaymentUse } from '../records/house-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import { findAccount } from './accounts.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOpen } from './subject-books.ts';

/** What will serve for years is not a cost of the day it is bought: it becomes one month by month. */
export function assetBought(bought: AssetPurchase, context: PostingContext): Result<JournalEntry> {
  return entryUnless(aboveZero(bought), () =>
    subjectEntry(
      bought,
      {
        template: 'asset_bought',
        event: 'bought',
        memo: `bought: ${bought.what}`,
        subjectId: bought.assetId,
        lines: [debit(bought.account, bought.cents), credit(bought.paidFrom, bought.cents)],
      },
      context,
    ),
  );
}

const WEAR = {
  vessel: { cost: '6210', worn: '1590', at: '1500' },
  building: { cost: '6380', worn: '1690', at: '1600' },
} as const;

/** A month's part of what an asset cost; never more in all than it cost. */
export function depreciated(
  worn: Depreciation,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const accounts = WEAR[worn.of];
  const left = subjectOpen(balances, accounts.at) + (balances[accounts.worn] ?? 0);
  const problems = [
    ...aboveZero(worn),
    ...problemIf(worn.cents > left, 'cents', 'this is more than the asset still stands for in the books'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      worn,
      {
        template: 'depreciation',
        event: 'depreciation',
        memo: `depreciation of a ${worn.of}`,
        subjectId: worn.assetId,
        lines: [debit(accounts.cost, worn.cents), credit(accounts.worn, worn.cents)],
      },
      context,
    ),
  );
}

/** Insurance or a slip was paid ahead: ours until it is used up. */
export function prepaid(payment: Prepayment, context: PostingContext): Result<JournalEntry> {
  return entryUnless(aboveZero(payment), () =>
    subjectEntry(
      payment,
      {
        template: 'prepaid_bought',
        event: 'prepaid',
        memo: `paid ahead: ${payment.what}`,
        subjectId: payment.prepaidId,
        lines: [debit('1300', payment.cents), credit(payment.paidFrom, payment.cents)],
      },
      context,
    ),
  );
}

/** A part of what was paid ahead is used up: now it is a cost. */
export function prepaidUsed(
  used: PrepaymentUse,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const account = findAccount(used.account);
  const problems = [
    ...aboveZero(used),
    ...problemIf(used.cents > subjectOpen(balances, '1300'), 'cents', 'this is more than is left of the prepayment'),
    ...problemIf(account === undefined, 'account', `there is no account ${used.account}`),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      used,
      {
        template: 'prepaid_used',
        event: 'used',
        memo: `used up of what was paid ahead, ${used.month}`,
        subjectId: used.prepaidId,
        lines: [debit(account!.code, used.cents), credit('1300', used.cents)], // an unknown account was refused
      },
      context,
    ),
  );
}
