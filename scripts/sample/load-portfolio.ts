import type { Tables } from '../../lambda/stores/tables.ts';
import { storedTogether } from '../../lambda/stores/transaction.ts';
import type { Portfolio } from './portfolio.ts';
import type { Item } from './portfolio-items.ts';
import { portfolioItems } from './portfolio-items.ts';
import { loadedSample, markBegun, markLoaded } from './sample-marker.ts';

/** Told after every batch: how many items are stored of how many, and what they are. */
export type Progress = (done: number, total: number, what: string) => void;

/**
 * The most items DynamoDB takes in one transaction. A local database writes a transaction to its disk once, but a plain
 * batch once per item, which takes eight times as long.
 */
const BATCH = 100;
const AT_ONCE = 3;

/**
 * Stores a portfolio in tables without a sample. Nothing happens when one is complete there, so that nobody's work is
 * overwritten; loading again after a crash writes the same items to the same keys. The marker comes last.
 */
export async function loadPortfolio(
  tables: Tables,
  portfolio: Portfolio,
  progress: Progress = () => undefined,
): Promise<'loaded' | 'already there'> {
  if (await loadedSample(tables)) return 'already there';
  const groups = portfolioItems(portfolio);
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  const marker = { day: portfolio.day, items: total };
  await markBegun(tables, marker);
  let done = 0;
  for (const { what, items } of groups) {
    await inParallel(batches(items), AT_ONCE, async (batch) => {
      await storedTogether(
        tables,
        batch.map((item) => ({ Put: { TableName: tables.main, Item: { ...item } } })),
      );
      done += batch.length;
      progress(done, total, what);
    });
  }
  await markLoaded(tables, marker);
  return 'loaded';
}

function batches(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

/** Runs the work for every item, so many at a time; the first failure is thrown once the running ones are through. */
async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
