import { noRevenueTracking } from '../ceo-rules/money.ts';
import { latePayouts } from '../cfo-rules/books.ts';
import type { Rule } from '../rule.ts';
import {
  giftCardMismatch,
  journalAfterClose,
  monthNotClosed,
  secondProgramMismatch,
  trialBalanceOff,
  uncategorised,
  wrongSidedBalance,
} from './books.ts';
import { addonsUntaxed, salesTaxOverdue, stuckDeposit, tipsOverdue } from './held-money.ts';
import {
  bankUnexplained,
  chartersNotInvoiced,
  improvementsAsRepairs,
  invoicesOutsideBooks,
  payoutVariance,
  receiptsMissing,
  receivablesOld,
  w9Missing,
} from './papers.ts';

/**
 * What the accounting report is judged by, in the order of the rules' numbers. ACC-17, an automatic gratuity booked as a
 * tip, cannot happen: a service charge is a price line and revenue, a tip only ever comes with a payment. The business
 * without books is the CEO's rule and the late payout the CFO's: one cause, one rule.
 */
export const ACCOUNTING_RULES: readonly Rule[] = [
  trialBalanceOff,
  stuckDeposit,
  wrongSidedBalance,
  tipsOverdue,
  salesTaxOverdue,
  addonsUntaxed,
  monthNotClosed,
  uncategorised,
  receiptsMissing,
  chartersNotInvoiced,
  payoutVariance,
  w9Missing,
  receivablesOld,
  improvementsAsRepairs,
  giftCardMismatch,
  journalAfterClose,
  secondProgramMismatch,
  latePayouts,
  bankUnexplained,
  invoicesOutsideBooks,
  noRevenueTracking,
];
