import type { Charter } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import type { Role } from '../records/user.ts';
import { vesselAndCaptainFree } from './availability.ts';
import type { Guard } from './guards.ts';
import {
  captainCheckedIn,
  checklistDone,
  crewConfirmed,
  paxWithinLimit,
  recorded,
  reportSubmitted,
  vesselDocumentsValid,
  waiversOnFile,
  weatherGo,
} from './guards.ts';
import { vesselInService } from './in-service.ts';
import {
  balanceScheduled,
  depositReceived,
  guestSettled,
  incidentsClosed,
  noDepositHeld,
  payoutMatched,
  stillFree,
  tipsPaid,
} from './money-guards.ts';
import { allAshoreKnown, departureHasCome, holdIsOver, recordedOrNow } from './time-guards.ts';

/** One way from a state to another: the button it is, who may press it, and what must be true of the charter's file. */
export interface Transition {
  readonly from: Lifecycle;
  readonly to: Lifecycle;
  readonly label: string;
  /** Whether it is the way forward, as against a way aside or out. */
  readonly primary: boolean;
  readonly by: readonly Role[];
  readonly guards: readonly Guard[];
}

/** The transitions open to a charter by its state alone; a weather hold goes back only to where it came from. */
export function transitionsFrom(charter: Charter): readonly Transition[] {
  return TRANSITIONS.filter(
    ({ from, to }) =>
      from === charter.lifecycle && (from !== 'weather_hold' || !HOLDABLE.includes(to) || to === charter.heldFrom),
  );
}

const office: readonly Role[] = ['admin'];
const command: readonly Role[] = ['captain', 'admin'];

const HOLDABLE: readonly Lifecycle[] = ['booked', 'confirmed', 'boarding'];

const confirming: readonly Guard[] = [crewConfirmed, balanceScheduled, vesselDocumentsValid, vesselInService];
const boarding: readonly Guard[] = [
  captainCheckedIn,
  checklistDone('pre_departure_vessel'),
  checklistDone('safety_equipment'),
  weatherGo,
  waiversOnFile,
  paxWithinLimit,
  vesselDocumentsValid,
  vesselInService,
];
/** The captain, or the state of the vessel, may have changed since boarding opened. */
const castingOff: readonly Guard[] = [
  captainCheckedIn,
  vesselInService,
  recorded('safety_brief'),
  recordedOrNow('cast_off'),
];
const completing: readonly Guard[] = [
  allAshoreKnown,
  checklistDone('post_charter_vessel'),
  checklistDone('post_charter_admin'),
  reportSubmitted,
];
const closing: readonly Guard[] = [guestSettled, tipsPaid, payoutMatched, incidentsClosed];

/** Every transition there is. What is not in this table does not happen. */
export const TRANSITIONS: readonly Transition[] = [
  forward('inquiry', 'quoted', 'Send the quote', office, []),
  forward('quoted', 'held', 'Hold the vessel', office, [vesselAndCaptainFree, vesselInService]),
  forward('held', 'booked', 'Book', office, [depositReceived, stillFree, vesselInService]),
  forward('booked', 'confirmed', 'Confirm', office, confirming),
  forward('confirmed', 'boarding', 'Open boarding', command, boarding),
  forward('boarding', 'underway', 'Cast off', command, castingOff),
  forward('underway', 'returned', 'Return to the dock', command, [recordedOrNow('return_dock')]),
  forward('returned', 'completed', 'Complete the charter', command, completing),
  forward('completed', 'closed', 'Close the charter', office, closing),

  forward('weather_hold', 'booked', 'Lift the weather hold', command, []),
  forward('weather_hold', 'confirmed', 'Lift the weather hold', command, confirming),
  forward('weather_hold', 'boarding', 'Lift the weather hold', command, boarding),

  aside('completed', 'returned', 'Reopen', office, []),
  aside('booked', 'weather_hold', 'Put on weather hold', command, []),
  aside('confirmed', 'weather_hold', 'Put on weather hold', command, []),
  aside('boarding', 'weather_hold', 'Put on weather hold', command, []),

  aside('booked', 'rescheduled', 'Move to another day', office, []),
  aside('confirmed', 'rescheduled', 'Move to another day', office, []),
  aside('weather_hold', 'rescheduled', 'Move to another day', office, []),

  aside('inquiry', 'declined', 'Decline', office, []),
  aside('quoted', 'declined', 'Decline', office, []),
  aside('held', 'expired', 'Let the hold expire', office, [holdIsOver, noDepositHeld]),
  aside('confirmed', 'no_show', 'Record a no-show', office, [departureHasCome]),
  aside('boarding', 'no_show', 'Record a no-show', office, [departureHasCome]),

  aside('held', 'cancelled', 'Cancel', office, []),
  aside('booked', 'cancelled', 'Cancel', office, []),
  aside('confirmed', 'cancelled', 'Cancel', office, []),
  aside('boarding', 'cancelled', 'Cancel', office, []),
  aside('weather_hold', 'cancelled', 'Cancel', office, []),
];

function forward(
  from: Lifecycle,
  to: Lifecycle,
  label: string,
  by: readonly Role[],
  guards: readonly Guard[],
): Transition {
  return { from, to, label, primary: true, by, guards };
}

function aside(
  from: Lifecycle,
  to: Lifecycle,
  label: string,
  by: readonly Role[],
  guards: readonly Guard[],
): Transition {
  return { from, to, label, primary: false, by, guards };
}
