import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditLine, ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { chainedLines, forgetHeads, keepHeads } from './chained-lines.ts';
import type { DatabaseWrite } from './database-write.ts';
import { entitiesMoved, movedWrites } from './moved-store.ts';
import { oneWriteEach } from './one-write-each.ts';
import type { Tables } from './tables.ts';

/** One write of a transaction, or a line of history that joins it; stores hand these out, services gather them. */
export interface Write extends DatabaseWrite {
  readonly Line?: AuditLine;
}

/** What came of a transaction: stored, or which of its writes found their condition unmet. */
export type Committed = { readonly stored: true } | { readonly stored: false; readonly unmet: readonly number[] };

/** Enough for thirty writers of one stream on a slow day: of many at a time one gets each place. */
const ATTEMPTS = 60;

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
 * The same without a note of what moved: for loading a whole portfolio before anybody looks. Lines of history are
 * chained to the end of their streams. Two transactions touching one item or one stream at the same time are tried again
 * with growing, jittered pauses; a transaction whose own line lies there already was stored by an attempt whose reply
 * was lost. @throws FaultError `unavailable` when the conflict does not end.
 */
export async function storedTogether(tables: Tables, writes: readonly Write[]): Promise<Committed> {
  const data = writes.filter((write) => write.Line === undefined);
  const lines = writes.flatMap(({ Line }) => Line ?? []);
  for (let attempt = 0; ; attempt += 1) {
    const chained = await chainedLines(tables, lines, attempt > 0);
    const answer = await attempted(tables, [...data, ...chained.writes]);
    if (answer === undefined) {
      keepHeads(tables, chained.lines);
      return { stored: true };
    }
    const { reasons } = answer;
    if (isOwnDoing(reasons.slice(data.length), chained.lines)) return { stored: true };
    forgetHeads(tables, lines);
    const unmet = reasons
      .slice(0, data.length)
      .flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : []));
    if (unmet.length > 0) return { stored: false, unmet: unmet.map((index) => writes.indexOf(data[index] as Write)) };
    if (!reasons.some(({ Code }) => Code === 'TransactionConflict' || Code === 'ConditionalCheckFailed'))
      throw answer.error;
    if (attempt >= ATTEMPTS)
      throw new FaultError(fault('unavailable', 'Too many changes at once. Try again.', [], answer.error));
    await (tables.pause ?? pause)(Math.min(400, 5 * 2 ** attempt));
  }
}

/** Stores all writes. @throws FaultError `conflict` with the given sentence when a condition was unmet. */
export async function mustCommit(tables: Tables, writes: readonly Write[], conflict: string): Promise<void> {
  const result = await committed(tables, writes);
  if (!result.stored) throw new FaultError(fault('conflict', conflict));
}

type Reasons = NonNullable<TransactionCanceledException['CancellationReasons']>;

/** Nothing once all are stored; else why not, write by write. Any other failure is thrown. */
async function attempted(
  tables: Tables,
  writes: readonly DatabaseWrite[],
): Promise<{ readonly error: unknown; readonly reasons: Reasons } | undefined> {
  try {
    await tables.client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return { error, reasons: error.CancellationReasons ?? [] };
  }
}

/** Whether the first of these lines lies in its place already under its own id: then all that came with it was stored. */
function isOwnDoing(reasons: Reasons, lines: readonly ChainedLine[]): boolean {
  const [reason] = reasons;
  return reason?.Item?.['id']?.S !== undefined && reason.Item['id'].S === lines[0]?.id;
}

function pause(upToMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * upToMs));
}
