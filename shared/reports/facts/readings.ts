import type { Month } from '../../kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../kernel/calendar.ts';
import type { Basis, Measured, Unknown } from '../../kernel/measured.ts';
import { estimated, measured, unknown } from '../../kernel/measured.ts';
import { missingFor } from '../../kernel/missing.ts';
import { monthInWords } from '../../kernel/month-names.ts';
import type { RecordKind, RecordOf } from '../../records/registry.ts';
import { REGISTER } from '../../records/registry.ts';
import type { Source } from '../../records/snapshot.ts';
import { readOff, withReads } from './book-reads.ts';
import { isoMonths, nameOf, namesOf } from './naming.ts';
import { oncePerView } from './once-per-view.ts';
import type { FactView } from './view.ts';
import { isExpected } from './view.ts';
import { withPlaces } from './written-in.ts';

/**
 * The records of a kind, as of now. Unknown when they cannot be read, or when the scope has none at all: a register
 * nobody keeps says nothing. Entities of the scope without a record are named in the basis, and so are the documents
 * records were read from.
 */
export function recordsOf<K extends ReadKind>(view: FactView, kind: K): Measured<readonly RecordOf<K>[]> {
  return recordsHeld(view, kind) as Measured<readonly RecordOf<K>[]>;
}

type ReadKind = Exclude<RecordKind, 'recipient'>;

const recordsHeld = oncePerView((view, kind: ReadKind): Measured<readonly RecordOf<ReadKind>[]> => {
  const { many } = REGISTER[kind];
  const source = view.registers[kind] as Source<RecordOf<ReadKind>>;
  if (source.state === 'unreadable') return unreadable(many, source.because);
  if (source.records.length === 0) return unknown(`${many} of ${namesOf(view)}`);
  const owners = new Set(source.records.map((record) => (record as { entityId?: string }).entityId));
  const without = owners.has(undefined) ? [] : view.entityIds.filter((id) => !owners.has(id));
  const basis = {
    records: `${many} of ${namesOf(view)}${without.length > 0 ? ` (none recorded for ${namesOf(view, without)})` : ''}`,
    count: source.records.length,
    asOf: view.today,
  };
  return measured(source.records, withPlaces(basis, source.records));
});

/** The same, but unknown as soon as one entity in business has no record: for figures that would be wrong without it. */
export function recordsOfEach<K extends 'target' | 'fixed-cost'>(
  view: FactView,
  kind: K,
): Measured<readonly RecordOf<K>[]> {
  const records = recordsOf(view, kind);
  if (records.state === 'unknown') return records;
  const missing = view.entityIds.filter(
    (id) => isExpected(view, id, view.month) && !records.value.some((record) => record.entityId === id),
  );
  return missing.length === 0
    ? records
    : unknown(...missing.map((id) => `${REGISTER[kind].many} of ${nameOf(view, id)}`));
}

/** How a figure is read off the books of some entities in some months. */
export type BookReading = (entityIds: readonly string[], months: readonly Month[]) => number;

/**
 * A figure off the books. Unknown when they cannot be read, or when one entity in business has no entry at all in one
 * of the months: nobody wrote anything down, which is not the same as nothing happened.
 */
export function bookedIn(view: FactView, months: readonly Month[], read: BookReading): Measured<number> {
  const gaps = bookGaps(view, months);
  if (gaps) return gaps;
  return readOff(view, booksBasis(view, months), () => read(view.entityIds, months));
}

/** What is missing before the books of these months can be read; nothing when they can. */
export function bookGaps(view: FactView, months: readonly Month[]): Unknown | undefined {
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  return gapsIn(view, months.join(' ')) ?? undefined;
}

/** The gaps of months written behind each other; null when there are none. */
const gapsIn = oncePerView((view, spelled: string): Unknown | null => {
  const months = spelled === '' ? [] : (spelled.split(' ') as Month[]);
  const kept = (id: string, month: Month) => view.books.hasEntries(id, month);
  const gaps = view.entityIds.flatMap((id) => {
    const missing = months.filter((month) => isExpected(view, id, month) && !kept(id, month));
    return missing.length === 0 ? [] : [missingFor(`journal entries of ${nameOf(view, id)}`, missing)];
  });
  if (gaps.length > 0) return unknown(...gaps);
  const none = !view.entityIds.some((id) => months.some((month) => kept(id, month)));
  return none ? unknown(missingFor(`journal entries of ${namesOf(view)}`, months)) : null;
});

/**
 * The last so many months up to one, as far back as the books of every entity go: a company that began keeping books
 * in June has no three months by July. Unknown when that leaves none.
 */
export function windowOf(view: FactView, through: Month, count: number): Measured<readonly Month[]> {
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  return windowIn(view, `${through} ${count}`);
}

const windowIn = oncePerView((view, spelled: string): Measured<readonly Month[]> => {
  const [through, count] = [spelled.slice(0, 7) as Month, Number(spelled.slice(8))];
  const wanted = monthsThrough(plusMonths(through, 1 - count), through);
  const begins = view.entityIds
    .filter((id) => isExpected(view, id, through))
    .map((id) => ({ id, at: begin(view, id) }));
  const without = begins.filter(({ at }) => at === undefined || at > through).map(({ id }) => id);
  if (without.length > 0) {
    return unknown(...without.map((id) => missingFor(`journal entries of ${nameOf(view, id)}`, [through])));
  }
  const months = wanted.filter((month) => begins.every(({ id, at }) => !isExpected(view, id, month) || at! <= month)); // undefined was refused above
  const basis = booksBasis(view, months);
  if (months.length === 0) return unknown(missingFor(`journal entries of ${namesOf(view)}`, [through]));
  if (months.length === count) return measured(months, basis);
  return estimated(months, {
    ...basis,
    assumption: `The books begin in ${monthInWords(months[0]!)}, so fewer months are averaged.`,
  });
});

/** A figure off the books of such a window. */
export function overWindow(view: FactView, through: Month, count: number, read: BookReading): Measured<number> {
  const window = windowOf(view, through, count);
  if (window.state === 'unknown') return window;
  const figure = bookedIn(view, window.value, read);
  if (figure.state === 'unknown') return figure;
  return { ...figure, state: window.state, basis: withReads(window.basis, figure.basis.reads ?? []) };
}

/** A tally of the operations group, as a reading. */
export function tallied(view: FactView, ...names: readonly string[]): BookReading {
  return (ids, months) => names.reduce((sum, name) => sum + view.books.tally(ids, months, 'operations', name), 0);
}

export function booksBasis(view: FactView, months: readonly Month[]): Basis {
  return { records: `journal entries of ${namesOf(view)}, ${isoMonths(months)}`, asOf: view.asOn };
}

/** A figure whose source could not be read, saying why. */
export function unreadable(what: string, because: string): Unknown {
  return unknown(`${what}, which could not be read (${because})`);
}

function begin(view: FactView, entityId: string): Month | undefined {
  return view.books.months([entityId])[0];
}
