import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Portfolio } from './portfolio.ts';
import type { Item } from './portfolio-items.ts';
import { portfolioItems } from './portfolio-items.ts';
import { loadedSample, markBegun, markLoaded } from './sample-marker.ts';

/** Told after every batch: how many items are stored of how many, and what they are. */
export type Progress = (done: number, total: number, what: string) => void;

/** The most items DynamoDB takes in one batch. */
const BATCH = 25;
const AT_ONCE = 6;
const ATTEMPTS = 10;

/**
 * Stores a portfolio in tables without a sample. Nothing happens when one is complete there, so that nobody's work is
 * overwritten; loading again after a crash writes the same items to the same keys. The marker comes last.
 * @throws Error when DynamoDB keeps leaving items unstored.
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
      await stored(tables, batch);
      done += batch.length;
      progress(done, total, what);
    });
  }
  await markLoaded(tables, marker);
  return 'loaded';
}

/** Stores up to 25 items, those DynamoDB left over again after a growing pause. */
async function stored(tables: Tables, items: readonly Item[]): Promise<void> {
  let left = items.map((item) => ({ PutRequest: { Item: { ...item } } }));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const written = await tables.client.send(new BatchWriteCommand({ RequestItems: { [tables.main]: left } }));
    left = (written.UnprocessedItems?.[tables.main] ?? []) as typeof left; // what is left over is what was sent
    if (left.length === 0) return;
    await new Promise((resume) => setTimeout(resume, 20 * 2 ** attempt));
  }
  throw new Error(`${left.length} items of the sample could not be stored. Start again to finish loading it.`);
}

function batches(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

/** Runs the work for every item, so many at a time; the first failure ends it once the running ones are through. */
async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
