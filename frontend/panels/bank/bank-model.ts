import type { BankLine } from '../../../shared/records/bank-line.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import type { BankMatchesResponse, MatchBankLinesBody } from '../../../shared/wire/bank.ts';

/** An unexplained line with what it may be. */
export type LineMatches = BankMatchesResponse['lines'][number];
/** One movement a line may be. */
export type Suggestion = LineMatches['suggestions'][number];
/** One match a person decided on. */
export type Match = MatchBankLinesBody['matches'][number];

/** Lines by how sure their match is: beyond doubt, to be looked at, and like nothing in the books. */
export interface SortedLines {
  readonly certain: readonly LineMatches[];
  readonly near: readonly LineMatches[];
  readonly alone: readonly LineMatches[];
}

/** The lines in three heaps, each in its order. */
export function sortedLines(lines: readonly LineMatches[]): SortedLines {
  const isCertain = ({ suggestions }: LineMatches) => suggestions[0]?.grade === 'certain';
  return {
    certain: lines.filter(isCertain),
    near: lines.filter((one) => one.suggestions.length > 0 && !isCertain(one)),
    alone: lines.filter(({ suggestions }) => suggestions.length === 0),
  };
}

/** How far a line and a movement are apart, in words. */
export function differenceText({ grade, daysApart, centsApart, movement }: Suggestion, line: BankLine): string {
  if (grade === 'certain') return 'Same amount, same day';
  if (daysApart === 0 && centsApart === 0) return 'Same amount and day, but there is more than one like it';
  const when = movement.on < line.on ? 'earlier in the books' : 'later in the books';
  const days = daysApart === 0 ? 'same day' : `${formatCell({ kind: 'days', value: daysApart })} ${when}`;
  if (centsApart === 0) return `Same amount, ${days}`;
  const isMore = Math.abs(movement.cents) > Math.abs(line.cents);
  return `${money(centsApart)} ${isMore ? 'more' : 'less'} in the books, ${days}`;
}

/** The match of a line with a movement. */
export function matchOf(line: BankLine, { movement }: Suggestion): Match {
  return { lineId: line.id, version: line.version, entryId: movement.entryId, on: movement.on };
}

/** The matches of the certain lines whose box is ticked. */
export function certainMatches(lines: readonly LineMatches[], left: ReadonlySet<string>): readonly Match[] {
  return lines.flatMap(({ line, suggestions: [best] }) =>
    best === undefined || left.has(line.id) ? [] : [matchOf(line, best)],
  );
}

/** The transfer between accounts of ours a line would be, for the account it came from or went to. */
export function transferOf({ entityId, account, on, cents }: BankLine, other: string) {
  const [from, to] = cents < 0 ? [account, other] : [other, account];
  return { entityId, on, cents: Math.abs(cents), from, to };
}

/** Whether a line may be a fee the card processor kept: money that left the account it holds for us. */
export function mayBeFee({ account, cents }: BankLine): boolean {
  return account === CLEARING && cents < 0;
}

/** The fee such a line would be. The processor's own statement is its receipt. */
export function feeOf({ entityId, on, cents, memo }: BankLine) {
  const kept = { account: MERCHANT_FEES, paidFrom: CLEARING, receiptOnFile: true } as const;
  return { entityId, on, vendor: 'Card processor', cents: Math.abs(cents), memo, ...kept };
}

/** What is recorded of a line as it stands goes by this key: pressed twice it is recorded once, taken back it can be anew. */
export function recordKey({ id, version }: Pick<BankLine, 'id' | 'version'>, what: string): string {
  return `${id.replace(/[^A-Za-z0-9_-]/g, '-').slice(-40)}-${version}-as-${what}`;
}

const CLEARING = '1020';
const MERCHANT_FEES = '5040';

/** An amount with its sign. */
export function money(cents: number): string {
  return formatCell({ kind: 'cents', value: cents });
}

/** How many lines, in words. */
export function linesText(count: number): string {
  return `${formatCell({ kind: 'count', value: count })} ${count === 1 ? 'line' : 'lines'}`;
}

/** What the page says first. */
export function standingText({ lines, unexplained }: BankMatchesResponse): string {
  if (unexplained === 0) return 'Every bank line is explained by something in the books.';
  const certain = sortedLines(lines).certain.length;
  const shown = lines.length < unexplained ? ` The oldest ${linesText(lines.length)} are shown.` : '';
  const sure = certain === 0 ? '' : ` ${linesText(certain)} beyond doubt.`;
  return `${linesText(unexplained)} of the statements ${unexplained === 1 ? 'is' : 'are'} not explained yet.${sure}${shown}`;
}
