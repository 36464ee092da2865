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
import type { AccountSums } from '../../shared/ledger/account-sums.ts';
import { accountOf } from '../../shared/ledger/accounts.ts';
import type { BalanceDifference } from '../../shared/ledger/balances.ts';
import { differences } from '../../shared/ledger/balances.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';

/** An account on which a stored balance is not the sum of its entries. */
interface AccountDifference {
  readonly account: string;
  readonly storedCents: number;
  readonly entriesCents: number;
}
export type CharterDifference = AccountDifference & { readonly charterId: string };
/** The same for what money is about beside a charter: a bill, a loan, a gift card. */
export type SubjectDifference = AccountDifference & { readonly subjectId: string };

/** A channel whose revenue was counted otherwise than the entries that name it earned it. */
export interface ChannelDifference {
  readonly entityId: string;
  readonly month: string;
  readonly channelId: string;
  readonly countedCents: number;
  readonly earnedCents: number;
}

/** What a look through the stored books found. */
export interface BooksCheck {
  readonly entries: number;
  readonly charters: number;
  readonly subjects: number;
  /** Ids of entries whose lines do not sum to zero. */
  readonly unbalanced: readonly string[];
  /** Figures on which the stored month balances (left) and the entries (right) disagree. */
  readonly differences: readonly BalanceDifference[];
  readonly channelDifferences: readonly ChannelDifference[];
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
 * balances of all months are compared, so an entry in a month left out shows as a difference. Books added up elsewhere,
 * from a file of entries, are compared in place of the stored entries.
 */
export async function verifyBooks(
  tables: Tables,
  entityIds: readonly string[],
  months: readonly Month[],
  kept?: Rebuilding,
): Promise<BooksCheck> {
  const pairs = entityIds.flatMap((entityId) => months.map((month) => ({ entityId, month })));
  const books = kept ?? (await rebuiltFrom(tables, pairs));
  const stored = (await each(entityIds, (entityId) => readBalances(tables, entityId))).flat();
  const listed = (await each(pairs, ({ entityId, month }) => chartersIn(tables, entityId, month))).flat();
  const charterIds = [...new Set([...books.charters.ids(), ...listed.map(({ id }) => id)])].sort();
  const found = {
    unbalanced: books.unbalanced,
    differences: differences(stored, books.months()),
    channelDifferences: channelDifferences(books),
    charterDifferences: (
      await each(charterIds, (charterId) => charterDifferences(tables, charterId, books.charters.of(charterId)))
    ).flat(),
    subjectDifferences: (
      await each([...books.subjects.ids()], (id) => subjectDifferences(tables, id, books.subjects.of(id)))
    ).flat(),
    openDifferences: await openDifferences(tables, entityIds, charterIds, books.charters),
  };
  const isSound = Object.values(found).every((list) => list.length === 0);
  return { entries: books.entries, charters: charterIds.length, subjects: books.subjects.size, ...found, isSound };
}

/** The books as their entries make them; of the entries no more than some months are held at once. */
async function rebuiltFrom(
  tables: Tables,
  pairs: readonly { readonly entityId: string; readonly month: Month }[],
): Promise<Rebuilding> {
  const books = new Rebuilding();
  await each(pairs, async ({ entityId, month }) => {
    for (const entry of await readEntries(tables, entityId, month)) books.add(entry);
  });
  return books;
}

type Balances = Readonly<Record<string, number>>;

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
  sums: AccountSums,
): Promise<string[]> {
  const listed = (await each(entityIds, (entityId) => readOpenCharters(tables, entityId))).flat();
  const stored = new Map(listed.map((open) => [open.charterId, open]));
  const ids = [...new Set([...charterIds, ...stored.keys()])].sort();
  const differs = await each(ids, async (id) => {
    const file = await readCharterFile(tables, id);
    const wanted = file && openCharterOf(file.charter, sums.of(id));
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

/** Channels whose counted revenue is not what the lines of their entries earned. */
function channelDifferences(books: Rebuilding): ChannelDifference[] {
  const counted = new Map(
    books.months().map(({ entityId, month, groups }) => [`${entityId} ${month}`, groups.channels]),
  );
  return books.channels().flatMap(({ entityId, month, channelId, accounts }) => {
    const countedCents = counted.get(`${entityId} ${month}`)?.[`${channelId}.revenue`] ?? 0;
    const revenue = Object.entries(accounts).filter(([code]) => accountOf(code).type === 'revenue');
    const earnedCents = revenue.reduce((sum, [, cents]) => sum - cents, 0);
    return countedCents === earnedCents ? [] : [{ entityId, month, channelId, countedCents, earnedCents }];
  });
}
