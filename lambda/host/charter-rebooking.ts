import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { depositsMoved, rebookedProblems } from '../../shared/ledger/rebooking.ts';
import { serviceProblems } from '../../shared/operations/in-service.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import { charterWrites, readCharterFile } from '../stores/charter-store.ts';
import { openCharterWrite } from '../stores/open-charter-store.ts';
import type { Write } from '../stores/transaction.ts';
import { vesselOf } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** What moving a booking to another day does to both charters. */
export interface Rebooking {
  /** What left the charter that will not sail. */
  readonly out: readonly Posting[];
  /** What came to the one that takes its place. */
  readonly into: readonly Posting[];
  /** The charter that takes its place, as it is from now on. */
  readonly writes: readonly Write[];
}

/**
 * Moves a booking: the charter of the new day knows where it comes from and holds what was paid.
 * @throws FaultError `refused` when there is no such charter, or a booking cannot move to it.
 */
export async function rebooking(deps: HostDeps, asking: Asking, from: CharterFile, toId: string): Promise<Rebooking> {
  const to = await readCharterFile(deps.tables, toId);
  const problems = [...rebookedProblems(from.charter, to?.charter), ...(await awayProblems(deps, to))];
  if (to === undefined || problems.length > 0) {
    throw new FaultError(fault('refused', 'The charter was not moved.', problems));
  }
  const context = { postedAt: asking.now, postedBy: asking.user.id };
  const today = dayIn(deps.config.zone, asking.now);
  const [out, into] = depositsMoved(from, to, today, context).map(postingOf);
  const charter = { ...to.charter, rebookedFrom: from.charter.id, updatedAt: asking.now };
  return {
    out: out ? [out] : [],
    into: into ? [into] : [],
    writes: [
      ...charterWrites(deps.tables, to.charter, charter),
      openCharterWrite(deps.tables, charter, balancesAfter(to.balances, into ? [into] : [])),
      historyWrite(deps, asking, 'charter.rebooked', toId, { from: from.charter.id }),
    ],
  };
}

/** Why the vessel of the new day cannot sail then: she may have been taken out of service since it was entered. */
async function awayProblems(deps: HostDeps, to: CharterFile | undefined): Promise<readonly Problem[]> {
  if (to === undefined) return [];
  const problems = serviceProblems(await vesselOf(deps, to), to.charter);
  return problems.map(({ message }) => ({ field: 'rebookedTo', message }));
}
