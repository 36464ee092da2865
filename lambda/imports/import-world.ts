import { can } from '../../shared/access/permissions.ts';
import type { KnownNames } from '../../shared/imports/cell-reading.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { listed } from '../../shared/kernel/listed.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { Asking, HostDeps } from '../host/deps.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import { companyRegisters } from '../stores/register-store.ts';
import { knownNames } from './known-names.ts';

/** What an import knows of the books while it reads one file for one business. */
export interface ImportWorld {
  /** Nobody is told of single rows; whoever imports tells of the whole. */
  readonly deps: HostDeps;
  readonly asking: Asking;
  readonly kind: ImportKind;
  readonly entityId: string;
  readonly names: KnownNames;
  readonly closed: ClosedThrough;
}

/**
 * The books as an import needs them.
 * @throws FaultError `invalid` when the business is not the person's to write to, or keeps no such things.
 */
export async function importWorld(
  deps: HostDeps,
  asking: Asking,
  kind: ImportKind,
  entityId: string,
): Promise<ImportWorld> {
  const [{ entity = [], channel = [] }, closed] = await Promise.all([
    companyRegisters(deps.tables),
    readClosedThrough(deps.tables, [entityId]),
  ]);
  const isTheirs = can(asking.user, 'import.run', { entityIds: [entityId] });
  const business = entity.find(({ id }) => id === entityId);
  if (!isTheirs || business === undefined) {
    const theirs = entity.filter(({ id }) => can(asking.user, 'import.run', { entityIds: [id] })).map(({ id }) => id);
    throw wrongBusiness(`there is no entity ${entityId}${theirs.length === 0 ? '' : `; there is ${listed(theirs)}`}`);
  }
  if (kind.business !== undefined && kind.business !== business.kind) throw wrongBusiness(notOfKind(kind, business));
  const { whenMoved: _told, ...tables } = deps.tables;
  return {
    deps: { ...deps, tables },
    asking,
    kind,
    entityId,
    names: await knownNames(tables, kind, entityId, channel),
    closed,
  };
}

/** The same with what has moved in the books since. */
export async function worldNow(world: ImportWorld): Promise<ImportWorld> {
  return { ...world, closed: await readClosedThrough(world.deps.tables, [world.entityId]) };
}

/** What kinds of business are called here. */
const BUSINESSES: Readonly<Record<Entity['kind'], string>> = {
  charter: 'a charter business',
  subscription: 'a subscription business',
  agency: 'an agency',
  rental: 'a rental business',
  delivery: 'a delivery business',
  holding: 'a holding',
};

function notOfKind({ title, business }: ImportKind, { name, kind }: Entity): string {
  return `${title} stand in the books of ${business && BUSINESSES[business]}; ${name} is ${BUSINESSES[kind]}`;
}

function wrongBusiness(message: string): FaultError {
  return new FaultError(fault('invalid', 'This cannot be imported.', [{ field: 'entityId', message }]));
}
