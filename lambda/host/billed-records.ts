import type { BilledRecords } from '../../shared/ledger/client-invoices.ts';
import { billedIds } from '../../shared/ledger/client-invoices.ts';
import type { ClientInvoice } from '../../shared/records/client-money.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import { readRegister } from '../stores/register-store.ts';
import type { HostDeps } from './deps.ts';

/** The work and costs some invoices of a client name, as they are on record; nothing for any other kind of money. */
export async function billedRecords(
  { tables }: HostDeps,
  kind: MoneyKind,
  records: readonly MoneyOf<MoneyKind>[],
): Promise<BilledRecords | undefined> {
  if (kind !== 'client-invoice') return undefined;
  const invoices = records as readonly ClientInvoice[]; // the records of this kind
  const entityId = invoices[0]?.entityId ?? '';
  const ids = invoices.map(billedIds);
  const read = async <K extends 'work-entry' | 'client-cost'>(register: K, named: readonly string[]) => {
    const found = await Promise.all([...new Set(named)].map((id) => readRegister(tables, register, entityId, id)));
    return found.filter((record) => record !== undefined);
  };
  const [work, costs] = await Promise.all([
    read(
      'work-entry',
      ids.flatMap((of) => of.work),
    ),
    read(
      'client-cost',
      ids.flatMap((of) => of.costs),
    ),
  ]);
  return { work, costs };
}
