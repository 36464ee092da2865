import type { LocalDate } from '../kernel/calendar.ts';
import { daysBetween } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import type { BankLine } from '../records/bank-line.ts';
import type { JournalEntry } from '../records/journal.ts';

/** Money that moved on a bank account, a card or with the processor, as the books have it. */
export interface Movement {
  readonly entryId: string;
  readonly account: BankLine['account'];
  readonly on: LocalDate;
  /** Above zero where money came in. */
  readonly cents: Cents;
  readonly memo: string;
}

/** A movement a bank line may be, and how far the two are apart. */
export interface MatchSuggestion {
  readonly movement: Movement;
  /** Certain: the same account, amount and day, and nothing else it could be. */
  readonly grade: 'certain' | 'likely' | 'possible';
  readonly daysApart: number;
  readonly centsApart: Cents;
}

/** An unexplained bank line and what it may be, the best first. */
export interface LineMatches {
  readonly line: BankLine;
  readonly suggestions: readonly MatchSuggestion[];
}

/** How far a line and a movement may be apart to be suggested. */
export interface MatchTolerance {
  /** Banks book a day or a few after the money was on its way. */
  readonly days: number;
  /** What a bank may have kept, as a share of the amount in basis points. */
  readonly shareBps: number;
  readonly most: number;
}

export const MATCH_TOLERANCE: MatchTolerance = { days: 7, shareBps: 300, most: 5 };

const BANK_ACCOUNTS: readonly string[] = ['1010', '1015', '1020', '2020'] satisfies BankLine['account'][];

/** The movements of some entries on accounts that have statements. What was taken back moved nothing. */
export function movementsOf(entries: readonly JournalEntry[]): readonly Movement[] {
  const takenBack = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const standing = entries.filter(({ id, reverses }) => reverses === undefined && !takenBack.has(id));
  return standing.flatMap(({ id, businessOn, memo, lines }) =>
    lines
      .filter(({ account }) => BANK_ACCOUNTS.includes(account))
      .map(({ account, cents }) => ({
        entryId: id,
        account: account as BankLine['account'], // just looked up among them
        on: businessOn,
        cents,
        memo,
      })),
  );
}

/**
 * For every unexplained bank line the movements it may be: of the same account and direction, within the tolerance of
 * days and amount. Only where amount and day are the same and line and movement have no other like them is it certain.
 */
export function bankMatches(
  lines: readonly BankLine[],
  movements: readonly Movement[],
  tolerance: MatchTolerance = MATCH_TOLERANCE,
): readonly LineMatches[] {
  const open = lines.filter(({ matchedEntryId }) => matchedEntryId === undefined);
  const linesLike = countBy(open.map(likenessOf));
  const movementsLike = countBy(movements.map(likenessOf));
  return [...open].sort(byDayAndId).map((line) => {
    const suggestions = movements
      .filter(({ account }) => account === line.account)
      .flatMap((movement): MatchSuggestion[] => {
        const daysApart = Math.abs(daysBetween(line.on, movement.on));
        const centsApart = Math.abs(line.cents - movement.cents) as Cents;
        if (daysApart > tolerance.days || !isNear(line.cents, movement.cents, tolerance)) return [];
        const like = likenessOf(line);
        const isOnly = daysApart === 0 && linesLike.get(like) === 1 && movementsLike.get(like) === 1;
        const grade = centsApart > 0 ? 'possible' : isOnly ? 'certain' : 'likely';
        return [{ movement, grade, daysApart, centsApart }];
      })
      .sort(byNearness);
    return { line, suggestions: suggestions.slice(0, tolerance.most) };
  });
}

function isNear(line: Cents, movement: Cents, { shareBps }: MatchTolerance): boolean {
  if (line === movement) return true;
  if (line === 0 || Math.sign(line) !== Math.sign(movement)) return false;
  return Math.abs(line - movement) * 10_000 <= Math.abs(movement) * shareBps;
}

function likenessOf({ account, on, cents }: Pick<Movement, 'account' | 'on' | 'cents'>): string {
  return `${account} ${on} ${cents}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The amount first, then the day; two that are equally near stand by their ids. */
function byNearness(a: MatchSuggestion, b: MatchSuggestion): number {
  return a.centsApart - b.centsApart || a.daysApart - b.daysApart || (a.movement.entryId < b.movement.entryId ? -1 : 1);
}

function byDayAndId(a: BankLine, b: BankLine): number {
  return `${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1;
}
