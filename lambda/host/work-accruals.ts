import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { firstDay, lastDay, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import { shortDigest } from '../../shared/kernel/digest.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { cents } from '../../shared/kernel/money.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { billedIds } from '../../shared/ledger/client-invoices.ts';
import { workAccrued } from '../../shared/ledger/client-work.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import { unbilledWork, worthOf } from '../../shared/ledger/unbilled-work.ts';
import type { ClientInvoice, WorkAccrual } from '../../shared/records/client-money.ts';
import type { WorkEntry } from '../../shared/records/client-work.ts';
import { readBalances, readClosedThrough } from '../stores/ledger-store.ts';
import { moneyOf, moneyWrite } from '../stores/money-store.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import { listRegister, readOpenItems, readRegister } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';
import { committed } from '../stores/transaction.ts';

/**
 * Accrues what an agency's clients had not been invoiced when last month ended: revenue of its last day, and taken back on
 * the first of this one, where the invoice will bring it. A client's two records and their entries are one transaction under
 * ids the month gives, so that they are posted once. A month that is closed, or before the books began, takes none.
 */
export async function accrueWork(
  tables: Tables,
  entityId: string,
  today: LocalDate,
  context: PostingContext,
): Promise<void> {
  const month = plusMonths(monthOf(today), -1);
  const closed = (await readClosedThrough(tables, [entityId])).get(entityId);
  if (closed !== undefined && closed >= month) return;
  for (const [clientId, worth] of await unbilledAtEnd(tables, entityId, month)) {
    if (worth > 0) await postAccrual(tables, { entityId, clientId, month, worth }, context);
  }
}

/** By client, what its work was worth that was on no invoice dated in the month or before. */
async function unbilledAtEnd(tables: Tables, entityId: string, month: Month): Promise<ReadonlyMap<string, number>> {
  const [{ 'work-entry': open = [] }, contracts, balances, billed] = await Promise.all([
    readOpenItems(tables, entityId),
    listRegister(tables, 'client-contract', entityId),
    readBalances(tables, entityId),
    billedAfter(tables, entityId, month),
  ]);
  const books = booksOf(balances);
  const months = books.months([entityId]).filter((known) => known <= month);
  if (months.length === 0) return new Map();
  const work = [...open, ...billed].filter(({ on }) => monthOf(on) <= month);
  const unbilled = unbilledWork(work, contracts, (clientId, of) =>
    books.tally([entityId], months, 'clients', `${clientId}.included-${of}`),
  );
  const clients = [...new Set(work.map(({ clientId }) => clientId))].sort();
  return new Map(clients.map((id) => [id, worthOf(unbilled.filter(({ entry }) => entry.clientId === id))]));
}

/** Work that was invoiced since the month ended. */
async function billedAfter(tables: Tables, entityId: string, month: Month): Promise<readonly WorkEntry[]> {
  const money = await moneyOf(tables, entityId, plusMonths(month, 1));
  const ids = money.flatMap(({ kind, record, notes }) =>
    kind === 'client-invoice' && !notes.withdrawn ? billedIds(record as ClientInvoice).work : [],
  );
  const found = await Promise.all(ids.map((id) => readRegister(tables, 'work-entry', entityId, id)));
  return found.filter((entry) => entry !== undefined);
}

interface Accrued {
  readonly entityId: string;
  readonly clientId: string;
  readonly month: Month;
  readonly worth: number;
}

async function postAccrual(tables: Tables, accrued: Accrued, context: PostingContext): Promise<void> {
  const into = accrualRecord(accrued, 'accrued', lastDay(accrued.month), context);
  const back = accrualRecord(accrued, 'reversed', firstDay(plusMonths(accrued.month, 1)), context);
  const first = postingOf(orThrow(workAccrued(into, {}, context)));
  const second = postingOf(orThrow(workAccrued(back, subjectAfter({}, [first]), context)));
  await committed(tables, [
    ...[
      { record: into, notes: { entry: first.entry.id } },
      { record: back, notes: { entry: second.entry.id } },
    ].map((money) => moneyWrite(tables, { kind: 'work-accrual', ...money })),
    ...postingWrites(tables, [first, second]),
  ]);
}

function accrualRecord(
  { entityId, clientId, month, worth }: Accrued,
  direction: WorkAccrual['direction'],
  on: LocalDate,
  { postedAt, postedBy }: PostingContext,
): WorkAccrual {
  const digest = shortDigest(`${entityId}|${clientId}|${month}`);
  return {
    id: `wac_${digest}${direction === 'accrued' ? '' : '-back'}`,
    entityId,
    clientId,
    accrualId: `wip_${digest}`,
    month,
    direction,
    on,
    cents: cents(worth),
    createdAt: postedAt,
    createdBy: postedBy,
    updatedAt: postedAt,
    version: 1,
    source: 'system',
    schemaVersion: 1,
  };
}
