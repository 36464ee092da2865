import { listUsers } from '../stores/user-store.ts';
import { allCustomers, writeCustomer } from './customer-service.ts';
import type { Asking, HostDeps } from './deps.ts';
import { writePerson } from './people-service.ts';
import type { RecordBody } from './record-body.ts';
import { readAll, writeRecord } from './register-service.ts';

/** All records of a kind a person may keep: of a register, or the people and customers, who have rooms of their own. */
export async function listRecords(
  deps: HostDeps,
  kind: string,
): Promise<{ readonly kind: string; readonly records: readonly unknown[] }> {
  if (kind === 'person') return { kind, records: await listUsers(deps.tables) };
  if (kind === 'customer') return { kind, records: await allCustomers(deps) };
  return readAll(deps, kind);
}

/** Creates or changes a record of any kind a person may keep. @throws FaultError as the kind's own service does. */
export function keepRecord(
  deps: HostDeps,
  asking: Asking,
  kind: string,
  recordId: string,
  body: RecordBody,
): Promise<{ readonly id: string; readonly version: number }> {
  if (kind === 'person') return writePerson(deps, asking, recordId, body);
  if (kind === 'customer') return writeCustomer(deps, asking, recordId, body);
  return writeRecord(deps, asking, kind, recordId, body);
}
