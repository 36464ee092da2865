import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { entitiesMoved, movedWrites } from './moved-store.ts';
import { oneWriteEach } from './one-write-each.ts';
import type { Tables } from './tables.ts';

/** One write of a transaction; stores hand these out, services gather them. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What came of a transaction: stored, or which of its writes found their condition unmet. */
export type Committed = { readonly stored: true } | { readonly stored: false; readonly unmet: readonly number[] };

const ATTEMPTS = 12;

/**
 * Stores all writes or none. Where records of an entity change, the same transaction notes it, behind the writes given,
 * and whoever prepares figures from them is told. An unmet condition is an answer, not an error.
 * @throws FaultError `unavailable` when others keep writing the same items.
 */
export async function committed(tables: Tables, writes: readonly Write[]): Promise<Committed> {
  const moved = entitiesMoved(tables, writes);
  const result = await storedTogether(tables, oneWriteEach([...writes, ...movedWrites(tables, moved, writes)]));
  if (result.stored && moved.length > 0) await tables.whenMoved?.(moved);
  return result;
}

/**
 * The same without a note of what moved: for loading a whole portfolio before anybody looks. Two transactions touching
 * one item at the same time are tried again with growing, jittered pauses.
 * @throws FaultError `unavailable` when the conflict does not end.
 */
export async function storedTogether(tables: Tables, writes: readonly Write[]): Promise<Committed> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await tables.client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return { stored: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const unmet = reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : []));
      if (unmet.length > 0) return { stored: false, unmet };
      const contended = reasons.some((reason) => reason.Code === 'TransactionConflict');
      if (!contended) throw error;
      if (attempt >= ATTEMPTS)
        throw new FaultError(fault('unavailable', 'Too many changes at once. Try again.', [], error));
      await (tables.pause ?? pause)(Math.min(400, 5 * 2 ** attempt));
    }
  }
}

/** Stores all writes. @throws FaultError `conflict` with the given sentence when a condition was unmet. */
export async function mustCommit(tables: Tables, writes: readonly Write[], conflict: string): Promise<void> {
  const result = await committed(tables, writes);
  if (!result.stored) throw new FaultError(fault('conflict', conflict));
}

function pause(upToMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * upToMs));
}
