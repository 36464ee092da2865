import type { Instant } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, Guest } from '../records/charter.ts';
import type { Actor } from './actor.ts';
import { isSameName } from './guests.ts';
import { frozenProblems } from './states.ts';

/**
 * The guest with their waiver taken back because it was filed by mistake: what it said stays on record with the reason.
 * Not of somebody who is aboard on the strength of it.
 */
export function takeBackWaiver(
  guest: Guest,
  input: { readonly reason: string },
  charter: Charter,
  actor: Actor,
  now: Instant,
): Result<Guest> {
  const reason = input.reason.trim();
  const problems = [...frozenProblems(charter)];
  if (guest.waiver === undefined) problems.push({ field: 'waiver', message: `No waiver of ${guest.name} is on file.` });
  if (guest.checkIn === 'aboard') {
    problems.push({ field: 'checkIn', message: `${guest.name} is aboard. Check them out first.` });
  }
  if (reason === '') problems.push({ field: 'reason', message: 'Say why the waiver is taken back.' });
  if (guest.waiver === undefined || problems.length > 0) {
    return refused('refused', `The waiver of ${guest.name} was not taken back.`, problems);
  }
  const { waiver, ...rest } = guest;
  const former = { ...waiver, takenBackAt: now, takenBackBy: actor.name, reason };
  return ok({ ...rest, formerWaivers: [...(guest.formerWaivers ?? []), former] });
}

/** What can be put right about a guest. Notes left empty are taken away. */
export interface GuestCorrection {
  readonly name?: string;
  readonly isMinor?: boolean;
  readonly notes?: string;
}

/**
 * The guest under another name, or with something else to know about them. A name or age a waiver on file was signed for
 * stays: another signature would be needed.
 */
export function correctedGuest(guest: Guest, correction: GuestCorrection, charter: Charter): Result<Guest> {
  const { notes: _, ...unnoted } = guest;
  const { notes = guest.notes, ...named } = correction;
  const noted = notes === undefined || notes.trim() === '' ? {} : { notes };
  const next = { ...unnoted, ...named, ...noted, name: (named.name ?? guest.name).trim() };
  const isSomeoneElse = !isSameName(next.name, guest.name) || next.isMinor !== guest.isMinor;
  const problems = [...frozenProblems(charter)];
  if (next.name === '') problems.push({ field: 'name', message: "Enter the guest's name." });
  if (isSomeoneElse && guest.waiver !== undefined) {
    const message = `A waiver of ${guest.name} is on file. Take it back first, and have a new one signed.`;
    problems.push({ field: 'waiver', message });
  }
  if (problems.length > 0) return refused('refused', `${guest.name} was not changed.`, problems);
  return ok(next);
}
