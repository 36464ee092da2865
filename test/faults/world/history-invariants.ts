import type { ChainedLine } from '../../../shared/kernel/audit-chain.ts';
import { firstBreak } from '../../../shared/kernel/audit-chain.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import type { Must } from './invariants.ts';
import type { Place } from './place.ts';

/**
 * How far along a state is (reliability § 3.4, "Rank for merges"): what SES told stands from `accepted` on, and only what
 * ranks as high may follow it. A mail given up by the product may yet be told of.
 */
const RANK: Readonly<Record<string, number>> = {
  waiting: 0,
  ready: 0,
  sending: 1,
  unknown: 1,
  held: 1,
  failed: 1,
  accepted: 2,
  delayed: 3,
  delivered: 4,
  rejected: 5,
  bounced: 6,
  complained: 7,
};
const TAKEN = 2;
/** What a claim may be decided with at least (P11). */
const LEAST_LEFT_MS = 30_000;

/** What must hold of the way every delivery took, and of all history. */
export function historyViolations(place: Place, must: Must): void {
  for (const [stream, lines] of streamsIn(place)) {
    const broken = firstBreak(stream, lines);
    must('chained history', broken === undefined, () => `${stream} breaks at ${broken?.seq}: ${broken?.because}`);
  }
  for (const [id, steps] of place.history.steps) {
    const last = steps.at(-1) as Delivery;
    const lines = linesOf(place, last);
    must('chained history', lines.length === steps.length, () => `${lines.length} lines for ${steps.length} of ${id}`);
    for (const [n, next] of steps.slice(1).entries()) {
      const before = steps[n] as Delivery;
      const ranks = [before.state, before.parties.to.state, before.parties.bcc.state].map(rankOf);
      const after = [next.state, next.parties.to.state, next.parties.bcc.state].map(rankOf);
      const isBack = ranks.some((rank, i) => rank >= TAKEN && (after[i] ?? 0) < rank);
      must('never back', !isBack, () => `${next.report} went from ${before.state} to ${next.state}`);
    }
  }
  for (const { id, leftMs } of place.history.claims)
    must('in time', leftMs >= LEAST_LEFT_MS, () => `${id} was claimed with ${leftMs} ms left`);
}

/** The lines of a run's history about one delivery. */
export function linesOf(place: Place, { runKey, id }: Pick<Delivery, 'runKey' | 'id'>): readonly ChainedLine[] {
  return (streamsIn(place).get(`run.${runKey}`) ?? []).filter(({ object }) => object === id);
}

/** All history, stream by stream in its order. */
function streamsIn({ tables }: Place): ReadonlyMap<string, readonly ChainedLine[]> {
  const streams = new Map<string, ChainedLine[]>();
  for (const item of tables.table('audit').items.values()) {
    const line = item as unknown as ChainedLine;
    const stream = String((item as { readonly pk?: unknown }).pk);
    streams.set(stream, [...(streams.get(stream) ?? []), line]);
  }
  for (const lines of streams.values()) lines.sort((a, b) => a.seq - b.seq);
  return streams;
}

function rankOf(state: string): number {
  return RANK[state] ?? 0;
}
