import type { KnownName, KnownNames } from '../../shared/imports/cell-reading.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import { listRegister } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';

/** The accounts an expense may stand on, by code and name. */
export const EXPENSE_ACCOUNTS = ACCOUNTS.filter(({ type }) => type === 'cogs' || type === 'opex').map(
  ({ code, name }) => ({ id: code, names: [name] }),
);

/** What rows of a kind may name, as people call it: of the company, and of the business whose books they are for. */
export async function knownNames(
  tables: Tables,
  { business }: Pick<ImportKind, 'business'>,
  entityId: string,
  channels: readonly Channel[],
): Promise<KnownNames> {
  const ofAll = { account: EXPENSE_ACCOUNTS, channel: channels.map(({ id, name }) => ({ id, names: [name] })) };
  switch (business) {
    case 'rental': {
      const properties = await listRegister(tables, 'property', entityId);
      return { ...ofAll, property: properties.map(({ id, name, address }) => ({ id, names: [name, address] })) };
    }
    case 'agency':
      return { ...ofAll, ...(await agencyNames(tables, entityId)) };
    case 'delivery':
      return { ...ofAll, job: (await listRegister(tables, 'delivery-job', entityId)).map(jobNames) };
    default: // kinds that name nothing else
      return ofAll;
  }
}

/** Clients by name; a contract by its client and what kind it is, such as "Harborview Hotel retainer". */
async function agencyNames(tables: Tables, entityId: string): Promise<Pick<KnownNames, 'client' | 'contract'>> {
  const [clients, contracts] = await Promise.all([
    listRegister(tables, 'client', entityId),
    listRegister(tables, 'client-contract', entityId),
  ]);
  const nameOf = new Map(clients.map(({ id, name }) => [id, name]));
  return {
    client: clients.map(({ id, name }) => ({ id, names: [name] })),
    contract: contracts.map(({ id, clientId, kind }) => ({
      id,
      names: [`${nameOf.get(clientId) ?? clientId} ${kind}`],
    })),
  };
}

/**
 * A job by its vessel, described or by name alone, and by where it went. A vessel delivered twice goes by where it went: jobs
 * that are done stay in the list, so that no row of an old file ever slips into a newer job.
 */
function jobNames({ id, vesselDesc, fromPort, toPort }: DeliveryJob): KnownName {
  const [vessel = vesselDesc] = vesselDesc.split(',');
  return { id, names: [vesselDesc, vessel, `${vessel} ${fromPort} to ${toPort}`] };
}
