import type { AuditLine, ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { chainedAfter } from '../../shared/kernel/audit-chain.ts';
import { chainedWrite, chainHead, keepHead, newestHead } from './audit-store.ts';
import type { DatabaseWrite } from './database-write.ts';
import type { Tables } from './tables.ts';

/** Lines of history in their places, and as writes. */
export interface ChainedLines {
  readonly lines: readonly ChainedLine[];
  readonly writes: readonly DatabaseWrite[];
}

/**
 * Lines chained to the ends of their streams, as far as this process knows them, or exactly where it was wrong before;
 * each stream's stay in their order.
 */
export async function chainedLines(
  tables: Tables,
  lines: readonly AuditLine[],
  isExact: boolean,
): Promise<ChainedLines> {
  const chained: ChainedLine[] = [];
  for (const stream of streamsOf(lines)) {
    const own = lines.filter((line) => line.stream === stream);
    const head = isExact ? await newestHead(tables, stream) : await chainHead(tables, stream);
    chained.push(...chainedAfter(head, own));
  }
  return { lines: chained, writes: chained.map((line) => chainedWrite(tables, line)) };
}

/** Remembers where the streams of stored lines end. */
export function keepHeads(tables: Tables, lines: readonly ChainedLine[]): void {
  for (const { stream, seq, hash } of lines) keepHead(tables, stream, { seq, hash });
}

/** Forgets where the streams of lines end: somebody else has written there. */
export function forgetHeads(tables: Tables, lines: readonly AuditLine[]): void {
  for (const stream of streamsOf(lines)) keepHead(tables, stream, undefined);
}

function streamsOf(lines: readonly AuditLine[]): string[] {
  return [...new Set(lines.map(({ stream }) => stream))];
}
