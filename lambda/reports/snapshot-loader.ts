import type { Instant, LocalDate, Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusMinutes, plusMonths } from '../../shared/kernel/calendar.ts';
import type { CharterOutline } from '../../shared/records/charter.ts';
import { isCompanyKind, isItemKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { RegisterSources, Snapshot, Source } from '../../shared/records/snapshot.ts';
import { readHeads } from '../stores/books-head.ts';
import { chartersIn, readCharterFile } from '../stores/charter-store.ts';
import { readBooks } from '../stores/ledger-store.ts';
import { readOpenCharters } from '../stores/open-charter-store.ts';
import type { RegisterPage } from '../stores/register-store.ts';
import { keptRegisters, readOpenItems } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';

/** Months ahead whose charters count as on the books: enough for sixty days from any day. */
const MONTHS_AHEAD = 2;
/** No charter lasts longer; those that began before are over and need not be looked at. */
const LONGEST_MIN = 14 * 1_440;

const OVER: readonly CharterOutline['lifecycle'][] = [
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
  const heads = await readHeads(tables);
  const company = await keptRegisters(tables, heads('company'));
  const entities = company.entity ?? [];
  const sailing = entities.filter(({ kind }) => kind === 'charter');
  const ids = entities.map(({ id }) => id);
  const today = dayIn(zone, now);
  const [pages, items, balances, upcoming, openCharters, completed] = await Promise.all([
    source(patient, () => each(ids, (id) => keptRegisters(tables, heads(id)))),
    source(patient, () => each(ids, (id) => readOpenItems(tables, id))),
    source(patient, () => readBooks(tables, ids, heads, today)),
    source(patient, () => flat(sailing, ({ id }) => upcomingOf(tables, id, today, now))),
    source(patient, () => flat(sailing, ({ id }) => readOpenCharters(tables, id))),
    completedCharterId === undefined ? undefined : readCharterFile(tables, completedCharterId),
  ]);
  return {
    takenAt: now,
    today,
    zone,
    registers: registersOf(company, pages, items),
    balances,
    upcoming,
    openCharters,
    ...(completed ? { completed } : {}),
  };
}

async function upcomingOf(tables: Tables, entityId: string, today: LocalDate, now: Instant): Promise<CharterOutline[]> {
  const months = Array.from({ length: MONTHS_AHEAD + 1 }, (_, i) => plusMonths(monthOf(today), i) as Month);
  const charters = await flat(months, (month) => chartersIn(tables, entityId, month, plusMinutes(now, -LONGEST_MIN)));
  return [...charters].filter((charter) => charter.endAt >= now && !OVER.includes(charter.lifecycle));
}

function registersOf(company: RegisterPage, pages: Source<RegisterPage>, items: Source<RegisterPage>): RegisterSources {
  const sources = RECORD_KINDS.map((kind): [RecordKind, Source<unknown>] => {
    if (isCompanyKind(kind)) return [kind, { state: 'read', records: company[kind] ?? [] }];
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
