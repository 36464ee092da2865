import type { LocalDate } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { measured, unknown } from '../../kernel/measured.ts';
import { isStillOurs } from '../../records/vessel.ts';
import { namesOf } from './naming.ts';
import { unreadable } from './readings.ts';
import type { FactView } from './view.ts';
import { withPlaces } from './written-in.ts';

/** A boat or any other thing of value, seen the same way. */
export interface Belonging {
  readonly id: string;
  readonly entityId: string;
  readonly kind: string;
  readonly name: string;
  readonly ownerRole?: string;
  readonly valueCents?: number;
  readonly papers: readonly Paper[];
  readonly writtenIn?: WrittenIn;
}

/** The document something was read from, and the line in it. */
export interface WrittenIn {
  readonly file: string;
  readonly line: number;
}

/** A document with an end date and the thing it is about. */
export interface Paper {
  readonly id: string;
  readonly entityId: string;
  readonly type: string;
  readonly of: string;
  readonly expiresOn: LocalDate;
  readonly writtenIn?: WrittenIn;
}

/** Every boat and every other asset that is still ours, as of now. Unknown when either register cannot be read, or both are empty. */
export function belongings(view: FactView): Measured<readonly Belonging[]> {
  const { vessel, asset } = view.registers;
  if (vessel.state === 'unreadable') return unreadable('vessels', vessel.because);
  if (asset.state === 'unreadable') return unreadable('assets', asset.because);
  const ours = <T extends { readonly retiredOn?: LocalDate }>(of: T) => isStillOurs(of, view.today);
  const boats = vessel.records.filter(ours).map((of) => ({ ...of, kind: 'vessel', papers: papersOf(of) }));
  const others = asset.records.filter(ours).map((of) => ({ ...of, papers: papersOf(of) }));
  const all: readonly Belonging[] = [...boats, ...others];
  if (all.length === 0) return unknown(`vessels and assets of ${namesOf(view)}`);
  const without = view.entityIds.filter((id) => !all.some((of) => of.entityId === id));
  const note = without.length > 0 ? ` (none recorded for ${namesOf(view, without)})` : '';
  const records = `vessels and assets of ${namesOf(view)}${note}`;
  return measured(all, withPlaces({ records, count: all.length, asOf: view.today }, all));
}

/** Kinds whose value, and whose papers, someone should have written down. A function or a list has neither. */
export const VALUED: readonly string[] = ['vessel', 'property'];
export const PAPERED: readonly string[] = ['vessel', 'property', 'domain'];

/** Their papers, soonest first. Unknown when things that need papers are recorded and not one paper is. */
export function papers(view: FactView): Measured<readonly Paper[]> {
  const all = belongings(view);
  if (all.state === 'unknown') return all;
  const list = all.value
    .flatMap((of) => of.papers)
    .sort((a, b) => compare(a.expiresOn, b.expiresOn) || compare(a.id, b.id));
  const bare = all.value.filter((of) => PAPERED.includes(of.kind) && of.papers.length === 0);
  if (list.length === 0 && bare.length > 0) {
    return unknown(`documents of the vessels and assets of ${namesOf(view)}`);
  }
  const note = bare.length > 0 ? `; without a document: ${bare.map((of) => of.name).join(', ')}` : '';
  const records = `documents of the ${all.basis.records}${note}`;
  return { ...all, value: list, basis: { records, count: list.length, asOf: view.today } };
}

function papersOf(of: {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly documents: readonly { readonly type: string; readonly expiresOn: LocalDate }[];
  readonly writtenIn?: WrittenIn;
}): readonly Paper[] {
  return of.documents.map(({ type, expiresOn }) => {
    const slug = type.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const place = of.writtenIn === undefined ? {} : { writtenIn: of.writtenIn };
    return { id: `${of.id}.${slug}.${expiresOn}`, entityId: of.entityId, type, of: of.name, expiresOn, ...place };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
