import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Customer } from '../../shared/records/customer.ts';
import { itemsAt } from './items-at.ts';
import { customerKey, customersOf } from './keys.ts';
import { everyItem, indexQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH } from './tables.ts';
import type { Write } from './transaction.ts';

export async function readCustomer(tables: Tables, customerId: string): Promise<Customer | undefined> {
  const Key = customerKey(customerId);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item ? recordIn<Customer>(found.Item) : undefined;
}

/** Those of some customers who are on record. */
export async function readCustomers(tables: Tables, customerIds: readonly string[]): Promise<Customer[]> {
  const items = await itemsAt(tables, customerIds.map(customerKey));
  return items.map((item) => recordIn<Customer>(item));
}

/** The customers of a business, by name. A change may take a moment to show here. */
export async function listCustomers(tables: Tables, entityId: string): Promise<Customer[]> {
  const items = await everyItem(tables, indexQuery(tables.main, BY_MONTH, 'monthPk', customersOf(entityId)));
  return items.map((item) => recordIn<Customer>(item));
}

/** The item a customer is stored as, found by business and name. */
export function customerItem(customer: Customer): Record<string, unknown> {
  return {
    ...customer,
    ...customerKey(customer.id),
    monthPk: customersOf(customer.entityId),
    monthSk: `${customer.name.toLowerCase()}#${customer.id}`,
  };
}

/** The write that stores a changed customer over the version it was read at. */
export function customerWrite(tables: Tables, customer: Customer): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: customerItem({ ...customer, version: customer.version + 1 }),
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': customer.version },
    },
  };
}

/** The write that stores a customer for the first time. */
export function newCustomerWrite(tables: Tables, customer: Customer): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: customerItem(customer),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
