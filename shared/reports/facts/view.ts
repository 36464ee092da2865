import type { Instant, LocalDate, Month, Zone } from '../../kernel/calendar.ts';
import { firstDay, monthOf, plusDays, plusMonths } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/period.ts';
import { lastDayOf, monthsOf } from '../../kernel/period.ts';
import type { Books } from '../../ledger/balances.ts';
import { booksOf } from '../../ledger/balances.ts';
import { NotedReads, notedBooks } from '../../ledger/noted-books.ts';
import type { CharterFile, CharterOutline } from '../../records/charter.ts';
import type { Entity } from '../../records/entity.ts';
import type { MonthBalances } from '../../records/journal.ts';
import type { OpenCharter } from '../../records/open-charter.ts';
import type { RecordKind } from '../../records/registry.ts';
import { RECORD_KINDS } from '../../records/registry.ts';
import type { RegisterSources, Snapshot, Source } from '../../records/snapshot.ts';

/** The registers a fact may read: recipients are nobody's figure. */
export type ViewRegisters = Omit<RegisterSources, 'recipient'>;

/** What a fact may look at: the records of the entities in scope and of no other, the period, and the books. */
export interface FactView {
  /** Sorted, without repeats. */
  readonly entityIds: readonly string[];
  readonly period: Period;
  /** The months the period covers, earliest first, and the last of them. */
  readonly months: readonly Month[];
  readonly month: Month;
  /** The last day of the period that has begun: the day up to which its records are counted. */
  readonly asOn: LocalDate;
  /** The last month that had ended by then. */
  readonly lastFullMonth: Month;
  readonly today: LocalDate;
  readonly takenAt: Instant;
  readonly zone: Zone;
  readonly registers: ViewRegisters;
  readonly balances: Source<MonthBalances>;
  /** Empty when the balances could not be read. */
  readonly books: Books;
  /** What was read off the books, by this view and by all that were narrowed from the same one. */
  readonly noted: NotedReads;
  readonly upcoming: Source<CharterOutline>;
  readonly openCharters: Source<OpenCharter>;
  readonly completed?: CharterFile;
  entityOf(entityId: string): Entity | undefined;
}

/**
 * The view of some entities and a period. This is the one place where records of other entities are left out.
 * @throws RangeError when the period is not made of whole months or of months up to today, or has not begun.
 */
export function factView(snapshot: Snapshot, entityIds: readonly string[], period: Period): FactView {
  const { today } = snapshot;
  if (period.from > today || period.from !== firstDay(monthOf(period.from)) || !endsWell(period, today)) {
    throw new RangeError(`expected whole months or the running month to date, not ${period.from} to ${period.until}`);
  }
  if (entityIds.length === 0) throw new RangeError('expected at least one entity');
  const asOn = lastDayOf(period) < today ? lastDayOf(period) : today;
  const months = monthsOf({ from: period.from, until: plusDays(asOn, 1) });
  const month = monthOf(asOn);
  const ended = plusDays(asOn, 1) === firstDay(plusMonths(month, 1)) && asOn < today;
  const { recipient: _, ...registers } = snapshot.registers;
  return restricted(
    {
      period,
      months,
      month,
      asOn,
      lastFullMonth: ended ? month : plusMonths(month, -1),
      today,
      takenAt: snapshot.takenAt,
      zone: snapshot.zone,
      registers,
      noted: new NotedReads(),
      balances: snapshot.balances,
      upcoming: snapshot.upcoming,
      openCharters: snapshot.openCharters ?? NOT_TAKEN,
      ...(snapshot.completed ? { completed: snapshot.completed } : {}),
    },
    entityIds,
  );
}

/** The view of fewer entities, made once for each set of them. Entities outside it stay outside. */
export function narrowedTo(view: FactView, entityIds: readonly string[]): FactView {
  const kept = view.entityIds.filter((id) => entityIds.includes(id));
  if (kept.length === view.entityIds.length) return view;
  const made = NARROWED.get(view) ?? new Map<string, FactView>();
  NARROWED.set(view, made);
  const key = kept.join(' ');
  const held = made.get(key) ?? restricted(view, kept);
  made.set(key, held);
  return held;
}

/** A view never changes, so what was narrowed from it is right for as long as it is looked at. */
const NARROWED = new WeakMap<FactView, Map<string, FactView>>();

/** Whether the books of an entity must have something to say about a month: it existed then and is in business. */
export function isExpected(view: FactView, entityId: string, month: Month): boolean {
  const entity = view.entityOf(entityId);
  return entity === undefined || (entity.active && monthOf(entity.createdOn) <= month);
}

type Unrestricted = Omit<FactView, 'entityIds' | 'books' | 'entityOf'>;

function restricted(all: Unrestricted, wanted: readonly string[]): FactView {
  const entityIds = [...new Set(wanted)].sort();
  const isOurs = (record: { readonly entityId: string }) => entityIds.includes(record.entityId);
  const balances = only(all.balances, isOurs);
  const registers = registersOf(all.registers, entityIds);
  const entities = registers.entity.state === 'read' ? registers.entity.records : [];
  const byEntityId = new Map(entities.map((entity) => [entity.id, entity]));
  const { completed, ...rest } = all;
  return {
    ...rest,
    entityIds,
    registers,
    balances,
    books: notedBooks(booksOf(balances.state === 'read' ? balances.records : []), all.noted),
    upcoming: only(all.upcoming, isOurs),
    openCharters: only(all.openCharters, isOurs),
    entityOf: (entityId) => byEntityId.get(entityId),
    ...(completed && isOurs(completed.charter) ? { completed } : {}),
  };
}

/** Entities by id, channels as they are (they belong to the company), everything else by whose it is; sorted by id. */
function registersOf(registers: ViewRegisters, entityIds: readonly string[]): ViewRegisters {
  const isOurs = (kind: string) => (record: OwnedRecord) => {
    if (kind === 'channel') return true;
    if (kind === 'belief') return areExactly(entityIds, record.entityIds ?? []);
    return entityIds.includes(kind === 'entity' ? record.id : (record.entityId ?? ''));
  };
  const held: Readonly<Partial<Record<RecordKind, Source<OwnedRecord>>>> = registers;
  const restrictedTo = RECORD_KINDS.filter((kind) => kind !== 'recipient').map((kind) => [
    kind,
    only(held[kind] ?? NOT_TAKEN, isOurs(kind), byId),
  ]);
  return Object.fromEntries(restrictedTo) as unknown as ViewRegisters; // same kinds, each with fewer of its records
}

interface OwnedRecord {
  readonly id: string;
  readonly entityId?: string;
  readonly entityIds?: readonly string[];
}

/** A belief about several businesses says something about each: it is for readers of all of them and of no other. */
function areExactly(ours: readonly string[], theirs: readonly string[]): boolean {
  return [...new Set(theirs)].sort().join(' ') === ours.join(' ');
}

function only<T>(source: Source<T>, isOurs: (record: T) => boolean, order?: (a: T, b: T) => number): Source<T> {
  if (source.state === 'unreadable') return source;
  const records = source.records.filter(isOurs);
  return { state: 'read', records: order ? records.sort(order) : records };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** A snapshot archived before a kind of record existed says nothing about it. */
const NOT_TAKEN: Source<never> = { state: 'unreadable', because: 'not part of this snapshot' };

function endsWell(period: Period, today: LocalDate): boolean {
  return period.until === plusDays(today, 1) || period.until === firstDay(monthOf(period.until));
}
