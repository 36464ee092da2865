import type { WorkEntryBody } from '../../shared/imports/kinds/work-entries.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { problemIf } from '../../shared/ledger/entry.ts';
import { listRegister } from '../stores/register-store.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { registerSink } from './register-sink.ts';

const KEPT = registerSink('work-entry', 'wrk');

/**
 * Rows become work for clients. Work moves no account by itself, so that what is entered late keeps its day; its revenue comes
 * with the invoice, or when the first open month ends.
 */
export const workEntrySink: ImportSink = {
  ...KEPT,
  desk: (world) => {
    const kept = KEPT.desk(world);
    let clients: Promise<ReadonlyMap<string, string>> | undefined;
    return {
      ...kept,
      take: async (row) => {
        clients ??= clientsByContract(world);
        requireNone(contractProblems(row, await clients));
        return kept.take(row);
      },
    };
  },
};

/** A contract belongs to one client: work for another is not done under it. */
function contractProblems({ body }: ReadyRow, clients: ReadonlyMap<string, string>): readonly Problem[] {
  const { contractId, clientId } = body as WorkEntryBody;
  const isTheirs = contractId === undefined || clients.get(contractId) === clientId;
  return problemIf(!isTheirs, 'contractId', 'this contract is with another client');
}

async function clientsByContract({ deps, entityId }: ImportWorld): Promise<ReadonlyMap<string, string>> {
  const contracts = await listRegister(deps.tables, 'client-contract', entityId);
  return new Map(contracts.map(({ id, clientId }) => [id, clientId]));
}
