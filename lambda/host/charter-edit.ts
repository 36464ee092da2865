import { orThrow } from '../../shared/kernel/fault.ts';
import { changedCharter } from '../../shared/operations/charter-change.ts';
import type { CharterChange } from '../../shared/operations/charter-details.ts';
import type { ChangeCharterBody, ChangedCharterResponse } from '../../shared/wire/charters.ts';
import { charterWrites, partsUnchanged } from '../stores/charter-store.ts';
import { openCharterWrite } from '../stores/open-charter-store.ts';
import { mustCommit } from '../stores/transaction.ts';
import { actorOf, charterFor, requireVersion, vesselOf } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/**
 * Changes the details of a charter over the version seen.
 * @throws FaultError `refused` or `invalid` naming every field, `conflict` with the charter as it is now.
 */
export async function changeCharter(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  { version, change }: ChangeCharterBody,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.create', charterId);
  const { charter } = file;
  requireVersion(charter, version);
  const vessel = await vesselOf(deps, file);
  const context = { now: asking.now, actor: actorOf(asking), zone: charter.zone, vessel };
  const next = { ...orThrow(changedCharter(file, change as CharterChange, context)), updatedAt: asking.now };
  await mustCommit(
    deps.tables,
    [
      ...charterWrites(deps.tables, charter, next),
      partsUnchanged(deps.tables, file),
      openCharterWrite(deps.tables, next, file.balances),
      historyWrite(deps, asking, 'charter.change', charterId, { fields: Object.keys(change).sort().join(' ') }),
    ],
    'Somebody changed this charter in the meantime. Look at it again, then decide.',
  );
  return { charter: { ...next, version: next.version + 1 } };
}
