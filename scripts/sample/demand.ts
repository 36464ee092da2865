import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { daysInMonth, firstDay, plusDays, weekday } from '../../shared/kernel/calendar.ts';
import type { CharterEntity } from './company.ts';
import { randomFor } from './seeded-random.ts';

/** What becomes of a planned charter. */
export type Outcome = 'sails' | 'guest-cancels' | 'weather' | 'operator' | 'no-show';

/** A day a boat is booked for. */
export interface PlannedDay {
  readonly entityId: CharterEntity;
  readonly sailsOn: LocalDate;
  readonly outcome: Outcome;
}

/** Charters that sail in a usual year, January to December: summer is high, January does not pay for itself. */
const SAILING: Readonly<Record<CharterEntity, readonly number[]>> = {
  jada: [3, 4, 4, 4, 5, 5, 6, 6, 5, 5, 4, 4],
  qos: [2, 3, 3, 3, 3, 4, 5, 4, 4, 3, 3, 3],
};

/** What goes wrong beside those that sail, month after month over half a year: about eight in a hundred are cancelled. */
const GOING_WRONG: readonly (readonly Outcome[])[] = [
  ['guest-cancels'],
  ['weather'],
  [],
  ['operator'],
  ['guest-cancels', 'no-show'],
  [],
];

/** How many charters of a business sail in a month of a usual year. */
export function usualCharters(entityId: CharterEntity, month: Month): number {
  return SAILING[entityId][Number(month.slice(5)) - 1] ?? 0;
}

/** The days of a month somebody booked, earliest first: never two on one day, because there is one captain. */
export function plannedDays(month: Month): PlannedDay[] {
  const index = monthIndex(month);
  const wrong = GOING_WRONG[index % GOING_WRONG.length] ?? [];
  const wanted: readonly Omit<PlannedDay, 'sailsOn'>[] = [
    ...times(usualCharters('jada', month), { entityId: 'jada', outcome: 'sails' } as const),
    ...times(usualCharters('qos', month), { entityId: 'qos', outcome: 'sails' } as const),
    ...wrong.map((outcome, i) => ({ entityId: (index + i) % 2 === 0 ? ('jada' as const) : ('qos' as const), outcome })),
  ];
  const random = randomFor(`days of ${month}`);
  const days = preferredDays(month, random.int(0, 1_000_000)).slice(0, wanted.length);
  return random
    .shuffled(wanted)
    .map((plan, i) => ({ ...plan, sailsOn: days[i] as LocalDate }))
    .sort((a, b) => (a.sailsOn < b.sailsOn ? -1 : 1));
}

/** A month's days, shuffled, Friday to Sunday drawn before the others two times in three. */
function preferredDays(month: Month, seed: number): LocalDate[] {
  const random = randomFor(`${month} ${seed}`);
  const days = Array.from({ length: daysInMonth(month) }, (_, i) => plusDays(firstDay(month), i));
  const rank = (day: LocalDate) => random.int(1, 100) + (weekday(day) >= 5 ? 0 : 60);
  return days
    .map((day) => ({ day, rank: rank(day) }))
    .sort((a, b) => a.rank - b.rank || (a.day < b.day ? -1 : 1))
    .map(({ day }) => day);
}

function times<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
