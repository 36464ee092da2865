import type { LocalDate } from '../../kernel/calendar.ts';
import type { Cents } from '../../kernel/money.ts';
import type { BankLine } from '../../records/bank-line.ts';
import { body, doesNotFit, given, importKind, optional, required } from '../import-kind.ts';
import { moment, utcMoment } from '../reading-days.ts';
import { anyAmount } from '../reading-money.ts';
import { choice, currencyCode, longLabel, nameOf, notDollars, reference } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

/** Stripe's reporting categories and types under the words of the books; what is not here is refused, not guessed. */
const TYPE = choice({
  charge: ['payment', 'charge failure', 'partial capture reversal'],
  refund: ['payment refund', 'refund failure', 'payment failure refund'],
  dispute: [],
  dispute_reversal: [],
  payout: ['payout reversal', 'payout failure', 'payout cancel'],
  fee: ['stripe fee', 'stripe fx fee', 'tax fee', 'network cost'],
  adjustment: ['other adjustment'],
});

/** One movement of the balance a card processor holds for us. */
export interface ProcessorTransactionBody {
  readonly entityId: string;
  readonly transactionId: string;
  readonly type: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout' | 'fee' | 'adjustment';
  readonly on: LocalDate;
  readonly grossCents: Cents;
  /** Above zero where the processor keeps something, below where it gives it back. */
  readonly feeCents: Cents;
  /** Gross less fee. */
  readonly netCents: Cents;
  readonly description: string;
  readonly charterId?: string;
}

/** The account of ours the processor holds. */
const CLEARING = '1020';
const LONGEST_MEMO = 120;

/**
 * A movement of the processor's balance as a line of the statement it keeps of our account with it. The money itself is on
 * record with its charter, subscription or dispute, and is not posted again: the line is matched with it.
 */
export function processorLine({ body: of }: { readonly body: object }): BodyOf<BankLine> {
  const { entityId, on, netCents, type, description, transactionId } = of as ProcessorTransactionBody;
  const about = description === type ? '' : ` ${description}`;
  const memo = [...`${type} ${transactionId}${about}`].slice(0, LONGEST_MEMO).join('');
  return { entityId, account: CLEARING, on, cents: netCents, memo };
}

/** The balance history of a card processor: Stripe's summary and its itemised report are both known by their headers. */
export const cardBalance = importKind({
  id: 'card-balance',
  title: 'Card processor balance',
  one: 'balance transaction',
  many: 'balance transactions',
  columns: {
    transactionId: required('Transaction', reference, 'txn_1Abc', [
      'balance_transaction_id',
      'id',
      'Transaction id',
      'Balance transaction',
    ]),
    type: required('Type', TYPE, 'charge', ['reporting_category', 'Category', 'Transaction type']),
    createdUtc: optional('Created (UTC)', utcMoment, '2026-11-12 17:30', [
      'created_utc',
      'Created UTC',
      'Created date (UTC)',
    ]),
    created: optional('Created', moment, '2026-11-12 09:30', ['Date', 'Created at', 'Created on', 'Created date']),
    currency: required('Currency', currencyCode, 'usd', ['Currency code']),
    convertedCurrency: optional('Converted currency', currencyCode, 'usd', ['Settlement currency'], 'the currency'),
    grossCents: required('Gross', anyAmount, '1,200.00', ['Amount', 'Gross amount']),
    convertedCents: optional('Converted amount', anyAmount, '1,200.00', ['Settlement amount'], 'the amount'),
    feeCents: required('Fees', anyAmount, '35.10', ['Fee', 'Processing fee', 'Processing fees']),
    netCents: required('Net', anyAmount, '1,164.90', ['Net amount']),
    description: optional(
      'Description',
      longLabel,
      'Charter deposit',
      ['Memo', 'Details', 'Statement descriptor'],
      'the type',
    ),
    charterId: optional('Charter', nameOf('charter'), 'chr_01J9ZQ', [
      'Charter id',
      'payment_metadata[charter]',
      'payment_metadata[charter_id]',
      'charter (metadata)',
      'charter_id (metadata)',
    ]),
  },
  anyOf: [[['createdUtc'], ['created']]],
  assemble: (
    { createdUtc, created, currency, convertedCurrency, grossCents: amount, convertedCents, ...rest },
    entityId,
  ) => {
    const { transactionId, type, feeCents, netCents, description = type, charterId } = rest;
    const on = (createdUtc ?? created)?.on;
    if (on === undefined) return doesNotFit('createdUtc', 'expected when it was created', 'missing');
    const settledIn = convertedCurrency ?? currency;
    if (settledIn !== 'USD')
      return doesNotFit(convertedCurrency ? 'convertedCurrency' : 'currency', notDollars(settledIn), 'other-currency');
    if (currency !== 'USD' && convertedCents === undefined)
      return doesNotFit('currency', notDollars(currency), 'other-currency');
    const grossCents = convertedCents ?? amount;
    if (grossCents - feeCents !== netCents) return doesNotFit('netCents', 'expected the gross less the fees');
    const known = { entityId, transactionId, type, on, grossCents, feeCents, netCents, description };
    return body<ProcessorTransactionBody>({ ...known, ...given({ charterId }) });
  },
  identity: ({ transactionId }) => [transactionId],
  equalRows: 'same',
});
