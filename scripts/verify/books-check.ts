import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { accountBalances } from '../../lambda/stores/account-balances.ts';
import { chartersIn, readCharterFile } from '../../lambda/stores/charter-store.ts';
import { charterBalanceKey } from '../../lambda/stores/keys.ts';
import { readBalances, readEntries } from '../../lambda/stores/ledger-store.ts';
import { readOpenCharters } from '../../lambda/stores/open-charter-store.ts';
import { readSubject } from '../../lambda/stores/subject-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { BalanceDifference } from '../../shared/ledger/balances.ts';
import { differences, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';

/** An account on which a stored balance is not the sum of its entries. */
interface AccountDifference {
  readonly account: string;
  readonly storedCents: number;
  readonly entriesCents: number;
}
export type CharterDifference = AccountDifference & { readonly charterId: string };
/** The same for what money is about beside a charter: a bill, a loan, a gift card. */
export type SubjectDifference = AccountDifference & { readonly subjectId: string };

/** What a look through the stored books found. */
export interface BooksCheck {
  readonly entries: number;
  readonly charters: number;
  readonly subjects: number;
  /** Ids of entries whose lines do not sum to zero. */
  readonly unbalanced: readonly string[];
  /** Figures on which the stored month balances (left) and the entries (right) disagree. */
  readonly differences: readonly BalanceDifference[];
  readonly charterDifferences: readonly CharterDifference[];
  readonly subjectDifferences: readonly SubjectDifference[];
  /** Ids of charters that the list of those not settled shows otherwise than their own accounts do. */
  readonly openDifferences: readonly string[];
  /** Whether nothing at all was found. */
  readonly isSound: boolean;
}

const READS_AT_ONCE = 24;

/**
 * Checks the stored books of some entities against their entries. `months` must be every month with entries: the
 * balances of all months are compared, so an entry in a month left out shows as a difference.
 */
export async function verifyBooks(
  tables: Tables,
  entityIds: readonly string[],
  months: readonly Month[],
): Promise<BooksCheck> {
  const pairs = entityIds.flatMap((entityId) => months.map((month) => ({ entityId, month })));
  const entries = (await each(pairs, ({ entityId, month }) => readEntries(tables, entityId, month))).flat();
  const stored = (await each(entityIds, (entityId) => readBalances(tables, entityId))).flat();
  const listed = (await each(pairs, ({ entityId, month }) => chartersIn(tables, entityId, month))).flat();
  const sums = sumsBy(entries, ({ charterDeltas: held }) => held && { id: held.charterId, deltas: held.deltas });
  const subjects = sumsBy(entries, ({ subjectDeltas: held }) => held && { id: held.subjectId, deltas: held.deltas });
  const charterIds = [...new Set([...sums.keys(), ...listed.map(({ id }) => id)])].sort();
  const found = {
    unbalanced: entries.filter((entry) => sum(entry.lines.map((line) => line.cents)) !== 0).map(({ id }) => id),
    differences: differences(stored, rebuiltBalances(entries)),
    charterDifferences: (
      await each(charterIds, (charterId) => charterDifferences(tables, charterId, sums.get(charterId) ?? {}))
    ).flat(),
    subjectDifferences: (
      await each([...subjects], ([subjectId, sum]) => subjectDifferences(tables, subjectId, sum))
    ).flat(),
    openDifferences: await openDifferences(tables, entityIds, charterIds, sums),
  };
  const isSound = Object.values(found).every((list) => list.length === 0);
  return { entries: entries.length, charters: charterIds.length, subjects: subjects.size, ...found, isSound };
}

type Balances = Readonly<Record<string, number>>;

type Sums = ReadonlyMap<string, Balances>;

/** What the entries add up to by account, for each charter or each subject. */
export function sumsBy(
  entries: readonly JournalEntry[],
  deltasOf: (posting: Posting) => { readonly id: string; readonly deltas: Balances } | undefined,
): Sums {
  const sums = new Map<string, Record<string, number>>();
  for (const found of entries.map((entry) => deltasOf(postingOf(entry)))) {
    if (found === undefined) continue;
    const held = sums.get(found.id) ?? {};
    for (const [code, by] of Object.entries(found.deltas)) held[code] = (held[code] ?? 0) + by;
    sums.set(found.id, held);
  }
  return sums;
}

async function charterDifferences(tables: Tables, charterId: string, sums: Balances): Promise<CharterDifference[]> {
  const Key = charterBalanceKey(charterId);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return accountDifferences(accountBalances(found.Item ?? {}), sums).map((difference) => ({
    charterId,
    ...difference,
  }));
}

async function subjectDifferences(tables: Tables, subjectId: string, sums: Balances): Promise<SubjectDifference[]> {
  const { balances } = await readSubject(tables, subjectId);
  return accountDifferences(balances, sums).map((difference) => ({ subjectId, ...difference }));
}

function accountDifferences(stored: Balances, sums: Balances): AccountDifference[] {
  return [...new Set([...Object.keys(stored), ...Object.keys(sums)])]
    .sort()
    .map((account) => ({ account, storedCents: stored[account] ?? 0, entriesCents: sums[account] ?? 0 }))
    .filter(({ storedCents, entriesCents }) => storedCents !== entriesCents);
}

async function openDifferences(
  tables: Tables,
  entityIds: readonly string[],
  charterIds: readonly string[],
  sums: Sums,
): Promise<string[]> {
  const listed = (await each(entityIds, (entityId) => readOpenCharters(tables, entityId))).flat();
  const stored = new Map(listed.map((open) => [open.charterId, open]));
  const ids = [...new Set([...charterIds, ...stored.keys()])].sort();
  const differs = await each(ids, async (id) => {
    const file = await readCharterFile(tables, id);
    const wanted = file && openCharterOf(file.charter, sums.get(id) ?? {});
    return canonicalJson(stored.get(id) ?? null) !== canonicalJson(wanted ?? null);
  });
  return ids.filter((_, i) => differs[i]);
}

/** Reads for every item, a bounded number at a time, answers in the order of the items. */
export async function each<A, B>(items: readonly A[], read: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let at = 0; at < items.length; at += READS_AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(at, at + READS_AT_ONCE).map(read))));
  }
  return answers;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
