import { can, grantedEntities } from '../access/permissions.ts';
import type { User } from '../records/user.ts';
import type { DashboardPart } from './personas/dashboard/parts.ts';
import { DASHBOARD_PARTS } from './personas/dashboard/parts.ts';

/** What a group of viewers may see of the dashboard: of which entities, and which parts beside the common one. */
export interface DashboardSet {
  /** The name of the prepared dashboard everybody with this set shares. */
  readonly name: string;
  /** Sorted; `all` for those who may see every entity there is or will be. */
  readonly entityIds: readonly string[] | 'all';
  /** In the order of the page. */
  readonly parts: readonly DashboardPart[];
}

/** Any one of these reports, granted for every entity of the sheet, opens the part. */
const OPENED_BY: Readonly<Record<DashboardPart, readonly string[]>> = {
  ceo: ['ceo'],
  cfo: ['cfo'],
  marketing: ['cmo', 'ceo'],
  technical: ['cto'],
};

/**
 * The dashboard somebody may see, from what they were granted alone; nothing when they may see none. Two people with
 * the same answer see the same bytes.
 */
export function dashboardSet(user: User): DashboardSet | undefined {
  const isOffice = can(user, 'report.dashboard', { report: 'dashboard', entityIds: [NO_ENTITY] });
  const entityIds = isOffice ? 'all' : grantedEntities(user, 'dashboard', entitiesNamedBy(user));
  if (entityIds.length === 0) return undefined;
  const parts = partsFor(user, entityIds === 'all' ? [NO_ENTITY] : entityIds);
  const scope = entityIds === 'all' ? 'all' : entityIds.join('+');
  return { name: [scope, ...parts].join('~'), entityIds, parts };
}

/** The parts of the dashboard somebody may see about all of these entities together. */
export function partsFor(user: User, entityIds: readonly string[]): readonly DashboardPart[] {
  return DASHBOARD_PARTS.filter((part) =>
    OPENED_BY[part].some((report) => grantedEntities(user, report, entityIds).length === entityIds.length),
  );
}

/** An entity nobody can be granted: who may see it may see every one. */
const NO_ENTITY = '*';

function entitiesNamedBy({ entityIds, grants }: User): readonly string[] {
  return [...new Set([...entityIds, ...grants.map((grant) => grant.entityId)])].sort();
}
