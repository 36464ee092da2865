import { cents as amountOf } from '../../kernel/money.ts';
import type { BankLine } from '../../records/bank-line.ts';
import { body, doesNotFit, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountEitherSign, anyAmount } from '../reading-money.ts';
import { choice, dollarsOnly, longLabel } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

const ACCOUNT = choice({
  '1010': ['operating', 'bank operating', 'checking', 'bank'],
  '1015': ['reserve', 'bank reserve', 'savings'],
  '1020': ['card processor', 'stripe', 'clearing'],
  '2020': ['credit card', 'card', 'visa', 'mastercard', 'amex'],
});

/** A bank's or card's statement, line by line. Money that came in is above zero. */
export const bankLines = importKind({
  id: 'bank-lines',
  title: 'Bank lines',
  one: 'bank line',
  many: 'bank lines',
  columns: {
    account: required('Account', ACCOUNT, '1010', ['Account code', 'Bank account', 'Account name']),
    on: required('Date', day, '2026-11-12', [
      'Transaction date',
      'Posting date',
      'Posted date',
      'Post date',
      'Booking date',
      'Value date',
      'Day',
    ]),
    memo: required('Description', longLabel, 'HARBOR FUEL DOCK', [
      'Memo',
      'Payee',
      'Details',
      'Transaction description',
      'Transaction',
      'Narrative',
      'Name',
    ]),
    cents: optional('Amount', anyAmount, '-84.20', ['Amount USD', 'Transaction amount', 'Net amount']),
    inCents: optional('Credit', amountEitherSign, '1,200.00', [
      'Credits',
      'Money in',
      'Deposit',
      'Deposits',
      'Paid in',
      'Credit amount',
    ]),
    outCents: optional('Debit', amountEitherSign, '84.20', [
      'Debits',
      'Money out',
      'Withdrawal',
      'Withdrawals',
      'Paid out',
      'Debit amount',
    ]),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  anyOf: [[['cents'], ['inCents', 'outCents']]],
  assemble: ({ account, on, memo, cents, inCents, outCents }, entityId) => {
    const sides = [cents, inCents, outCents].filter((side) => side !== undefined && side !== 0);
    if (sides.length > 1) return doesNotFit('cents', 'expected one amount: money came in or went out, not both');
    if (cents === undefined && inCents === undefined && outCents === undefined) {
      return doesNotFit('cents', 'expected an amount: what came in, or what went out');
    }
    const amount = cents ?? amountOf((inCents ?? 0) - (outCents ?? 0));
    return body<BodyOf<BankLine>>({ entityId, account, on, cents: amount, memo });
  },
  identity: ({ account, on, cents, memo }) => [account, on, cents, memo],
  equalRows: 'separate',
});
