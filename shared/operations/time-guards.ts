import { dayIn, timeIn } from '../kernel/calendar.ts';
import type { MilestoneName } from '../records/charter-terms.ts';
import type { Guard } from './guards.ts';
import { actualOf, stampProblems } from './milestones.ts';
import { isHoldOver } from './states.ts';

/** A milestone is recorded, or may be set to now by the move itself. */
export function recordedOrNow(name: MilestoneName): Guard {
  return ({ charter }) => stampProblems(charter, name);
}

/**
 * When all were ashore is recorded, or it is still the local day of the return: the day decides which day, and month,
 * the revenue belongs to, so a later one is never guessed.
 */
export const allAshoreKnown: Guard = (file, context) => {
  const { charter } = file;
  const dockedAt = actualOf(charter, 'return_dock');
  const isLater = dockedAt !== undefined && dayIn(charter.zone, dockedAt) < dayIn(charter.zone, context.now);
  if (actualOf(charter, 'all_ashore') === undefined && isLater) {
    const message =
      'Record when all were ashore: the charter came back on an earlier day, which its revenue belongs to.';
    return [{ field: 'milestones.all_ashore', message }];
  }
  return stampProblems(charter, 'all_ashore');
};

/** The planned departure has come: before it, the guests may still show up. */
export const departureHasCome: Guard = ({ charter }, { now }) => {
  if (now >= charter.startAt) return [];
  const at = `${dayIn(charter.zone, charter.startAt)} ${timeIn(charter.zone, charter.startAt)}`;
  return [{ field: 'startAt', message: `Wait until departure at ${at}: the guests may still come.` }];
};

/** The hold has run out. */
export const holdIsOver: Guard = ({ charter }, { now }) => {
  if (isHoldOver(charter, now) || charter.holdExpiresAt === undefined) return [];
  const { zone, holdExpiresAt } = charter;
  const at = `${dayIn(zone, holdExpiresAt)} ${timeIn(zone, holdExpiresAt)}`;
  return [{ field: 'holdExpiresAt', message: `The hold runs until ${at}. Wait for it, or cancel the charter.` }];
};
