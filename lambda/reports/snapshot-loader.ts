import type { Instant, LocalDate, Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Entity } from '../../shared/records/entity.ts';
import { isCompanyKind, isItemKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { RegisterSources, Snapshot, Source } from '../../shared/records/snapshot.ts';
import { chartersIn, readCharterFile } from '../stores/charter-store.ts';
import { readBalances } from '../stores/ledger-store.ts';
import { readOpenCharters } from '../stores/open-charter-store.ts';
import type { RegisterPage } from '../stores/register-store.ts';
import { companyRegisters, entityRegisters, readOpenItems, readOpenLeads } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';

/** Months ahead whose charters count as on the books: enough for sixty days from any day. */
const MONTHS_AHEAD = 2;

const OVER: readonly Charter['lifecycle'][] = [
  'completed',
  'closed',
  'cancelled',
  'rescheduled',
  'no_show',
  'expired',
  'declined',
];

/**
 * Everything a report run may look at, read once. While there is time to wait (`patient`), a source that cannot be read
 * fails the whole snapshot, so that the run is tried again; afterwards it is in the snapshot as unreadable, with why.
 * The entities themselves must be readable.
 */
export async function takeSnapshot(
  tables: Tables,
  zone: Zone,
  now: Instant,
  completedCharterId?: string,
  patient = true,
): Promise<Snapshot> {
  const company = await companyRegisters(tables);
  const entities = company.entity ?? [];
  const today = dayIn(zone, now);
  const [pages, items, leads, balances, upcoming, openCharters, completed] = await Promise.all([
    source(patient, () => each(entities, (entity) => entityRegisters(tables, entity.id))),
    source(patient, () => each(entities, (entity) => readOpenItems(tables, entity.id))),
    source(patient, () => flat(entities, (entity) => readOpenLeads(tables, entity.id))),
    source(patient, () => flat(entities, (entity) => readBalances(tables, entity.id))),
    source(patient, () => flat(entities, (entity) => upcomingOf(tables, entity, today, now))),
    source(patient, () => flat(entities, (entity) => readOpenCharters(tables, entity.id))),
    completedCharterId === undefined ? undefined : readCharterFile(tables, completedCharterId),
  ]);
  return {
    takenAt: now,
    today,
    zone,
    registers: registersOf(company, pages, items, leads),
    balances,
    upcoming,
    openCharters,
    ...(completed ? { completed } : {}),
  };
}

async function upcomingOf(tables: Tables, entity: Entity, today: LocalDate, now: Instant): Promise<Charter[]> {
  if (entity.kind !== 'charter') return [];
  const months = Array.from({ length: MONTHS_AHEAD + 1 }, (_, i) => plusMonths(monthOf(today), i) as Month);
  const charters = await flat(months, (month) => chartersIn(tables, entity.id, month));
  return [...charters].filter((charter) => charter.endAt >= now && !OVER.includes(charter.lifecycle));
}

function registersOf(
  company: RegisterPage,
  pages: Source<RegisterPage>,
  items: Source<RegisterPage>,
  leads: Source<unknown>,
): RegisterSources {
  const sources = RECORD_KINDS.map((kind): [RecordKind, Source<unknown>] => {
    if (isCompanyKind(kind)) return [kind, { state: 'read', records: company[kind] ?? [] }];
    if (kind === 'lead') return [kind, leads];
    const held = isItemKind(kind) ? items : pages;
    if (held.state === 'unreadable') return [kind, held];
    return [kind, { state: 'read', records: held.records.flatMap((page): readonly unknown[] => page[kind] ?? []) }];
  });
  return Object.fromEntries(sources) as unknown as RegisterSources;
}

async function source<T>(patient: boolean, read: () => Promise<readonly T[]>): Promise<Source<T>> {
  try {
    return { state: 'read', records: await read() };
  } catch (error) {
    if (patient) throw error;
    return { state: 'unreadable', because: error instanceof Error ? error.name : 'unknown error' };
  }
}

function each<A, B>(items: readonly A[], read: (item: A) => Promise<B>): Promise<B[]> {
  return Promise.all(items.map(read));
}

async function flat<A, B>(items: readonly A[], read: (item: A) => Promise<readonly B[]>): Promise<B[]> {
  return (await each(items, read)).flat();
}
