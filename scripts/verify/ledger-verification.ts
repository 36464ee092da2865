import { readHead } from '../../lambda/stores/books-head.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import type { BooksCheck } from './books-check.ts';
import { verifyBooks } from './books-check.ts';
import type { SeenVersions } from './books-repair.ts';
import { listRepairsOf, repaired, repairsOf } from './books-repair.ts';

const ATTEMPTS = 3;
/** Months before the first and after the last known one that are searched for entries no balance knows of. */
const MARGIN_MONTHS = 12;

/** The books would not stand still, so nothing can be said about them. */
export class BooksMoving extends Error {
  constructor() {
    super('The books were being written all the while. Try again when it is quieter.');
    this.name = 'BooksMoving';
  }
}

/** A check of books that did not move meanwhile, and how many entries each entity counts. */
export interface LedgerVerification {
  readonly check: BooksCheck;
  readonly seen: SeenVersions;
}

/** Looks through the books of some entities while nobody writes them, or holds them against books kept elsewhere. @throws BooksMoving when somebody always does. */
export async function verifiedLedger(
  tables: Tables,
  entityIds: readonly string[],
  kept?: Rebuilding,
): Promise<LedgerVerification> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await versions(tables, entityIds);
    const check = await verifyBooks(tables, entityIds, await monthsToSearch(tables, entityIds), kept);
    const after = await versions(tables, entityIds);
    if (entityIds.every((id) => before.get(id) === after.get(id))) return { check, seen: before };
  }
  throw new BooksMoving();
}

/** The first difference in a sentence, and how many more there are; nothing when the books are sound. */
export function firstDifference({ check, seen }: LedgerVerification): string | undefined {
  const counted = [...seen.values()].reduce((sum, n) => sum + n, 0);
  const found = [
    ...(counted === check.entries ? [] : [`The books count ${counted} entries, ${check.entries} are there.`]),
    ...check.unbalanced.map((id) => `Entry ${id} does not sum to zero.`),
    ...check.differences.map(
      ({ entityId, month, group, name, left, right }) =>
        `${entityId} ${month}, ${group} ${name}: ${left} is stored, the entries say ${right}.`,
    ),
    ...check.channelDifferences.map(
      ({ entityId, month, channelId, countedCents, earnedCents }) =>
        `${entityId} ${month}, channel ${channelId}: ${countedCents} of revenue is counted, its entries earned ${earnedCents}.`,
    ),
    ...check.charterDifferences.map(
      ({ charterId, account, storedCents, entriesCents }) =>
        `Charter ${charterId}, account ${account}: ${storedCents} is stored, the entries say ${entriesCents}.`,
    ),
    ...check.subjectDifferences.map(
      ({ subjectId, account, storedCents, entriesCents }) =>
        `${subjectId}, account ${account}: ${storedCents} is stored, the entries say ${entriesCents}.`,
    ),
    ...check.openDifferences.map((id) => `Charter ${id}: the list of unsettled charters shows it otherwise.`),
  ];
  const [first, ...more] = found;
  return first === undefined || more.length === 0 ? first : `${first} And ${more.length} more.`;
}

/**
 * Sets what is stored to what the entries say, each write told before it is made. Answers how the books are afterwards.
 * @throws BooksMoving when somebody posted meanwhile; what was written by then is right.
 */
export async function repairedLedger(
  tables: Tables,
  entityIds: readonly string[],
  tell: (line: string) => void,
): Promise<LedgerVerification> {
  let now = await verifiedLedger(tables, entityIds);
  for (const plan of [repairsOf, listRepairsOf]) {
    const repairs = await plan(tables, now.check);
    for (const { text } of repairs) tell(text);
    if (!(await repaired(tables, repairs, now.seen))) throw new BooksMoving();
    if (repairs.length > 0) now = await verifiedLedger(tables, entityIds);
  }
  return now;
}

async function versions(tables: Tables, entityIds: readonly string[]): Promise<SeenVersions> {
  const seen = await Promise.all(entityIds.map((id) => readHead(tables, id)));
  return new Map(seen.map(({ entityId, entries }) => [entityId, entries]));
}

async function monthsToSearch(tables: Tables, entityIds: readonly string[]): Promise<readonly Month[]> {
  const balances = (await Promise.all(entityIds.map((id) => readBalances(tables, id)))).flat();
  const months = balances.map(({ month }) => month as Month).sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  return monthsThrough(plusMonths(first, -MARGIN_MONTHS), plusMonths(last, MARGIN_MONTHS));
}
