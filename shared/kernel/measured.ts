import type { LocalDate, Month } from './calendar.ts';

/** How we came to know a figure. */
export type Certainty = 'measured' | 'entered' | 'estimated' | 'target';

/** Sums a figure read off the books: names of a group of the month balances of some entities, in some months. */
export interface BookRead {
  readonly group: string;
  readonly names: readonly string[];
  readonly entityIds: readonly string[];
  /** The months summed; the last one alone, and every month before it, where the sum goes back to the beginning. */
  readonly months: readonly Month[];
  readonly sinceBeginning?: true;
}

/** What a figure rests on: the records it was drawn from and the day up to which they were counted. */
export interface Basis {
  /** Record kinds in the reader's words, such as "journal entries of jada, 2026-10". */
  readonly records: string;
  /** How many records, where counting them is free. */
  readonly count?: number;
  readonly asOf: LocalDate;
  /** What was assumed, in one sentence, where something was. */
  readonly assumption?: string;
  /** What was read off the books for it, in the order it was read; left out where nothing was. */
  readonly reads?: readonly BookRead[];
}

/** A figure with where it comes from, or the names of the inputs whose absence keeps us from having it. */
export type Measured<T> = { readonly state: Certainty; readonly value: T; readonly basis: Basis } | Unknown;

/** No figure, and what to record to have it. */
export interface Unknown {
  readonly state: 'unknown';
  readonly missing: readonly string[];
}

export type Known<T> = Exclude<Measured<T>, { state: 'unknown' }>;

/** A figure counted or summed from records. */
export function measured<T>(value: T, basis: Basis): Measured<T> {
  return { state: 'measured', value, basis };
}

/** A figure somebody typed in. */
export function entered<T>(value: T, basis: Basis): Measured<T> {
  return { state: 'entered', value, basis };
}

/** A figure that rests on an assumption, which the basis must name. */
export function estimated<T>(value: T, basis: Basis & { readonly assumption: string }): Measured<T> {
  return { state: 'estimated', value, basis };
}

/** A figure someone aims for. */
export function target<T>(value: T, basis: Basis): Measured<T> {
  return { state: 'target', value, basis };
}

/** No figure, and what to record to have it. @throws RangeError when nothing is named. */
export function unknown(...missing: string[]): Unknown {
  if (missing.length === 0) throw new RangeError('an unknown figure must name what is missing');
  return { state: 'unknown', missing: [...new Set(missing)].sort() };
}

export function isKnown<T>(figure: Measured<T>): figure is Known<T> {
  return figure.state !== 'unknown';
}

/** The value, or undefined when unknown. For comparisons only; never to fill a gap with a number. */
export function known<T>(figure: Measured<T>): T | undefined {
  return figure.state === 'unknown' ? undefined : figure.value;
}

/** The figure computed from one other; unknown stays unknown. */
export function mapped<A, B>(figure: Measured<A>, compute: (value: A) => B): Measured<B> {
  return figure.state === 'unknown' ? figure : { ...figure, value: compute(figure.value) };
}

/**
 * The figure computed from two others. Unknown when either is, naming all that is missing; otherwise as certain as the
 * less certain of the two. `compute` may itself answer unknown, as a ratio over nothing does.
 */
export function combined<A, B, C>(a: Measured<A>, b: Measured<B>, compute: (a: A, b: B) => C | Unknown): Measured<C> {
  if (a.state === 'unknown' || b.state === 'unknown') {
    return unknown(...(a.state === 'unknown' ? a.missing : []), ...(b.state === 'unknown' ? b.missing : []));
  }
  const value = compute(a.value, b.value);
  if (isUnknown<C>(value)) return value;
  return { state: lessCertain(a.state, b.state), value, basis: joined(a.basis, b.basis) };
}

const CERTAINTY: readonly Certainty[] = ['measured', 'entered', 'estimated', 'target'];

/** The less certain of two ways of knowing: measured, then entered, then estimated, then target. */
export function lessCertain(a: Certainty, b: Certainty): Certainty {
  return CERTAINTY.indexOf(a) >= CERTAINTY.indexOf(b) ? a : b;
}

/** Between the sources of one figure; a figure added up from a hundred others still names each source once. */
const SEPARATOR = '; ';
const SENTENCE_END = /(?<=\.) /;

function joined(a: Basis, b: Basis): Basis {
  const isAssumed = a.assumption !== undefined || b.assumption !== undefined;
  const assumed = isAssumed ? partsOnce([a.assumption, b.assumption], SENTENCE_END).join(' ') : '';
  const reads = joinedReads(a.reads, b.reads);
  return {
    records: joinedRecords(a.records, b.records),
    asOf: a.asOf < b.asOf ? a.asOf : b.asOf,
    ...(assumed === '' ? {} : { assumption: assumed }),
    ...(reads === undefined || reads.length === 0 ? {} : { reads }),
  };
}

function joinedReads(a: Basis['reads'], b: Basis['reads']): Basis['reads'] {
  if (a === b || b === undefined) return a;
  return a === undefined ? b : [...new Set([...a, ...b])];
}

function joinedRecords(a: string, b: string): string {
  if (!a.includes(SEPARATOR) && !b.includes(SEPARATOR)) return a === b ? a : `${a}${SEPARATOR}${b}`;
  return partsOnce([a, b], SEPARATOR).join(SEPARATOR);
}

function partsOnce(texts: readonly (string | undefined)[], parting: string | RegExp): readonly string[] {
  return [...new Set(texts.flatMap((text) => text?.split(parting) ?? []))];
}

function isUnknown<C>(value: C | Unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'state' in value && value.state === 'unknown';
}
