import type { BilledRecords } from '../../shared/ledger/client-invoices.ts';
import { billedIds } from '../../shared/ledger/client-invoices.ts';
import type { MoneyBooks } from '../../shared/ledger/money-posting.ts';
import type { Tipped } from '../../shared/ledger/tips.ts';
import type { ClientInvoice } from '../../shared/records/client-money.ts';
import type { TipPayout } from '../../shared/records/money.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import type { Lease } from '../../shared/records/rental.ts';
import type { RentDue } from '../../shared/records/rental-money.ts';
import { readRegister } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';
import { readUser } from '../stores/user-store.ts';
import type { HostDeps } from './deps.ts';

/** What some records of money name beside their subject, as it is on record: a client's work and costs, a tenant's lease, whoever is paid a tip. */
export async function namedRecords(
  { tables }: HostDeps,
  kind: MoneyKind,
  records: readonly MoneyOf<MoneyKind>[],
): Promise<Pick<MoneyBooks, 'billed' | 'leases' | 'people'>> {
  if (kind === 'rent-due') return { leases: await leasesOf(tables, records as readonly RentDue[]) };
  if (kind === 'tip-payout') return { people: await peopleOf(tables, records as readonly TipPayout[]) };
  return kind === 'client-invoice' ? { billed: await billedBy(tables, records as readonly ClientInvoice[]) } : {};
}

/** The leases rent falls due under. */
async function leasesOf(tables: Tables, rents: readonly RentDue[]): Promise<readonly Lease[]> {
  const found = await Promise.all(
    rents.map(({ entityId, leaseId }) => readRegister(tables, 'lease', entityId, leaseId)),
  );
  return found.filter((lease) => lease !== undefined);
}

/** Whoever some tips are paid to. */
async function peopleOf(tables: Tables, tips: readonly TipPayout[]): Promise<readonly Tipped[]> {
  const ids = [...new Set(tips.flatMap(({ userId }) => userId ?? []))];
  const found = await Promise.all(ids.map((id) => readUser(tables, id)));
  return found.filter((person) => person !== undefined);
}

/** The work and costs some invoices of a client name. */
async function billedBy(tables: Tables, invoices: readonly ClientInvoice[]): Promise<BilledRecords> {
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
