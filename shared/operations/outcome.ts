import { dayIn } from '../kernel/calendar.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import { balanceOf, depositsHeld } from './balances.ts';
import { cancellationOf } from './cancellation.ts';
import { actualOf, stamped } from './milestones.ts';
import type { CancelMove, Decision, LifecycleContext, Move, ReturnMove } from './move.ts';

/** What is true after a move that nothing stands in the way of, and what must happen with it. */
export function outcome(move: Move, file: CharterFile, context: LifecycleContext): Decision {
  const { now, actor } = context;
  const charter: Charter = { ...withoutHold(file.charter), lifecycle: move.to, updatedAt: now };
  switch (move.to) {
    case 'held':
      return quiet({ ...charter, holdExpiresAt: move.holdExpiresAt });
    case 'booked':
      return booked(charter, file.charter, context);
    case 'underway': {
      const { paxAboard, countCommunicatedAshore } = move;
      return quiet({ ...stamped(charter, 'cast_off', now, actor), paxAboard, countCommunicatedAshore });
    }
    case 'returned':
      return returned(move, charter, context);
    case 'completed':
      return completed(charter, context);
    case 'weather_hold': {
      const weather = { go: false, at: now, by: actor.name, forecast: move.forecast.trim() };
      return quiet({ ...charter, heldFrom: file.charter.lifecycle, weather });
    }
    case 'rescheduled':
      return quiet({ ...charter, rebookedTo: move.rebookedTo });
    case 'cancelled':
      return cancelled(charter, file, move, context);
    case 'no_show':
      return cancelled(charter, file, { to: 'cancelled', by: 'guest', reason: 'The guests did not come.' }, context);
    case 'quoted':
    case 'confirmed':
    case 'boarding':
    case 'closed':
    case 'expired':
    case 'declined':
      return quiet(charter);
  }
}

function quiet(charter: Charter): Decision {
  return { charter, effects: [] };
}

/** A charter is booked once; coming back from a weather hold books nothing. */
function booked(charter: Charter, before: Charter, { now }: LifecycleContext): Decision {
  if (before.lifecycle !== 'held') return quiet(charter);
  return { charter: { ...charter, bookedOn: dayIn(charter.zone, now) }, effects: ['book'] };
}

function returned(move: ReturnMove, charter: Charter, { now, actor }: LifecycleContext): Decision {
  if ('paxAshore' in move) {
    return quiet({ ...stamped(charter, 'return_dock', now, actor), paxAshore: move.paxAshore });
  }
  const { performedOn: _on, completedAt: _at, ...open } = charter;
  const reopening = { guard: 'reopen', reason: move.reopenReason.trim(), by: actor.name, at: now };
  return { charter: { ...open, overrides: [...open.overrides, reopening] }, effects: ['reverse-revenue'] };
}

function completed(charter: Charter, { now, actor }: LifecycleContext): Decision {
  const timed = stamped(charter, 'all_ashore', now, actor);
  const performedOn = dayIn(charter.zone, actualOf(timed, 'all_ashore') ?? now);
  const done = { ...timed, performedOn, completedAt: now, completionSeq: charter.completionSeq + 1 };
  return { charter: done, effects: ['recognise-revenue', 'start-report-run'] };
}

/** The books hear of a cancellation when the charter had been booked or money had come in. */
function cancelled(charter: Charter, file: CharterFile, move: CancelMove, { now }: LifecycleContext): Decision {
  const cancellation = cancellationOf(file, move.by, move.reason, now, move.retainedCents, move.asCredit);
  const isInBooks = charter.bookedOn !== undefined || depositsHeld(file) > 0 || balanceOf(file, '2300') !== 0;
  return { charter: { ...charter, cancellation }, effects: isInBooks ? ['cancel'] : [] };
}

/** Where a weather hold came from is forgotten by whatever ends it. */
function withoutHold(charter: Charter): Charter {
  const { heldFrom: _, ...rest } = charter;
  return rest;
}
