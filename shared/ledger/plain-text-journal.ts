import type { Cents } from '../kernel/money.ts';
import type { JournalEntry, JournalLine } from '../records/journal.ts';
import { accountOf } from './accounts.ts';

/**
 * The entries as a plain-text journal that hledger and ledger accept at their strictest, with equal balances. Sorted by
 * business day and entry id; memorandum entries, which have no lines, are left out; each transaction names its entity.
 */
export function plainTextJournal(entries: readonly JournalEntry[]): string {
  const posted = postedInOrder(entries);
  const codes = [...new Set(posted.flatMap((entry) => entry.lines.map((line) => line.account)))].sort();
  const blocks = [COMMODITY, codes.map(accountDirective).join('\n'), ...posted.map(transaction)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** An amount as the journal writes it: dollars and exactly two decimals, the sign before the digits. */
export function journalAmount(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The entries a journal shows: those with lines, by business day and entry id. */
export function postedInOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.filter((entry) => entry.lines.length > 0).sort(byDayAndId);
}

/** The memo on one line, without what a journal takes for a comment or for a payee's end. */
export function journalDescription(entry: JournalEntry): string {
  const safe = entry.memo.replace(/[;|\s\p{C}]+/gu, ' ').trim();
  return safe === '' ? entry.template : safe;
}

const COMMODITY = 'commodity USD\n    format USD 1000.00';

/** The code stands on a line of its own: ledger reads a comment beside the name as part of it. */
function accountDirective(code: string): string {
  return `account ${accountOf(code).journalName}\n    ; code:${code}`;
}

function transaction(entry: JournalEntry): string {
  return [
    `${entry.businessOn} * (${entry.id}) ${journalDescription(entry)}`,
    `    ; entity:${entry.entityId}`,
    ...entry.lines.map(posting),
  ].join('\n');
}

function posting(line: JournalLine): string {
  return `    ${accountOf(line.account).journalName}  USD ${journalAmount(line.cents)}`;
}

function byDayAndId(a: JournalEntry, b: JournalEntry): number {
  if (a.businessOn !== b.businessOn) return a.businessOn < b.businessOn ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
