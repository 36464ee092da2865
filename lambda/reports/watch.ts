import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import type { Run } from '../../shared/reports/run.ts';
import type { Expectation, Standing, WatchedCharter } from '../../shared/reports/watch.ts';
import {
  expectations,
  joinedExpectation,
  longestDoubtMin,
  openExpectation,
  standingOf,
} from '../../shared/reports/watch.ts';
import type { WatchBeat } from '../../shared/wire/reports.ts';
import { chartersIn } from '../stores/charter-store.ts';
import { openRuns, readDeliveries, readRun } from '../stores/run-store.ts';
import type { MissedRow } from '../stores/watch-store.ts';
import { arrivalNoted, missedNoted, missedRows, noteBeat } from '../stores/watch-store.ts';
import { eachOnItsOwn } from './bulkhead.ts';
import type { ReportingDeps } from './deps.ts';
import { begin, scheduleAt } from './schedule.ts';
import type { Notice } from './watch-notice.ts';
import { missedNotice } from './watch-notice.ts';

/** Tells the office something, by mail. */
export type Tell = (notice: Notice) => Promise<void>;

/**
 * Looks at what should be out by now, by the schedule, the calendar and the charters alone, and holds it against what the
 * runs say. What is missing is written down once and told once, whoever looks how often; what arrives after all is written
 * down as late. The log is told before the office is: the alarm does not hang on mail.
 */
export async function watchLooked(deps: ReportingDeps, tell: Tell): Promise<WatchBeat> {
  const now = deps.clock();
  await begin(deps, now);
  const schedule = await scheduleAt(deps, now);
  const known = new Map((await missedRows(deps.tables)).map((row) => [row.runKey, row]));
  const open = await openRuns(deps.tables);
  const expected = [...expectations(schedule, await chartersOf(deps, schedule, now), now)];
  const found: MissedRow[] = [];
  let missing = 0;
  for (const one of expected) {
    const { run, standing } = await standingIn(deps, one.runKey);
    const joined = run && joinedExpectation(run);
    if (joined && joined.deadline <= now && !expected.some(({ runKey }) => runKey === joined.runKey)) {
      expected.push(joined);
    }
    if (standing.state === 'missing') missing += 1;
    if (!known.has(one.runKey)) found.push(...(await missed(deps, one, standing, now)));
  }
  for (const one of stalled(open, now)) {
    const isTold = known.has(one.runKey) || expected.some(({ runKey }) => runKey === one.runKey);
    if (!isTold) found.push(...(await missed(deps, one, (await standingIn(deps, one.runKey)).standing, now)));
  }
  for (const row of known.values()) if (row.arrivedAt === undefined) await arrived(deps, row);
  const beat: WatchBeat = { at: now, expected: expected.length, missing };
  await noteBeat(deps.tables, beat);
  deps.log('watch.looked', { expected: expected.length, missing, doubtMin: await doubtIn(deps, open, now) });
  if (found.length > 0) await tell(missedNotice(found, schedule.calendar.zone, deps.config));
  return beat;
}

/** The charters that may have been completed since the watch begins to look: those of this month and the two before. */
async function chartersOf(deps: ReportingDeps, { entities }: Schedule, now: Instant): Promise<WatchedCharter[]> {
  const month = monthOf(dayIn(deps.config.zone, now));
  const charters: WatchedCharter[] = [];
  for (const { id } of entities.filter(({ kind }) => kind === 'charter')) {
    for (const back of [-2, -1, 0]) charters.push(...(await chartersIn(deps.tables, id, plusMonths(month, back))));
  }
  return charters;
}

async function standingIn(
  deps: ReportingDeps,
  runKey: string,
): Promise<{ readonly run: Run | undefined; readonly standing: Standing }> {
  const run = await readRun(deps.tables, runKey);
  return { run, standing: standingOf(run, run ? await readDeliveries(deps.tables, runKey) : []) };
}

function stalled(open: readonly Run[], now: Instant): Expectation[] {
  return open.map(openExpectation).filter(({ deadline }) => deadline <= now);
}

/** The row of what is missing, when this call wrote it down and so has to tell of it. */
async function missed(
  deps: ReportingDeps,
  expectation: Expectation,
  standing: Standing,
  now: Instant,
): Promise<MissedRow[]> {
  if (standing.state === 'out') return [];
  const row: MissedRow = { ...expectation, because: standing.because, noticedAt: now };
  if (!(await missedNoted(deps.tables, row))) return [];
  deps.log('report.missed', { run: row.runKey, occasion: row.occasion, deadline: row.deadline, because: row.because });
  return [row];
}

async function arrived(deps: ReportingDeps, { runKey, deadline }: MissedRow): Promise<void> {
  const { standing } = await standingIn(deps, runKey);
  if (standing.state === 'missing' || !(await arrivalNoted(deps.tables, runKey, standing.at))) return;
  deps.log('report.late', { run: runKey, deadline, arrived: standing.at });
}

/** How long the mail that is longest in doubt has been, among the runs that are not over. */
async function doubtIn(deps: ReportingDeps, open: readonly Run[], now: Instant): Promise<number> {
  let longest = 0;
  await eachOnItsOwn(open, async ({ key }) => {
    longest = Math.max(longest, longestDoubtMin(await readDeliveries(deps.tables, key), now));
  });
  return longest;
}
