import type { Expense } from '../../records/money.ts';
import { body, doesNotFit, given, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { amountNotBelowZero } from '../reading-money.ts';
import { choice, dollarsOnly, flag, label, nameOf, note } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

const PAID_FROM = choice({
  '1010': ['bank', 'bank account', 'checking', 'debit', 'debit card', 'ach', 'transfer', 'check', 'wire'],
  '1020': ['card processor', 'processor', 'stripe', 'clearing', 'kept by the processor'],
  '1030': ['cash', 'petty cash'],
  '2020': ['card', 'credit', 'credit card', 'company card', 'visa', 'mastercard', 'amex', 'american express'],
});

/** Things bought and paid. */
export const expenses = importKind({
  id: 'expenses',
  title: 'Expenses',
  one: 'expense',
  many: 'expenses',
  columns: {
    on: required('Date', day, '2026-11-12', ['Day', 'Paid on', 'Expense date', 'Transaction date', 'Purchase date']),
    vendor: required('Vendor', label, 'Harbor Fuel Dock', [
      'Payee',
      'Supplier',
      'Merchant',
      'Paid to',
      'Store',
      'Name',
    ]),
    cents: required('Amount', amountNotBelowZero, '1,234.50', [
      'Total',
      'Cost',
      'Price',
      'Amount USD',
      'Amount paid',
      'Sum',
    ]),
    account: required('Account', nameOf('account'), '5020', [
      'Category',
      'Account code',
      'Expense account',
      'GL account',
      'Code',
    ]),
    paidFrom: required('Paid from', PAID_FROM, 'credit card', [
      'Payment method',
      'Paid with',
      'Paid by',
      'Payment account',
      'Method',
    ]),
    charterId: optional('Charter', nameOf('charter'), 'chr_01J9ZQ', ['Charter id', 'Trip', 'Booking']),
    memo: optional('Memo', note, 'Diesel, 120 gal', ['Notes', 'Note', 'Description', 'Comment', 'Details']),
    receiptOnFile: optional(
      'Receipt',
      flag,
      'yes',
      ['Receipt on file', 'Has receipt', 'Receipt attached'],
      'no receipt',
    ),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  assemble: ({ on, vendor, cents, account, paidFrom, charterId, memo, receiptOnFile }, entityId) => {
    if (cents === 0) return doesNotFit('cents', 'expected an amount above zero');
    const known = { entityId, on, vendor, cents, account, paidFrom, receiptOnFile: receiptOnFile ?? false };
    return body<BodyOf<Expense>>({ ...known, ...given({ charterId, memo }) });
  },
  identity: ({ on, vendor, cents }) => [on, vendor, cents],
  equalRows: 'separate',
});
