import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { customerSchema } from '../../shared/records/customer.ts';
import { parsed } from '../../shared/records/fields.ts';
import { customerWrite, listCustomers, newCustomerWrite, readCustomer } from '../stores/customer-store.ts';
import { companyRegisters } from '../stores/register-store.ts';
import { committed } from '../stores/transaction.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { requireEntities } from './money-service.ts';
import type { RecordBody } from './record-body.ts';
import { stampedRecord } from './record-body.ts';

/** The customers of every business, by name. */
export async function allCustomers(deps: HostDeps): Promise<readonly Customer[]> {
  const { entity = [] } = await companyRegisters(deps.tables);
  return (await Promise.all(entity.map(({ id }) => listCustomers(deps.tables, id)))).flat();
}

/**
 * Adds a customer (version 0 seen) or changes one over the version seen.
 * @throws FaultError `invalid` naming every field, `conflict` with the customer as they are now.
 */
export async function writeCustomer(
  deps: HostDeps,
  asking: Asking,
  customerId: string,
  body: RecordBody,
): Promise<Customer> {
  const before = await readCustomer(deps.tables, customerId);
  if (body.version > 0 && !before) throw new FaultError(fault('not-found', 'There is no such customer.'));
  if (before) requireVersion(before, body.version);
  const stamped = stampedRecord(asking, customerId, body, before);
  const customer = orThrow(parsed<Customer>(customerSchema, stamped, 'This customer'));
  await requireEntities(deps, asking, customer);
  const result = await committed(deps.tables, [
    before
      ? customerWrite(deps.tables, { ...customer, version: before.version })
      : newCustomerWrite(deps.tables, customer),
    historyWrite(deps, asking, 'customer.write', customerId, { version: customer.version }),
  ]);
  if (result.stored) return customer;
  requireVersion((await readCustomer(deps.tables, customerId)) ?? { version: 0 }, body.version);
  throw new FaultError(fault('conflict', 'Somebody changed this customer in the meantime. Try again.'));
}
