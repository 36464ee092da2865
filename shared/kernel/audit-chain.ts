import type { Instant } from './calendar.ts';
import { canonicalJson, sha256Hex } from './digest.ts';

/** One line of history: who did what to what, when. Ids only; no address, no token, no secret. */
export interface AuditLine {
  readonly stream: string;
  readonly at: Instant;
  /** Of this one attempt to write it down: a line that lies there under our own id was written by us. */
  readonly id: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** A line in its place: the how manieth of its stream, the hash of the line before it, and its own. */
export interface ChainedLine extends AuditLine {
  readonly v: 1;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

/** The end of a stream as somebody saw it. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The head of a stream before its first line. */
export const BEFORE_ALL: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Lines put behind a head, each chained to the one before. */
export function chainedAfter(head: ChainHead, lines: readonly AuditLine[]): ChainedLine[] {
  const chained: ChainedLine[] = [];
  let last = head;
  for (const line of lines) {
    const placed = { v: 1, ...line, seq: last.seq + 1, prev: last.hash } as const;
    const next = { ...placed, hash: lineHash(placed) };
    chained.push(next);
    last = next;
  }
  return chained;
}

/**
 * What a line hashes to: SHA-256 over its canonical JSON (RFC 8785 for what a line holds) behind a prefix of its own
 * (as RFC 6962 § 2.1 separates domains), so that no other digest of this product is ever one of a line.
 */
export function lineHash(line: Omit<ChainedLine, 'hash'>): string {
  const { v, stream, seq, at, id, actor, action, object, data, prev } = line;
  return sha256Hex(`scc-audit-v1\0${canonicalJson({ v, stream, seq, at, id, actor, action, object, data, prev })}`);
}

/** Where a stream is not what was written: at which line, and what is wrong with it. */
export interface ChainBreak {
  readonly seq: number;
  readonly because: string;
}

/** The first line of a stream that breaks its chain, read from the first line on; nothing when it holds. */
export function firstBreak(stream: string, lines: readonly ChainedLine[]): ChainBreak | undefined {
  let last = BEFORE_ALL;
  for (const line of lines) {
    const seq = last.seq + 1;
    if (line.seq !== seq) return { seq, because: `line ${seq} is missing: line ${line.seq} follows line ${last.seq}` };
    if (line.stream !== stream) return { seq, because: `the line belongs to ${line.stream}` };
    if (line.prev !== last.hash) return { seq, because: 'it was not written behind the line that stands before it' };
    if (line.hash !== lineHash(line)) return { seq, because: 'what it says is not what was written' };
    last = line;
  }
  return undefined;
}
