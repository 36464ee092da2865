import type { LocalDate, Month } from '../../../kernel/calendar.ts';
import { monthOf, plusDays, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { measured, unknown } from '../../../kernel/measured.ts';
import { monthSpan, nightsTogether, nightsWithin } from '../../../ledger/stay-nights.ts';
import type { Lease, OwnerBlock, Property } from '../../../records/rental.ts';
import { readOff, withReads } from '../book-reads.ts';
import { bookGaps, booksBasis, unreadable, windowOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { propertiesOf } from './rental-fact.ts';

/** Nights of some months: slept, kept by the owner, all there were, and what stays brought. */
export interface Nights {
  readonly slept: number;
  readonly blocked: number;
  readonly calendar: number;
  readonly stayNights: number;
  readonly stayCents: number;
  readonly stayCalendar: number;
}

/** The nights of a property's months, from the books for stays and from the leases for tenants. */
export function nightsIn(
  view: FactView,
  months: readonly Month[],
  isOurs: (property: Property) => boolean = () => true,
): Measured<Nights> {
  const held = propertiesOf(view);
  if (held.state === 'unknown') return held;
  const { lease, 'owner-block': blocks } = view.registers;
  if (lease.state === 'unreadable') return unreadable('leases', lease.because);
  if (blocks.state === 'unreadable') return unreadable('owner blocks', blocks.because);
  const ours = held.value.filter(isOurs);
  const without = ours.filter(({ id, use }) => use === 'lease' && !lease.records.some((of) => of.propertyId === id));
  if (without.length > 0) return unknown(...without.map(({ name }) => `leases of ${name}`));
  const gaps = bookGaps(view, months);
  if (gaps) return gaps;
  return readOff(view, booksBasis(view, months), () => summed(view, months, ours, lease.records, blocks.records));
}

function summed(
  view: FactView,
  months: readonly Month[],
  properties: readonly Property[],
  leases: readonly Lease[],
  blocks: readonly OwnerBlock[],
): Nights {
  const all = { slept: 0, blocked: 0, calendar: 0, stayNights: 0, stayCents: 0, stayCalendar: 0 };
  for (const property of properties) {
    const ends = plusDays(view.asOn, 1);
    for (const month of months) {
      const { from: first, until: last } = monthSpan(month);
      const owned = property.purchasedOn !== undefined && property.purchasedOn > first ? property.purchasedOn : first;
      const span = { from: owned, until: last < ends ? last : ends };
      const calendar = nightsWithin(span, span);
      const stays = tally(view, month, 'stay-nights', property);
      all.calendar += calendar;
      all.slept += stays;
      const isHere = ({ propertyId }: { readonly propertyId: string }) => propertyId === property.id;
      const lived = leases.filter(isHere).map((of) => ({ from: of.from, until: livedUntil(of, ends) }));
      all.slept += nightsTogether(lived, span);
      all.blocked += nightsTogether(blocks.filter(isHere), span);
      if (property.use !== 'stays') continue;
      all.stayNights += stays;
      all.stayCents += tally(view, month, 'stay-revenue', property);
      all.stayCalendar += calendar;
    }
  }
  return all;
}

/** The same over the last full months, as far back as the books go. */
export function nightsOver(view: FactView, count: number, isOurs?: (property: Property) => boolean): Measured<Nights> {
  const window = windowOf(view, view.lastFullMonth, count);
  if (window.state === 'unknown') return window;
  const nights = nightsIn(view, window.value, isOurs);
  if (nights.state === 'unknown') return nights;
  return { ...nights, state: window.state, basis: withReads(window.basis, nights.basis.reads ?? []) };
}

/** The first day nobody lives there any more: a tenant who has not moved out stays past the lease's end. */
function livedUntil({ movedOutOn }: Lease, ends: LocalDate): LocalDate {
  return movedOutOn === undefined || movedOutOn > ends ? ends : movedOutOn;
}

/** Days the emptiest leased property has stood empty by now; zero when all are lived in. */
export function daysVacant(view: FactView): Measured<number> {
  const held = propertiesOf(view, 'lease');
  if (held.state === 'unknown') return held;
  const { lease } = view.registers;
  if (lease.state === 'unreadable') return unreadable('leases', lease.because);
  const days = held.value.map((property) => {
    const ours = lease.records.filter(({ propertyId, from }) => propertyId === property.id && from <= view.asOn);
    if (ours.length === 0) return undefined;
    if (ours.some(({ movedOutOn }) => movedOutOn === undefined || movedOutOn > view.asOn)) return 0;
    const left = ours
      .map(({ movedOutOn }) => movedOutOn!)
      .sort()
      .at(-1)!; // each has moved out, and there is one
    return nightsWithin({ from: left, until: plusDays(view.asOn, 1) }, { from: left, until: plusDays(view.asOn, 1) });
  });
  const without = held.value.filter((_, i) => days[i] === undefined);
  if (without.length > 0) return unknown(...without.map(({ name }) => `leases of ${name}`));
  return measured(Math.max(0, ...days.map((of) => of ?? 0)), held.basis);
}

/** The last so many full months, earliest first. */
export function fullMonths(view: FactView, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, i) => plusMonths(view.lastFullMonth, i + 1 - count));
}

/** The month a day of the view's year begins: January to the month of the view. */
export function monthsOfYear(view: FactView): readonly Month[] {
  const until = Number(monthOf(view.asOn).slice(5));
  return Array.from({ length: until }, (_, i) => plusMonths(view.month, i + 1 - until));
}

function tally(view: FactView, month: Month, name: string, { id }: Property): number {
  return view.books.tally(view.entityIds, [month], 'operations', `${name}.${id}`);
}
