import type { Problem } from '../kernel/fault.ts';
import type { CharterFile } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import { depositsHeld, dollars } from './balances.ts';
import type { CancelMove, LifecycleContext, Move, ReturnMove } from './move.ts';

/** What is wrong with what a move brings along, each by the field it is about. */
export function payloadProblems(move: Move, file: CharterFile, context: LifecycleContext): readonly Problem[] {
  switch (move.to) {
    case 'held':
      return expiryProblems(move.holdExpiresAt, file, context);
    case 'booked':
      return needsAcceptance(file, context)
        ? required('otaAcceptance', move.otaAcceptance, "Enter the platform's reference of the accepted booking.")
        : [];
    case 'underway':
      return [
        ...paxProblems(move.paxAboard, context),
        ...unless(move.countCommunicatedAshore, 'countCommunicatedAshore', 'Tell someone ashore the head count first.'),
      ];
    case 'returned':
      return returnProblems(move, file);
    case 'weather_hold':
      return required('forecast', move.forecast, 'Enter the forecast the hold rests on.');
    case 'rescheduled':
      return rebookingProblems(move.rebookedTo, file);
    case 'cancelled':
      return cancelProblems(move, file);
    case 'quoted':
    case 'confirmed':
    case 'boarding':
    case 'completed':
    case 'closed':
    case 'no_show':
    case 'expired':
    case 'declined':
      return [];
  }
}

/** The fields a person has to fill in for a move to a state, in the order to ask for them. */
export function neededFields(to: Lifecycle, file: CharterFile, context: LifecycleContext): readonly string[] {
  switch (to) {
    case 'held':
      return ['holdExpiresAt'];
    case 'booked':
      return needsAcceptance(file, context) ? ['otaAcceptance'] : [];
    case 'underway':
      return ['paxAboard', 'countCommunicatedAshore'];
    case 'returned':
      return file.charter.lifecycle === 'completed' ? ['reopenReason'] : ['paxAshore'];
    case 'weather_hold':
      return ['forecast'];
    case 'rescheduled':
      return ['rebookedTo'];
    case 'cancelled':
      return ['by', 'reason'];
    case 'inquiry':
    case 'quoted':
    case 'confirmed':
    case 'boarding':
    case 'completed':
    case 'closed':
    case 'no_show':
    case 'expired':
    case 'declined':
      return [];
  }
}

function needsAcceptance({ charter }: CharterFile, { channelCollects }: LifecycleContext): boolean {
  return charter.lifecycle === 'held' && channelCollects === true;
}

function expiryProblems(expiresAt: string, { charter }: CharterFile, { now }: LifecycleContext): readonly Problem[] {
  return [
    ...unless(expiresAt > now, 'holdExpiresAt', 'Let the hold end at a time still to come.'),
    ...unless(expiresAt <= charter.startAt, 'holdExpiresAt', 'Let the hold end before departure.'),
  ];
}

function paxProblems(paxAboard: number, { vessel }: LifecycleContext): readonly Problem[] {
  if (!Number.isSafeInteger(paxAboard) || paxAboard <= 0) {
    return [{ field: 'paxAboard', message: 'Count the passengers aboard: at least one.' }];
  }
  const message = `Take passengers off: ${paxAboard} are aboard, ${vessel.name} may carry ${vessel.maxPax}.`;
  return unless(paxAboard <= vessel.maxPax, 'paxAboard', message);
}

function returnProblems(move: ReturnMove, { charter }: CharterFile): readonly Problem[] {
  if (charter.lifecycle === 'completed') {
    const reason = 'reopenReason' in move ? move.reopenReason : undefined;
    return required('reopenReason', reason, 'Say why the charter is reopened.');
  }
  if (!('paxAshore' in move)) return [{ field: 'paxAshore', message: 'Count the passengers who went ashore.' }];
  const { paxAboard } = charter;
  const message = `Find out who is missing: ${paxAboard ?? 'an unknown number'} went aboard, ${move.paxAshore} came ashore.`;
  return unless(move.paxAshore === paxAboard, 'paxAshore', message);
}

function rebookingProblems(rebookedTo: string, { charter }: CharterFile): readonly Problem[] {
  return [
    ...required('rebookedTo', rebookedTo, 'Name the charter it is moved to.'),
    ...unless(rebookedTo !== charter.id, 'rebookedTo', 'Name another charter: a new one for the new day.'),
  ];
}

function cancelProblems({ by, reason, retainedCents }: CancelMove, file: CharterFile): readonly Problem[] {
  const problems = [...required('reason', reason, 'Say why the charter is cancelled.')];
  if (retainedCents === undefined) return problems;
  const heldCents = depositsHeld(file);
  if (!Number.isSafeInteger(retainedCents) || retainedCents < 0 || retainedCents > heldCents) {
    problems.push({ field: 'retainedCents', message: `Keep between nothing and the ${dollars(heldCents)} held.` });
  } else if (by !== 'guest' && retainedCents > 0) {
    problems.push({ field: 'retainedCents', message: 'Keep nothing: the guest did not cancel.' });
  }
  return problems;
}

function required(field: string, value: string | undefined, message: string): readonly Problem[] {
  return unless(value !== undefined && value.trim() !== '', field, message);
}

function unless(isFine: boolean, field: string, message: string): readonly Problem[] {
  return isFine ? [] : [{ field, message }];
}
