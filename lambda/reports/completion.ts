import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { JoiningWindow } from '../../shared/reports/joining.ts';
import { joinedRunKey, windowAt } from '../../shared/reports/joining.ts';
import type { Completion, Run } from '../../shared/reports/run.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import { joinWrite, newRunWrite } from '../stores/run-store.ts';
import { announced } from './announce.ts';
import type { ReportingDeps } from './deps.ts';
import type { CompletionWrites } from './door.ts';

/**
 * The debrief is always a run of its own, made at once. The executive reports are part of it, or, where completions are
 * joined, come in the run of the window the completion lies in.
 */
export function completionWrites(deps: ReportingDeps, charter: Charter, actor: string, now: Instant): CompletionWrites {
  const { zone, joiningWindowMin } = deps.config;
  return writesFor(deps, charter, actor, now, joiningWindowMin > 0 ? windowAt(zone, now, joiningWindowMin) : undefined);
}

function writesFor(
  deps: ReportingDeps,
  charter: Charter,
  actor: string,
  now: Instant,
  window: JoiningWindow | undefined,
): CompletionWrites {
  const { id: charterId, completionSeq, entityId } = charter;
  const completion: Completion = { charterId, completionSeq, entityId };
  const key = completionRunKey(charterId, completionSeq);
  const begun = {
    state: 'pending',
    createdAt: now,
    createdBy: actor,
    archivedOn: dayIn(deps.config.zone, now),
    issues: [],
    requested: [],
    version: 1,
  } as const;
  const joined = window && joinedRun(begun, window);
  const own: Run = {
    ...begun,
    key,
    trigger: {
      kind: 'charter',
      ...completion,
      ...(joined && window ? { joins: { runKey: joined.key, until: window.until } } : {}),
    },
  };
  return {
    runKey: key,
    writes: [newRunWrite(deps.tables, own)],
    ...(joined ? { join: joinWrite(deps.tables, joined, completion) } : {}),
    later: () => writesFor(deps, charter, actor, now, window && windowAfter(deps, window)),
    announce: () => announced(deps, key),
  };
}

/** The window's run as the first completion in it writes it down; nobody in particular asked for it. */
function joinedRun(begun: Omit<Run, 'key' | 'trigger'>, window: JoiningWindow): Run {
  const { from, until } = window;
  return {
    ...begun,
    key: joinedRunKey(window),
    trigger: { kind: 'joined', from, until },
    createdBy: 'scc',
    joiningUntil: until,
  };
}

function windowAfter({ config }: ReportingDeps, { until }: JoiningWindow): JoiningWindow {
  return windowAt(config.zone, until, config.joiningWindowMin);
}
