import type { Instant, LocalDate } from '../kernel/calendar.ts';
import { shortDigest } from '../kernel/digest.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import { isId } from '../kernel/ids.ts';
import { cents, sumCents } from '../kernel/money.ts';
import type { JournalEntry, JournalLine, Tally, Template } from '../records/journal.ts';
import type { AccountCode } from './accounts.ts';
import { accountOf } from './accounts.ts';

/** When an entry was written down, and by whom. */
export interface PostingContext {
  readonly postedAt: Instant;
  readonly postedBy: string;
}

/** An entry before its lines are merged and proven to balance. */
export interface EntryDraft {
  readonly id: string;
  readonly entityId: string;
  readonly template: Template;
  readonly businessOn: LocalDate;
  readonly memo: string;
  readonly refs: JournalEntry['refs'];
  readonly lines: readonly JournalLine[];
  readonly tallies: readonly Tally[];
  readonly reverses?: string;
}

/**
 * The draft as an entry: one line per account, sorted, none of zero; one tally per name, none of zero.
 * @throws RangeError when the lines do not sum to zero, an account is not in the chart or the id is none.
 */
export function journalEntry(draft: EntryDraft, context: PostingContext): JournalEntry {
  const lines = mergedLines(draft.lines);
  const sum = sumCents(lines.map((line) => line.cents));
  if (sum !== 0) throw new RangeError(`${draft.id} is out of balance by ${sum} cents`);
  if (!isId(draft.id)) throw new RangeError(`not an entry id: ${draft.id}`);
  return { ...draft, ...context, memo: [...draft.memo].slice(0, 120).join(''), lines, tallies: mergedTallies(draft) };
}

/** A line that adds to an account's debit side. */
export function debit(account: AccountCode, amount: number): JournalLine {
  return { account, cents: cents(amount) };
}

/** A line that adds to an account's credit side. */
export function credit(account: AccountCode, amount: number): JournalLine {
  return { account, cents: cents(-amount) };
}

/**
 * The id of the entry an event of a record makes, always the same one: pay_01K… received as a deposit is
 * je_01K….deposit. Very long record ids appear as their digest, so that the id of a reversal still fits.
 */
export function entryId(recordId: string, ...event: readonly (string | number)[]): string {
  const record = recordId.slice(recordId.indexOf('_') + 1);
  return `je_${[record.length > 40 ? shortDigest(record) : record, ...event].join('.')}`;
}

/** The entry, or every reason why what was recorded cannot be posted. */
export function entryUnless(problems: readonly Problem[], build: () => JournalEntry): Result<JournalEntry> {
  return problems.length === 0 ? ok(build()) : unpostable(problems);
}

/** An entry that is all a record becomes. */
export function alone(result: Result<JournalEntry>): Result<readonly JournalEntry[]> {
  return result.ok ? ok([result.value]) : result;
}

/** The refusal that says why what was recorded cannot be posted. */
export function unpostable(problems: readonly Problem[]): Result<never> {
  return refused('invalid', 'This cannot be posted.', problems);
}

/** The order of an entry's tallies: by month, group and name. */
export function tallyOrder(a: Tally, b: Tally): number {
  return tallyKey(a) < tallyKey(b) ? -1 : 1;
}

/** The problem, as a list of one, when the claim is true. */
export function problemIf(claim: boolean, field: string, message: string): readonly Problem[] {
  return claim ? [{ field, message }] : [];
}

function mergedLines(lines: readonly JournalLine[]): JournalLine[] {
  const byAccount = new Map<string, number>();
  for (const line of lines) {
    byAccount.set(accountOf(line.account).code, (byAccount.get(line.account) ?? 0) + line.cents);
  }
  return [...byAccount]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, amount]) => ({ account, cents: cents(amount) }));
}

function mergedTallies({ tallies }: EntryDraft): Tally[] {
  const byName = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = tallyKey(tally);
    byName.set(key, { ...tally, amount: cents((byName.get(key)?.amount ?? 0) + tally.amount) });
  }
  return [...byName.values()].filter(({ amount }) => amount !== 0).sort(tallyOrder);
}

function tallyKey({ month, group, name }: Tally): string {
  return `${month} ${group} ${name}`;
}
