import { orThrow } from '../../shared/kernel/fault.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { customerSchema } from '../../shared/records/customer.ts';
import { parsed } from '../../shared/records/fields.ts';
import { historyWrite } from '../host/history.ts';
import { newCustomerWrite, readCustomers } from '../stores/customer-store.ts';
import type { ImportSink, ReadyRow } from './import-sink.ts';
import { byRow, importedRecord, nothingInCommon } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

const PREFIX = 'cus';

/** Rows become customers. */
export const customerSink: ImportSink = {
  onRecord: async ({ deps }, rows) => {
    const ids = rows.map(({ rowId }) => `${PREFIX}_${rowId}`);
    return byRow(PREFIX, await readCustomers(deps.tables, ids));
  },
  desk: (world) => ({
    take: async (row) => {
      const { deps, asking } = world;
      const customer = recordOf(world, row);
      const written = historyWrite(deps, asking, 'customer.create', customer.id);
      return { own: [newCustomerWrite(deps.tables, customer), written], postings: [] };
    },
    inCommon: nothingInCommon,
  }),
};

function recordOf({ asking }: ImportWorld, row: ReadyRow): Customer {
  return orThrow(parsed<Customer>(customerSchema, importedRecord(asking, PREFIX, row), 'This customer'));
}
