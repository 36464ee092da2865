import type { Action } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import type { Actor } from '../../shared/operations/actor.ts';
import { recordOverride } from '../../shared/operations/overrides.ts';
import type { PostCharterInput } from '../../shared/operations/post-charter.ts';
import { submitPostCharterReport } from '../../shared/operations/post-charter.ts';
import { recordMilestone } from '../../shared/operations/timeline.ts';
import { recordWeather } from '../../shared/operations/weather.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { MilestoneName } from '../../shared/records/charter-terms.ts';
import type { ChangedCharterResponse } from '../../shared/wire/charters.ts';
import { charterWrites } from '../stores/charter-store.ts';
import { mustCommit } from '../stores/transaction.ts';
import { actorOf, charterFor, requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** A change to the charter itself that no money and no state depends on. */
interface Change {
  readonly action: Action;
  readonly version: number;
  readonly decide: (charter: Charter, actor: Actor) => Result<Charter>;
  /** For the audit line. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** Records when something happened; now, unless told otherwise. */
export function milestone(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: { readonly name: MilestoneName; readonly version: number; readonly at?: Instant; readonly correction?: string },
): Promise<ChangedCharterResponse> {
  return changed(deps, asking, charterId, {
    action: 'charter.milestone',
    version: body.version,
    decide: (charter, actor) =>
      recordMilestone(charter, body.name, body.at ?? asking.now, body.correction, actor, asking.now),
    data: { milestone: body.name },
  });
}

/** Records the decision to sail or not in the weather forecast. */
export function weather(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: { readonly go: boolean; readonly forecast: string; readonly version: number },
): Promise<ChangedCharterResponse> {
  return changed(deps, asking, charterId, {
    action: 'charter.milestone',
    version: body.version,
    decide: (charter, actor) => recordWeather(charter, body, actor, asking.now),
    data: { go: body.go },
  });
}

/** Records that a captain sails against a guard, and why. */
export function override(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: { readonly guard: string; readonly reason: string; readonly version: number },
): Promise<ChangedCharterResponse> {
  return changed(deps, asking, charterId, {
    action: 'charter.override',
    version: body.version,
    decide: (charter, actor) => recordOverride(charter, body, actor, asking.now),
    data: { guard: body.guard },
  });
}

/** Files the captain's report after the trip. */
export function postCharterReport(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: PostCharterInput & { readonly version: number },
): Promise<ChangedCharterResponse> {
  const { version, ...input } = body;
  return changed(deps, asking, charterId, {
    action: 'charter.post-report',
    version,
    decide: (charter, actor) => submitPostCharterReport(charter, input, actor, asking.now),
  });
}

async function changed(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  change: Change,
): Promise<ChangedCharterResponse> {
  const { charter } = await charterFor(deps, asking, change.action, charterId);
  requireVersion(charter, change.version);
  const next = { ...orThrow(change.decide(charter, actorOf(asking))), updatedAt: asking.now };
  await mustCommit(
    deps.tables,
    [...charterWrites(deps.tables, charter, next), historyWrite(deps, asking, change.action, charterId, change.data)],
    'Somebody changed this charter in the meantime. Look at it again, then decide.',
  );
  return { charter: { ...next, version: next.version + 1 } };
}
