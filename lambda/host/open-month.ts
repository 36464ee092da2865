import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { closedMonthProblems } from '../../shared/ledger/closing.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import type { HostDeps } from './deps.ts';

/**
 * Lets postings through whose months are open. The transaction that stores them looks again.
 * @throws FaultError `refused` naming the field and the first day that can still be posted to.
 */
export async function requireOpenMonth(deps: HostDeps, postings: readonly Posting[], field: string): Promise<void> {
  const entries = postings.map(({ entry }) => entry);
  const closed = await readClosedThrough(deps.tables, [...new Set(entries.map(({ entityId }) => entityId))]);
  const problems = closedMonthProblems(entries, closed, field);
  if (problems.length > 0) throw new FaultError(fault('refused', 'That month is closed.', problems));
}
