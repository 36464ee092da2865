import type { Instant } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, CharterFile, Guest } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import type { Actor } from './actor.ts';
import type { NewGuest } from './charter-parts.ts';
import { guestOf, nextOrder } from './charter-parts.ts';
import { hasOverride } from './overrides.ts';
import { frozenProblems, stateName } from './states.ts';

/**
 * The guest checked in as aboard, ashore, no-show, or not at all. Nobody goes aboard before boarding is open, nor
 * without a waiver unless the captain has overridden that guard; only who is aboard goes ashore.
 */
export function checkIn(guest: Guest, state: Guest['checkIn'], charter: Charter): Result<Guest> {
  const problems = [
    ...frozenProblems(charter),
    ...stateProblems(state, charter),
    ...personProblems(guest, state, charter),
  ];
  if (problems.length > 0) return refused('refused', `${guest.name} was not checked in.`, problems);
  return ok({ ...guest, checkIn: state });
}

/** The guest with an answer to the invitation; answers are taken until boarding opens. */
export function rsvp(guest: Guest, answer: Guest['rsvp'], charter: Charter): Result<Guest> {
  const problems = [...frozenProblems(charter)];
  if (ON_THE_DAY.includes(charter.lifecycle)) {
    problems.push({ field: 'lifecycle', message: 'Boarding has begun. Check the guest in instead.' });
  }
  if (problems.length > 0) return refused('refused', `The answer of ${guest.name} was not taken.`, problems);
  return ok({ ...guest, rsvp: answer });
}

/** Somebody more who comes: named until the boat has left, when whoever is aboard has been counted. */
export function namedGuest(
  { charter, guests }: Pick<CharterFile, 'charter' | 'guests'>,
  guest: NewGuest,
): Result<Guest> {
  const problems = [...frozenProblems(charter)];
  if (charter.lifecycle === 'underway' || charter.lifecycle === 'returned') {
    problems.push({ field: 'lifecycle', message: 'The boat has left: everybody aboard has been counted.' });
  }
  if (guest.name.trim() === '') problems.push({ field: 'name', message: "Enter the guest's name." });
  if (problems.length > 0) return refused('refused', 'The guest was not added.', problems);
  return ok({ ...guestOf(charter.id, guest, nextOrder(guests)), rsvp: 'yes' });
}

/**
 * The guest with a signed paper waiver on file: an adult's own signature, a minor's guardian's. A waiver on file is
 * never replaced.
 */
export function recordPaperWaiver(
  guest: Guest,
  input: { readonly signedBy: string },
  actor: Actor,
  now: Instant,
): Result<Guest> {
  const signedBy = input.signedBy.trim();
  const problems = signatureProblems(guest, signedBy);
  if (problems.length > 0) return refused('refused', `The waiver of ${guest.name} was not filed.`, problems);
  return ok({ ...guest, waiver: { kind: 'paper', signedBy, at: now, recordedBy: actor.name } });
}

/** Waivers of the guests who come: needed, on file, and who still has to sign. */
export interface WaiverCoverage {
  readonly required: number;
  readonly signed: number;
  readonly unsigned: readonly string[];
}

/** How many of the guests who are aboard or said yes have a waiver on file; a minor's is signed by somebody else. */
export function waiverCoverage(guests: readonly Guest[]): WaiverCoverage {
  const coming = guests.filter(isComing);
  const unsigned = coming.filter((guest) => !hasWaiver(guest)).map((guest) => guest.name);
  return { required: coming.length, signed: coming.length - unsigned.length, unsigned };
}

/** Whether to count a guest in: has been aboard, or said yes and has not failed to show up. */
export function isComing({ checkIn: state, rsvp: answer }: Guest): boolean {
  return state === 'aboard' || state === 'ashore' || (answer === 'yes' && state !== 'no_show');
}

const ON_THE_DAY: readonly Lifecycle[] = ['boarding', 'underway', 'returned'];

function hasWaiver({ waiver, isMinor, name }: Guest): boolean {
  return waiver !== undefined && !(isMinor && isSameName(waiver.signedBy, name));
}

function stateProblems(state: Guest['checkIn'], charter: Charter): readonly Problem[] {
  const allowed: readonly Lifecycle[] = state === 'aboard' ? ['boarding'] : ON_THE_DAY;
  if (allowed.includes(charter.lifecycle)) return [];
  const message = `The charter is in state ${stateName(charter.lifecycle)}. Guests are checked in once boarding is open.`;
  return [{ field: 'lifecycle', message }];
}

function personProblems(guest: Guest, state: Guest['checkIn'], charter: Charter): readonly Problem[] {
  if (state === 'aboard' && !hasWaiver(guest) && !hasOverride(charter, 'waivers')) {
    return [{ field: 'waiver', message: `File the waiver of ${guest.name} first, or have the captain override it.` }];
  }
  if (state === 'ashore' && guest.checkIn !== 'aboard') {
    return [{ field: 'checkIn', message: `${guest.name} is not aboard.` }];
  }
  if (state === 'no_show' && guest.checkIn !== 'none') {
    return [{ field: 'checkIn', message: `${guest.name} has already been checked in.` }];
  }
  return [];
}

function signatureProblems(guest: Guest, signedBy: string): readonly Problem[] {
  if (guest.waiver !== undefined) {
    return [{ field: 'waiver', message: `A waiver of ${guest.name} is already on file. It stays as it is.` }];
  }
  if (signedBy === '') return [{ field: 'signedBy', message: 'Enter who signed the waiver.' }];
  if (guest.isMinor && isSameName(signedBy, guest.name)) {
    return [{ field: 'signedBy', message: `${guest.name} is a minor: a guardian has to sign.` }];
  }
  if (!guest.isMinor && !isSameName(signedBy, guest.name)) {
    return [{ field: 'signedBy', message: `Adults sign for themselves: expected ${guest.name}.` }];
  }
  return [];
}

/** Whether two names are the same to a reader: case and spacing aside. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}
