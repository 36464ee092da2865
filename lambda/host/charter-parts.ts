import type { Action } from '../../shared/access/permissions.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { NewGuest } from '../../shared/operations/charter-parts.ts';
import { completeItem, reopenItem } from '../../shared/operations/checklist.ts';
import { checkInSlot, claimSlot, confirmSlot, releaseSlot } from '../../shared/operations/crew.ts';
import { correctedGuest, takeBackWaiver } from '../../shared/operations/guest-corrections.ts';
import { checkIn, namedGuest, recordPaperWaiver, rsvp } from '../../shared/operations/guests.ts';
import { frozenProblems } from '../../shared/operations/states.ts';
import type { Charter, ChecklistItem, RoleSlot } from '../../shared/records/charter.ts';
import type { ChangedCharterResponse, GuestBody } from '../../shared/wire/charters.ts';
import type { StoredCharterFile } from '../stores/charter-store.ts';
import {
  chartersCrewedBy,
  checklistWrite,
  guestWrite,
  newGuestWrite,
  partChangeWrites,
  slotWrite,
} from '../stores/charter-store.ts';
import type { Write } from '../stores/transaction.ts';
import { mustCommit } from '../stores/transaction.ts';
import { actorOf, charterFor, requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

type ChecklistBody = {
  readonly state: 'open' | 'done' | 'not_applicable';
  readonly version: number;
  readonly value?: string;
  readonly reason?: string;
};

/** Ticks a checklist item, sets it aside with a reason, or opens it again. */
export async function checklistItem(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  itemId: string,
  body: ChecklistBody,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.checklist', charterId);
  const item = partOf(file.checklist, itemId, body.version);
  const frozen = frozenProblems(file.charter);
  if (frozen.length > 0) throw new FaultError(fault('refused', 'The checklist is closed.', frozen));
  const { state, version: _, ...rest } = body;
  const decided: Result<ChecklistItem> =
    state === 'open' ? reopenItem(item) : completeItem(item, { state, ...rest }, actorOf(asking), asking.now);
  return stored(deps, asking, file, 'charter.checklist', itemId, checklistWrite(deps.tables, orThrow(decided)));
}

/** Claims, releases, confirms or checks in to a role. Of two who claim at once, one wins. */
export async function crewSlot(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  slotId: string,
  body: { readonly act: 'claim' | 'release' | 'confirm' | 'check_in'; readonly version: number },
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.crew', charterId);
  const slot = partOf(file.slots, slotId, body.version);
  const decided = await slotDecision(deps, asking, file.charter, slot, body.act);
  return stored(deps, asking, file, 'charter.crew', slotId, slotWrite(deps.tables, orThrow(decided), file.charter));
}

/** Checks a guest in, takes their answer, files a paper waiver or takes one back, or puts right who they are. */
export async function guest(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  guestId: string,
  { version, checkIn: state, rsvp: answer, paperWaiverSignedBy, waiverTakenBackBecause, ...correction }: GuestBody,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.guest', charterId);
  let next = partOf(file.guests, guestId, version);
  if (waiverTakenBackBecause !== undefined) {
    const why = { reason: waiverTakenBackBecause };
    next = orThrow(takeBackWaiver(next, why, file.charter, actorOf(asking), asking.now));
  }
  if (Object.keys(correction).length > 0) next = orThrow(correctedGuest(next, correction, file.charter));
  if (answer !== undefined) next = orThrow(rsvp(next, answer, file.charter));
  if (paperWaiverSignedBy !== undefined) {
    next = orThrow(recordPaperWaiver(next, { signedBy: paperWaiverSignedBy }, actorOf(asking), asking.now));
  }
  if (state !== undefined) next = orThrow(checkIn(next, state, file.charter));
  return stored(deps, asking, file, 'charter.guest', guestId, guestWrite(deps.tables, next));
}

/** Names somebody more who comes. */
export async function addGuest(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: NewGuest,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.guest', charterId);
  const added = orThrow(namedGuest(file, body));
  return stored(deps, asking, file, 'charter.guest', added.id, newGuestWrite(deps.tables, added));
}

async function slotDecision(
  deps: HostDeps,
  asking: Asking,
  charter: Charter,
  slot: RoleSlot,
  act: 'claim' | 'release' | 'confirm' | 'check_in',
): Promise<Result<RoleSlot>> {
  switch (act) {
    case 'claim': {
      const others = await chartersCrewedBy(deps.tables, asking.user.id, charter.startAt);
      return claimSlot(
        slot,
        asking.user,
        charter,
        others.filter((other) => other.id !== charter.id),
        asking.now,
      );
    }
    case 'release':
      return releaseSlot(slot, actorOf(asking), charter, asking.now);
    case 'confirm':
      return confirmSlot(slot, actorOf(asking), charter, asking.now);
    case 'check_in':
      return checkInSlot(slot, actorOf(asking), charter, asking.now);
  }
}

/** The part somebody means, at the version they saw. */
export function partOf<Part extends { readonly id: string; readonly version: number }>(
  parts: readonly Part[],
  id: string,
  seen: number,
): Part {
  const part = parts.find((one) => one.id === id);
  if (!part) throw new FaultError(fault('not-found', 'There is nothing here.'));
  requireVersion(part, seen);
  return part;
}

/** Stores one changed part with the charter it was decided on and its line of history. */
export async function stored(
  deps: HostDeps,
  asking: Asking,
  file: StoredCharterFile,
  action: Action,
  object: string,
  write: Write,
): Promise<ChangedCharterResponse> {
  await mustCommit(
    deps.tables,
    [
      write,
      ...partChangeWrites(deps.tables, file),
      historyWrite(deps, asking, action, object, { charter: file.charter.id }),
    ],
    'Somebody changed this in the meantime. Look at it again, then decide.',
  );
  return { charter: file.charter };
}
