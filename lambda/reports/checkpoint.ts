import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import { dayIn, plusMonths } from '../../shared/kernel/calendar.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { Checkpoint, SeenHead } from '../../shared/reports/checkpoint.ts';
import { CHECKPOINT_STREAM, checkpointKey, NO_CHECKPOINT } from '../../shared/reports/checkpoint.ts';
import { auditWrite, newestHead } from '../stores/audit-store.ts';
import type { LastCheckpoint, Unwitnessed } from '../stores/checkpoint-store.ts';
import { checkpointWrites, readUnwitnessed } from '../stores/checkpoint-store.ts';
import { committed } from '../stores/transaction.ts';
import { digestOf } from './archive.ts';
import type { ReportingDeps } from './deps.ts';
import type { Remaining } from './remaining.ts';
import { hasTimeToSend } from './remaining.ts';
import { runStream } from './steps.ts';

/** So many runs at most stand in one checkpoint; the others wait for the next tick. */
const RUNS_AT_ONCE = 50;

/**
 * Writes a checkpoint when runs have closed since the last one, and once a day of its own accord: an object of the archive
 * that says where histories end, and a line that says what it hashes to. Answers its number, or nothing when there was
 * nothing to witness or somebody else was faster. A crash between object and line is made good by the next.
 */
export async function checkpointed(deps: ReportingDeps, remaining: Remaining): Promise<number | undefined> {
  if (!hasTimeToSend(remaining)) return undefined;
  const seen = await readUnwitnessed(deps.tables);
  const now = deps.clock();
  const today = dayIn(deps.config.zone, now);
  const isDaily = seen.last?.dailyOn !== today;
  const runKeys = seen.runKeys.slice(0, RUNS_AT_ONCE);
  if (!isDaily && runKeys.length === 0) return undefined;
  const streams = await headsOf(deps, streamsToSee(now, isDaily, runKeys));
  if (streams.length === 0) return undefined;

  const checkpoint = nextCheckpoint(seen, now, streams);
  const body = canonicalJson(checkpoint);
  const { digest } = await deps.archive.putOnce(checkpointKey(checkpoint.n), body, 'application/json', {
    'report-type': 'checkpoint',
    entity: 'group',
    'generated-date': today,
  });
  const isOurs = digest === digestOf(body);
  const dailyOn = isOurs && isDaily ? today : seen.last?.dailyOn;
  const next = { n: checkpoint.n, digest, ...(dailyOn === undefined ? {} : { dailyOn }) };
  return recorded(deps, next, isOurs ? runKeys : [], now);
}

function nextCheckpoint({ last }: Unwitnessed, at: Instant, streams: readonly SeenHead[]): Checkpoint {
  return { v: 1, n: (last?.n ?? 0) + 1, at, streams, previous: last?.digest ?? NO_CHECKPOINT };
}

/** The runs that closed, the month's business and sign-ins, and the checkpoints themselves; daily the month before, too. */
function streamsToSee(now: Instant, isDaily: boolean, runKeys: readonly string[]): readonly string[] {
  const month = now.slice(0, 7) as Month; // as the lines of business and sign-ins are kept
  const months = isDaily ? [plusMonths(month, -1), month] : [month];
  const byMonth = months.flatMap((one) => [`auth.${one}`, `business.${one}`]);
  return [...byMonth, CHECKPOINT_STREAM, ...runKeys.map(runStream)].sort();
}

/** Where streams end, as the table says and not as this process remembers; those without a line are left out. */
async function headsOf(deps: ReportingDeps, streams: readonly string[]): Promise<SeenHead[]> {
  const heads = await Promise.all(
    streams.map(async (stream) => ({ stream, ...(await newestHead(deps.tables, stream)) })),
  );
  return heads.filter(({ seq }) => seq > 0);
}

/** Puts a checkpoint on record with its line: of many who try one does, and whoever lost leaves it to the next tick. */
async function recorded(
  deps: ReportingDeps,
  next: LastCheckpoint,
  covered: readonly string[],
  at: Instant,
): Promise<number | undefined> {
  const { n, digest } = next;
  const object = checkpointKey(n);
  const line = auditWrite({
    stream: CHECKPOINT_STREAM,
    at,
    id: newId('aud', at, deps.random),
    actor: 'scc',
    action: 'checkpoint.written',
    object,
    data: { n, digest, runs: covered.length },
  });
  const { stored } = await committed(deps.tables, [...checkpointWrites(deps.tables, next, covered), line]);
  if (!stored) return undefined;
  deps.log('checkpoint.written', { object, digest, runs: covered.length });
  return n;
}
