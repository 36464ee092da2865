import type { Problem } from '../kernel/fault.ts';
import type { CharterFile } from '../records/charter.ts';
import type { ChecklistPhase, MilestoneName } from '../records/charter-terms.ts';
import { isSettled, PHASE_NAMES } from './checklist.ts';
import { hasReached, roleName } from './crew.ts';
import { isComing, waiverCoverage } from './guests.ts';
import { actualOf, milestoneWords } from './milestones.ts';
import type { LifecycleContext } from './move.ts';
import { hasOverride } from './overrides.ts';

/** A condition of a transition: what still stands in the way, each in a sentence that says what to do; nothing when met. */
export type Guard = (file: CharterFile, context: LifecycleContext) => readonly Problem[];

/** Every required role has a confirmed claim, and one of the roles is a captain. */
export const crewConfirmed: Guard = ({ slots }) => {
  const open = slots.filter((slot) => slot.required && !hasReached(slot, 'confirmed'));
  return [
    ...(slots.some((slot) => slot.role === 'captain') ? [] : problem('slots.captain', 'Add a role for the captain.')),
    ...open.flatMap((slot) =>
      problem(
        `slots.${slot.role}`,
        slot.claim === undefined
          ? `Find a ${roleName(slot)}: nobody has claimed the role.`
          : `Confirm ${slot.claim.name} as ${roleName(slot)}, under Crew.`,
      ),
    ),
  ];
};

/** Somebody is checked in as the captain, or has already worked it. */
export const captainCheckedIn: Guard = ({ slots }) =>
  slots.some((slot) => slot.role === 'captain' && hasReached(slot, 'checked_in'))
    ? []
    : problem('slots.captain', 'Check the captain in.');

/** All papers of the vessel are valid on the day it sails. */
export const vesselDocumentsValid: Guard = ({ charter }, { vessel }) =>
  vessel.documents.length === 0
    ? problem('vessel.documents', `Record the papers of ${vessel.name}: none are on file.`)
    : vessel.documents
        .filter((document) => document.expiresOn < charter.sailsOn)
        .flatMap((document) =>
          problem(
            'vessel.documents',
            `Renew "${document.type}" of ${vessel.name}: it expires ${document.expiresOn}, before ${charter.sailsOn}.`,
          ),
        );

/** Every mandatory item of a phase is done, or not applicable for a reason; a phase without any has not been set up. */
export function checklistDone(phase: ChecklistPhase): Guard {
  const field = `checklist.${phase}`;
  const name = PHASE_NAMES[phase];
  return ({ checklist }) => {
    const mandatory = checklist.filter((item) => item.phase === phase && item.mandatory);
    if (mandatory.length === 0) return problem(field, `Add the checklist "${name}": it has no mandatory items.`);
    const open = mandatory.filter((item) => !isSettled(item)).map((item) => item.text);
    if (open.length === 0) return [];
    return problem(
      field,
      `Finish the checklist "${name}", ${open.length} of ${mandatory.length} open: ${open.join('; ')}.`,
    );
  };
}

/** The weather decision is recorded, and it is go. */
export const weatherGo: Guard = ({ charter }) => {
  if (charter.weather?.go) return [];
  return problem(
    'weather',
    charter.weather === undefined
      ? 'Record the weather decision.'
      : 'The weather decision is no-go. Wait for a go, reschedule, or cancel.',
  );
};

/** Everybody who comes has a waiver on file, or the captain has overruled that. An empty guest list proves nothing. */
export const waiversOnFile: Guard = ({ charter, guests }) => {
  if (hasOverride(charter, 'waivers')) return [];
  const { required, signed, unsigned } = waiverCoverage(guests);
  if (required === 0) return problem('waivers', 'List the guests who come, with their waivers.');
  if (unsigned.length === 0) return [];
  return problem(
    'waivers',
    `Get the waivers of ${unsigned.join(', ')} (${signed} of ${required} on file), or have the captain override this.`,
  );
};

/** No more people are expected, or on the guest list, than the vessel may carry. */
export const paxWithinLimit: Guard = ({ charter, guests }, { vessel }) => {
  const pax = Math.max(charter.paxExpected, guests.filter(isComing).length);
  if (pax <= vessel.maxPax) return [];
  return problem('paxExpected', `Reduce the party: ${pax} are coming, ${vessel.name} may carry ${vessel.maxPax}.`);
};

/** A milestone's time is recorded. */
export function recorded(name: MilestoneName): Guard {
  return ({ charter }) =>
    actualOf(charter, name) === undefined
      ? problem(`milestones.${name}`, `Record the time of ${milestoneWords(name)}.`)
      : [];
}

/** The captain's report is handed in. */
export const reportSubmitted: Guard = ({ charter }) =>
  charter.postCharterReport === undefined ? problem('postCharterReport', 'Submit the post-charter report.') : [];

function problem(field: string, message: string): readonly Problem[] {
  return [{ field, message }];
}
