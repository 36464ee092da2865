import { orThrow } from '../../shared/kernel/fault.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { customerSchema } from '../../shared/records/customer.ts';
import { parsed } from '../../shared/records/fields.ts';
import { historyWrite } from '../host/history.ts';
import { newCustomerWrite, readCustomer } from '../stores/customer-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { compared, importedRecord } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** Rows become customers. */
export const customerSink: ImportSink = {
  problems: async (world, row) => {
    recordOf(world, row);
    return [];
  },
  store: async (world, row) => {
    const { deps, asking } = world;
    const customer = recordOf(world, row);
    const before = await readCustomer(deps.tables, customer.id);
    if (before) return compared(before, row);
    const { stored } = await committed(deps.tables, [
      newCustomerWrite(deps.tables, customer),
      historyWrite(deps, asking, 'customer.create', customer.id),
    ]);
    return stored ? 'new' : 'there';
  },
};

function recordOf({ asking }: ImportWorld, row: ReadyRow): Customer {
  return orThrow(parsed<Customer>(customerSchema, importedRecord(asking, 'cus', row), 'This customer'));
}
