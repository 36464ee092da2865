import type { RunState } from '../../shared/reports/run.ts';
import { isClosed } from '../../shared/reports/run.ts';
import { readRun } from '../stores/run-store.ts';
import { heldSnapshots } from './archived-snapshot.ts';
import type { Trouble } from './bulkhead.ts';
import type { ReportingDeps } from './deps.ts';
import { closedToMore, frozen } from './freezing.ts';
import { recipientsIn } from './issue-archiver.ts';
import { issueName, madeIssue, nextToMake } from './issue-making.ts';
import { mailed } from './mailing.ts';
import type { Remaining } from './remaining.ts';
import { hasTimeToWrite, UNBOUND } from './remaining.ts';
import { closed } from './run-closing.ts';

/**
 * Takes a run as far as it will go: snapshot, reports, archive, mails. Every step is recorded before the next; whoever
 * is called twice, or takes over after a crash, continues where the record stands. What does not fit into the time that
 * remains is left to the next sweep. Answers the state it leaves.
 *
 * @throws the first trouble that kept a report or a mail from being made, when everything else had its turn.
 */
export async function finishRun(
  deps: ReportingDeps,
  runKey: string,
  remaining: Remaining = UNBOUND,
): Promise<RunState | 'absent'> {
  const snapshots = heldSnapshots(deps);
  const putOff = new Set<string>();
  let trouble: Trouble | undefined;
  let isFresh = false;
  let areOthersOut = false;
  let run = await readRun(deps.tables, runKey);
  while (run && !isClosed(run) && hasTimeToWrite(remaining)) {
    if (run.joiningUntil !== undefined) {
      if (deps.clock() < run.joiningUntil) break;
      run = await closedToMore(deps, run);
      continue;
    }
    if (run.state === 'pending') {
      run = await frozen(deps, run);
      isFresh = true;
      continue;
    }
    const snapshot = await snapshots(run.snapshotKey ?? '', run.snapshotDigest ?? '');
    const issue = nextToMake(run, putOff, areOthersOut);
    if (issue !== undefined) {
      const made = await madeIssue(deps, run, issue, snapshot, isFresh);
      if (made.trouble) putOff.add(issueName(issue));
      trouble ??= made.trouble;
      run = made.run;
      areOthersOut = false;
      continue;
    }
    const mails = await mailed(deps, run, recipientsIn(snapshot), { remaining, isFresh });
    trouble ??= mails.trouble;
    isFresh = false;
    areOthersOut = true;
    if (nextToMake(run, putOff, areOthersOut) !== undefined) continue;
    const next = await closed(deps, run, mails);
    if (next === 'waiting') break;
    // Mailed and still not closed: somebody else moved the run meanwhile, and may have let a mail go again.
    run = next;
    areOthersOut = false;
  }
  if (trouble) throw trouble.error;
  return run?.state ?? 'absent';
}
