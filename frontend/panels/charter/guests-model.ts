import type { GuestCorrection } from '../../../shared/operations/guest-corrections.ts';
import { takeBackWaiver } from '../../../shared/operations/guest-corrections.ts';
import { checkIn, namedGuest, rsvp, waiverCoverage } from '../../../shared/operations/guests.ts';
import type { Charter, Guest } from '../../../shared/records/charter.ts';
import { progressWords } from './checklist-model.ts';

/** How a guest stands: the waiver first, because without it nobody boards. */
export interface GuestMark {
  readonly words: string;
  readonly tone: 'good' | 'warn' | 'plain' | 'accent' | 'bad';
}

/** The marks beside a guest's name. */
export function guestMarks(guest: Guest): readonly GuestMark[] {
  const waiver: GuestMark =
    guest.waiver === undefined
      ? { words: 'No waiver', tone: 'warn' }
      : { words: guest.waiver.kind === 'paper' ? 'Paper waiver' : 'Waiver signed', tone: 'good' };
  return [...(guest.checkIn === 'no_show' ? [] : [waiver]), ...whereabouts(guest)];
}

function whereabouts(guest: Guest): readonly GuestMark[] {
  switch (guest.checkIn) {
    case 'aboard':
      return [{ words: 'Aboard', tone: 'accent' }];
    case 'ashore':
      return [{ words: 'Ashore', tone: 'plain' }];
    case 'no_show':
      return [{ words: 'No show', tone: 'bad' }];
    case 'none':
      return guest.rsvp === 'none' ? [] : [{ words: RSVP_WORDS[guest.rsvp], tone: 'plain' }];
  }
}

const RSVP_WORDS = { yes: 'Coming', no: 'Not coming', maybe: 'Maybe' } as const;

/** A step of a guest's day. */
export interface CheckInStep {
  readonly to: 'aboard' | 'ashore' | 'no_show' | 'none';
  readonly label: string;
}

/** What can be recorded next for a guest by the rules of boarding; a step back is offered for a slip. */
export function checkInSteps(guest: Guest, charter: Charter): readonly CheckInStep[] {
  const steps: readonly CheckInStep[] =
    guest.checkIn === 'none' ? ARRIVING : guest.checkIn === 'aboard' ? LEAVING : [UNDO];
  return steps.filter(({ to }) => checkIn(guest, to, charter).ok);
}

const UNDO: CheckInStep = { to: 'none', label: 'Undo' };
const ARRIVING: readonly CheckInStep[] = [
  { to: 'aboard', label: 'Aboard' },
  { to: 'no_show', label: 'No show' },
];
const LEAVING: readonly CheckInStep[] = [{ to: 'ashore', label: 'Ashore' }, UNDO];

/** An answer that can be put down for a guest: who comes is counted, and needs a waiver. */
export interface Answer {
  readonly to: 'yes' | 'no';
  readonly label: string;
}

/** The answers a guest has not given and may still give. */
export function answersLeft(guest: Guest, charter: Charter): readonly Answer[] {
  return ANSWERS.filter(({ to }) => guest.rsvp !== to && rsvp(guest, to, charter).ok);
}

const ANSWERS: readonly Answer[] = [
  { to: 'yes', label: 'Coming' },
  { to: 'no', label: 'Not coming' },
];

/** Whether somebody more can be named. */
export function mayBeNamed(charter: Charter): boolean {
  return namedGuest({ charter, guests: [] }, { name: 'Somebody', isMinor: false }).ok;
}

/** How many are aboard and how many waivers are on file, in words. */
export function guestsSummary(guests: readonly Guest[]): string {
  const { signed, required } = waiverCoverage(guests);
  const where = guests.some((guest) => guest.checkIn === 'ashore') ? 'ashore' : 'aboard';
  const there = guests.filter((guest) => guest.checkIn === where).length;
  return `${progressWords(there, guests.length)} ${where} · ${progressWords(signed, required)} waivers`;
}

/** What a filled-in form changes about a guest; a box left unticked is absent, and so are name and age where they stay. */
export function guestChanges(guest: Guest, typed: Readonly<Record<string, string>>): GuestCorrection {
  const { name = guest.name, notes = '' } = typed;
  const isMinor = guest.waiver === undefined ? typed['isMinor'] !== undefined : guest.isMinor;
  return {
    ...(name === guest.name ? {} : { name }),
    ...(isMinor === guest.isMinor ? {} : { isMinor }),
    ...(notes === (guest.notes ?? '') ? {} : { notes }),
  };
}

/** Whether a waiver of the guest is on file that may be taken back. */
export function isTakenBackable(guest: Guest, charter: Charter): boolean {
  const somebody = { name: 'Somebody', userId: '', roles: [] };
  return takeBackWaiver(guest, { reason: 'a mistake' }, charter, somebody, charter.startAt).ok;
}

/** Who signs a waiver: a guardian for a minor. */
export function signerHint(guest: Guest): string {
  return guest.isMinor
    ? `${guest.name} is a minor: the name of the parent or guardian who signed.`
    : `Adults sign for themselves: ${guest.name}.`;
}
