import type { JournalEntry, JournalLine } from '../records/journal.ts';
import { accountOf } from './accounts.ts';
import { journalAmount, journalDescription, postedInOrder } from './plain-text-journal.ts';

/**
 * The entries as a journal that beancount reads: the same transactions in the same order as the plain-text journal, with
 * account names as beancount wants them, each account opened on the first day of the books.
 */
export function beancountJournal(entries: readonly JournalEntry[]): string {
  const posted = postedInOrder(entries);
  const [first] = posted;
  const codes = [...new Set(posted.flatMap((entry) => entry.lines.map((line) => line.account)))].sort();
  const opened = codes.map((code) => `${first?.businessOn} open ${beancountName(code)} USD\n  code: "${code}"`);
  const blocks = ['option "operating_currency" "USD"', opened.join('\n'), ...posted.map(transaction)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** An account's name in a beancount journal: assets:bank:stripe clearing is Assets:Bank:Stripe-Clearing there. */
export function beancountName(code: string): string {
  const [root = '', ...rest] = accountOf(code).journalName.split(':');
  return [root === 'revenues' ? 'income' : root, ...rest].map(capitalised).join(':');
}

function capitalised(part: string): string {
  return part
    .split(/[ -]/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('-');
}

function transaction(entry: JournalEntry): string {
  return [
    `${entry.businessOn} * "${quotable(journalDescription(entry))}"`,
    `  entry: "${entry.id}"`,
    `  entity: "${entry.entityId}"`,
    ...entry.lines.map(posting),
  ].join('\n');
}

function posting(line: JournalLine): string {
  return `  ${beancountName(line.account)}  ${journalAmount(line.cents)} USD`;
}

/** The text as it may stand between quotes. */
function quotable(text: string): string {
  return text.replace(/["\\]/g, (mark) => `\\${mark}`);
}
