import { monthOf } from '../kernel/calendar.ts';
import { cents } from '../kernel/money.ts';
import type { JournalEntry, Tally } from '../records/journal.ts';
import { accountOf } from './accounts.ts';

/** Guest money received before the trip and not yet earned. */
export const DEPOSIT_CODES = ['2100', '2105'] as const;

/** What an entry did to deposits. Received less recognised less returned is by how much what is held grew. */
export interface DepositMovements {
  readonly receivedCents: number;
  /** Earned, by sailing or by a cancellation fee. */
  readonly recognisedCents: number;
  /** Paid back, or owed back since a cancellation. */
  readonly returnedCents: number;
}

/**
 * How an entry moved the deposits, told by what stands on its other side: money, a gift card or credit,
 * a refund that is owed, or revenue. A
 * reversal takes back the movement of what it reverses, under the same name.
 */
export function depositMovements(entry: Pick<JournalEntry, 'lines' | 'reverses'>): DepositMovements {
  const on = (isWanted: (account: string) => boolean) =>
    entry.lines.filter((line) => isWanted(line.account)).reduce((sum, line) => sum + line.cents, 0);
  const released = on((account) => (DEPOSIT_CODES as readonly string[]).includes(account));
  const none = { receivedCents: 0, recognisedCents: 0, returnedCents: 0 };
  if (released === 0) return none;
  const isCancellation = entry.lines.some((line) => line.account === '2400' || line.account === '4090');
  const hasCash = entry.lines.some((line) => accountOf(line.account).cashClass === 'cash');
  const hasCard = entry.lines.some((line) => line.account === '2110');
  if (hasCash || (hasCard && !isCancellation)) {
    const wasReceived = entry.reverses === undefined ? released < 0 : released > 0;
    return wasReceived ? { ...none, receivedCents: cents(-released) } : { ...none, returnedCents: cents(released) };
  }
  if (!isCancellation) return { ...none, recognisedCents: released };
  const keptCents = cents(-on((account) => account === '4090'));
  return { ...none, recognisedCents: keptCents, returnedCents: cents(released - keptCents) };
}

/** The same as counts of the month's operations, so that a roll-forward needs no entry. */
export function depositTallies(entry: JournalEntry): readonly Tally[] {
  const { receivedCents, recognisedCents, returnedCents } = depositMovements(entry);
  const month = monthOf(entry.businessOn);
  const named = {
    'deposits-received': receivedCents,
    'deposits-recognised': recognisedCents,
    'deposits-returned': returnedCents,
  };
  return Object.entries(named)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => ({ month, group: 'operations', name, amount: cents(amount) }));
}
