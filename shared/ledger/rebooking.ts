import type { LocalDate } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, owedOn } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, problemIf } from './entry.ts';

/** What a guest has paid ahead: the price, still refundable or not, and tips. */
const PAID_AHEAD = ['2100', '2105', '2300'] as const;

/** A charter a booking can move to: one that is still being arranged, and that nothing else has moved to. */
const BEING_ARRANGED: ReadonlySet<Charter['lifecycle']> = new Set(['inquiry', 'quoted', 'held']);

/** A booking that moves to another day: one that has not sailed and was not called off. */
const MOVABLE: ReadonlySet<Charter['lifecycle']> = new Set(['booked', 'confirmed', 'weather_hold']);

/** What is wrong with moving a booking from one charter to another. */
export function rebookedProblems(from: Charter, to: Charter | undefined): readonly Problem[] {
  const field = 'rebookedTo';
  if (to === undefined || to.entityId !== from.entityId) {
    return [{ field, message: 'There is no such charter. Enter a new one for the new day first.' }];
  }
  return [
    ...problemIf(to.customerId !== from.customerId, field, 'That charter is for another customer.'),
    ...problemIf(!BEING_ARRANGED.has(to.lifecycle), field, 'That charter is booked or over already: enter a new one.'),
    ...problemIf(
      to.rebookedFrom !== undefined && to.rebookedFrom !== from.id,
      field,
      'Another booking moved to that charter already.',
    ),
  ];
}

/** What is wrong with a new charter taking the place of another, before the booking itself is moved. */
export function takenPlaceProblems(
  from: Charter | undefined,
  { entityId, customerId }: Pick<Charter, 'entityId' | 'customerId'>,
): readonly Problem[] {
  const field = 'rebookedFrom';
  if (from === undefined || from.entityId !== entityId) {
    return [{ field, message: `there is no such charter of ${entityId}` }];
  }
  const isMovable = MOVABLE.has(from.lifecycle);
  const why = from.rebookedTo === undefined ? 'only a booking that is to sail moves' : 'that booking moved already';
  return [
    ...problemIf(from.customerId !== customerId, field, 'that charter is for another customer'),
    ...problemIf(!isMovable, field, why),
  ];
}

/**
 * What the guest has paid goes with the booking: out of the charter that will not sail, into the one that takes its
 * place, each part as refundable as it was. No money moves and nothing is earned; between the two it stands on 2110,
 * which ends where it began. Nothing to write while nothing has been paid.
 */
export function depositsMoved(
  from: CharterBooks,
  to: CharterBooks,
  on: LocalDate,
  context: PostingContext,
): readonly JournalEntry[] {
  const held = PAID_AHEAD.map((code) => ({ code, cents: owedOn(from, code) })).filter(({ cents }) => cents > 0);
  const total = held.reduce((sum, { cents }) => sum + cents, 0);
  if (total === 0) return [];
  const about = { template: 'deposit_moved' as const, businessOn: on, recordId: from.charter.id, tallies: [] };
  const out = {
    ...about,
    id: entryId(from.charter.id, 'moved-out'),
    memo: `moved to another day: ${from.charter.title}`,
    lines: [...held.map(({ code, cents }) => debit(code, cents)), credit('2110', total)],
  };
  const into = {
    ...about,
    id: entryId(to.charter.id, 'moved-in'),
    memo: `moved from another day: ${to.charter.title}`,
    lines: [debit('2110', total), ...held.map(({ code, cents }) => credit(code, cents))],
  };
  return [charterEntry(from, out, context), charterEntry(to, into, context)];
}
