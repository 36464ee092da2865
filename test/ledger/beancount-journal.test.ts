import { expect, test } from 'vitest';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import { beancountJournal, beancountName } from '../../shared/ledger/beancount-journal.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { depositReceived } from '../../shared/ledger/receipts.ts';
import { aCharter, aPayment, booksFor, CONTEXT, posted } from './a-record.ts';
import { aSeason } from './a-season.ts';

const BOOKED = booksFor(aCharter({ lifecycle: 'booked' }));
const DEPOSIT = posted(depositReceived(aPayment({ cents: 87_000, feeCents: 2_553 }), BOOKED, CONTEXT));

test('an entry is written with its accounts opened, its id, its entity and every amount', () => {
  expect(beancountJournal([DEPOSIT])).toBe(`option "operating_currency" "USD"

2026-09-10 open Assets:Bank:Stripe-Clearing USD
  code: "1020"
2026-09-10 open Liabilities:Customer-Deposits USD
  code: "2100"
2026-09-10 open Expenses:Cogs:Merchant-Fees USD
  code: "5040"

2026-09-10 * "deposit for Sunset sail"
  entry: "je_1.deposit"
  entity: "jada"
  Assets:Bank:Stripe-Clearing  844.47 USD
  Liabilities:Customer-Deposits  -870.00 USD
  Expenses:Cogs:Merchant-Fees  25.53 USD
`);
});

test('a memorandum entry is left out, and nothing at all is still a journal', () => {
  const booked = posted(charterBooked(aCharter(), { isNew: true }, CONTEXT));
  expect(beancountJournal([booked])).toBe('option "operating_currency" "USD"\n');
});

// The grammar of account names: beancount.github.io/docs, "Beancount Language Syntax".
test('every account has a name of its own that beancount allows', () => {
  const names = ACCOUNTS.map(({ code }) => beancountName(code));
  expect(new Set(names).size).toBe(ACCOUNTS.length);
  const allowed = /^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$/;
  expect(names.filter((name) => !allowed.test(name))).toEqual([]);
  expect([beancountName('4010'), beancountName('4190')]).toEqual(['Income:Charter', 'Income:Refunds-And-Allowances']);
});

test('quotes and backslashes in a description end nothing', () => {
  expect(beancountJournal([{ ...DEPOSIT, memo: 'the "Ocean" pier\\n4' }])).toContain('* "the \\"Ocean\\" pier\\\\n4"');
});

test('entries come by day and id whatever order they were given in', () => {
  const { entries } = aSeason();
  expect(beancountJournal(entries.toReversed())).toBe(beancountJournal(entries));
});
