import { expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { journalAmount, plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import { depositReceived } from '../../shared/ledger/receipts.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { aCharter, aPayment, booksFor, CONTEXT, posted } from './a-record.ts';
import { aSeason } from './a-season.ts';
import { SAMPLE, sampleTransactions } from './sample-journal.ts';

const BOOKED = booksFor(aCharter({ lifecycle: 'booked' }));
const DEPOSIT = posted(depositReceived(aPayment({ cents: 87_000, feeCents: 2_553 }), BOOKED, CONTEXT));

function memoLine(memo: string): string | undefined {
  return plainTextJournal([{ ...DEPOSIT, memo }])
    .split('\n')
    .find((line) => line.startsWith('2026'));
}

test('the sample journal, read and written again, is the sample journal but for accounts it never uses', () => {
  const codes = new Map<string, string>(ACCOUNTS.map((account) => [account.journalName, account.code]));
  const entries = sampleTransactions().map(({ on, id, text, amounts }): JournalEntry => {
    const lines = Object.entries(amounts).map(([name, amount]) => ({
      account: codes.get(name)!,
      cents: cents(amount),
    }));
    return { ...DEPOSIT, id, businessOn: on as LocalDate, memo: text, lines };
  });
  const unstamped = plainTextJournal(entries.toReversed()).replaceAll('    ; entity:jada\n', '');
  const sample = SAMPLE.replace('; generated\n', '')
    .replace('account revenues:refunds and allowances\n    ; code:4190\n', '')
    .replace('account expenses:opex:insurance\n    ; code:6020\n', '');
  expect(unstamped.trimEnd()).toBe(sample.trimEnd());
});

test('an entry is written with its id, its entity, every amount, and the accounts it uses', () => {
  expect(plainTextJournal([DEPOSIT])).toBe(`commodity USD
    format USD 1000.00

account assets:bank:stripe clearing
    ; code:1020
account liabilities:customer deposits
    ; code:2100
account expenses:cogs:merchant fees
    ; code:5040

2026-09-10 * (je_1.deposit) deposit for Sunset sail
    ; entity:jada
    assets:bank:stripe clearing  USD 844.47
    liabilities:customer deposits  USD -870.00
    expenses:cogs:merchant fees  USD 25.53
`);
});

test('a memorandum entry is left out, and nothing at all is still a journal', () => {
  const booked = posted(charterBooked(aCharter(), { isNew: true }, CONTEXT));
  expect(plainTextJournal([booked])).toBe('commodity USD\n    format USD 1000.00\n');
});

test('every line of a season is one the format allows', () => {
  const allowed = [
    /^$/,
    /^commodity USD$/,
    /^ {4}format USD 1000\.00$/,
    /^account [a-z][a-z :-]*[a-z]$/,
    /^ {4}; code:\d{4}$/,
    /^ {4}; entity:[a-z-]+$/,
    /^\d{4}-\d\d-\d\d \* \(je_[0-9A-Za-z.-]+\) [^;|]+$/,
    /^ {4}\S.* {2}USD -?\d+\.\d{2}$/,
  ];
  const lines = plainTextJournal(aSeason().entries).split('\n');
  expect(lines.length).toBeGreaterThan(1_500);
  expect(lines.filter((line) => !allowed.some((form) => form.test(line)))).toEqual([]);
});

test('entries come by day and id whatever order they were given in', () => {
  const { entries } = aSeason();
  expect(plainTextJournal(entries.toReversed())).toBe(plainTextJournal(entries));
});

test.each([
  ['two; parts | and\r\nlines', 'two parts and lines'],
  ['tabs\tand \u202ehidden\u202c marks', 'tabs and hidden marks'],
  [';;;', 'deposit_received'],
])('a description of %j is written safely', (memo, written) => {
  expect(memoLine(memo)).toBe(`2026-09-10 * (je_1.deposit) ${written}`);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [100, '1.00'],
  [-123_456, '-1234.56'],
  [1_000_000_000_000, '10000000000.00'],
])('%i cents are written as %s', (amount, written) => {
  expect(journalAmount(cents(amount))).toBe(written);
});
