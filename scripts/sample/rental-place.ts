import type { Month } from '../../shared/kernel/calendar.ts';
import { monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { MoneyKind, MoneyOf } from '../../shared/records/money-registry.ts';
import type { SampleDay } from './sample-day.ts';

/** The business of the sample that rents out a house and the studio behind it. */
export const RENTAL = 'rental';
export const HOUSE = 'house-51st';
export const STUDIO = 'studio-51st';
/** Full months of its books: two years. */
const MONTHS = 24;

/** The first month of the rental's books. */
export function rentalOpening(day: SampleDay): Month {
  return plusMonths(monthOf(day.today), -MONTHS);
}

type Body<K extends MoneyKind> = Omit<
  MoneyOf<K>,
  'entityId' | 'createdAt' | 'createdBy' | 'updatedAt' | 'version' | 'source' | 'schemaVersion'
>;

/** What the rental's books need of one event: its kind and what it says. */
export type Tell = <K extends MoneyKind>(kind: K, body: { readonly [F in keyof Body<K>]: unknown }) => void;
