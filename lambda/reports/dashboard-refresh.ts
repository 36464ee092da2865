import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, instantIn, plusDays } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import type { DashboardSet } from '../../shared/reports/dashboard-set.ts';
import { dashboardSet } from '../../shared/reports/dashboard-set.ts';
import type { DefinitionLine, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { firstFigures } from '../../shared/reports/render/first-figures.ts';
import type { DashboardReceiptsResponse, DashboardResponse } from '../../shared/wire/reports.ts';
import type { KnownSet, PreparedDashboard } from '../stores/dashboard-store.ts';
import { forgetSet, knownSets, nextTicket, noteSet, savePrepared } from '../stores/dashboard-store.ts';
import type { Moved } from '../stores/moved-store.ts';
import { noteFollowed, readMoved } from '../stores/moved-store.ts';
import { packed } from '../stores/packing.ts';
import { listUsers } from '../stores/user-store.ts';
import type { ReportingDeps } from './deps.ts';
import { editionOf } from './edition.ts';
import { takeSnapshot } from './snapshot-loader.ts';

/**
 * Prepares every dashboard that is behind: its records moved, its day is over, or another edition of the app made it.
 * What moved is noted as followed only when all of them are stored; until then the next sweep tries again.
 */
export async function refreshDashboards(deps: ReportingDeps): Promise<void> {
  const moved = await readMoved(deps.tables);
  const behind = await setsBehind(deps, moved);
  if (behind.length > 0) await prepared(deps, behind, deps.clock());
  await noteFollowed(deps.tables, moved);
}

/** The dashboard of a set nobody has looked at today; nothing when it has no active entity. */
export async function preparedFirst(
  deps: ReportingDeps,
  set: DashboardSet,
  now: Instant,
): Promise<PreparedDashboard | undefined> {
  await noteSet(deps.tables, set.name);
  return (await prepared(deps, [set], now))[0];
}

/**
 * The dashboards of some sets, all from one reading of the records, stored for everybody who shares them. Of several
 * preparations at once the one that read last stays. A set without an active entity is left out.
 */
async function prepared(
  deps: ReportingDeps,
  sets: readonly DashboardSet[],
  now: Instant,
): Promise<readonly PreparedDashboard[]> {
  const ticket = await nextTicket(deps.tables);
  const snapshot = await takeSnapshot(deps.tables, deps.config.zone, now);
  const made: PreparedDashboard[] = [];
  for (const set of sets) {
    const entityIds = entitiesOf(set, snapshot);
    if (entityIds.length === 0) continue;
    const { document, definitions } = withoutDefinitions(composed(deps, set, entityIds, snapshot));
    const response: DashboardResponse = { first: firstFigures(document), document, takenAt: now };
    const receipts: DashboardReceiptsResponse = { definitions };
    const one: PreparedDashboard = {
      set: set.name,
      ticket,
      takenAt: now,
      day: snapshot.today,
      edition: editionOf(deps.config),
      until: instantIn(deps.config.zone, plusDays(snapshot.today, 1), '00:00'),
      body: await packed(response),
    };
    const isCurrent = await savePrepared(deps.tables, one, await packed(receipts));
    deps.log('dashboard.prepared', { set: set.name, ticket, bytes: one.body.length, current: isCurrent });
    made.push(one);
  }
  return made;
}

function composed(
  deps: ReportingDeps,
  { parts }: DashboardSet,
  entityIds: readonly string[],
  snapshot: Snapshot,
): ReportDocument {
  const period = monthToDate(snapshot.today);
  return compose('dashboard', snapshot, entityIds, period, deps.config.company, { parts });
}

/** The sets that must be prepared anew. Those nobody can see any more are forgotten. */
async function setsBehind(deps: ReportingDeps, moved: readonly Moved[]): Promise<readonly DashboardSet[]> {
  const known = await knownSets(deps.tables);
  const today = dayIn(deps.config.zone, deps.clock());
  const isOld = ({ day, edition }: KnownSet) => day !== today || edition !== editionOf(deps.config);
  if (known.length === 0 || (moved.length === 0 && !known.some(isOld))) return [];
  const sets = (await listUsers(deps.tables)).flatMap((user) => dashboardSet(user) ?? []);
  const seen = new Map(sets.map((set) => [set.name, set]));
  const behind: DashboardSet[] = [];
  for (const one of known) {
    const set = seen.get(one.set);
    if (!set) await forgetSet(deps.tables, one.set);
    else if (isOld(one) || shows(set, moved)) behind.push(set);
  }
  return behind;
}

function shows({ entityIds }: DashboardSet, moved: readonly Moved[]): boolean {
  return moved.some(({ entityId }) => entityId === 'company' || entityIds === 'all' || entityIds.includes(entityId));
}

function entitiesOf({ entityIds }: DashboardSet, { registers }: Snapshot): readonly string[] {
  const entities = registers.entity.state === 'read' ? registers.entity.records : [];
  const active = entities.filter((entity) => entity.active).map(({ id }) => id);
  return entityIds === 'all' ? [...active].sort() : entityIds.filter((id) => active.includes(id));
}

function withoutDefinitions(document: ReportDocument): {
  readonly document: ReportDocument;
  readonly definitions: readonly DefinitionLine[];
} {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return {
    document: { ...document, sections: document.sections.filter(({ id }) => id !== 'definitions') },
    definitions: blocks.flatMap((block) => (block.kind === 'definitions' ? block.definitions : [])),
  };
}
