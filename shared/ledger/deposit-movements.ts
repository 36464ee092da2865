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

/** What kind of event an entry tells of, its lines, and whether it takes another back. */
export interface LinesMoved extends Pick<JournalEntry, 'template' | 'lines'> {
  readonly reverses?: string | undefined;
}

/**
 * How an entry moved the deposits, told by what stands on its other side: money, a gift card or credit, a refund that is owed, or
 * revenue. A booking moved to another day moves none: what is held stays held. A reversal takes back the movement of what
 * it reverses, under the same name.
 */
export function depositMovements({ template, lines, reverses }: LinesMoved): DepositMovements {
  let [released, kept, isCancellation, hasCash, hasCard] = [0, 0, false, false, false];
  for (const { account, cents: by } of lines) {
    if (account === '2100' || account === '2105') released += by;
    else if (account === '4090') kept -= by;
    isCancellation ||= account === '2400' || account === '4090';
    hasCard ||= account === '2110';
    hasCash ||= accountOf(account).cashClass === 'cash';
  }
  if (released === 0 || template === 'deposit_moved') return NONE;
  if (hasCash || (hasCard && !isCancellation)) {
    const wasReceived = reverses === undefined ? released < 0 : released > 0;
    return wasReceived ? { ...NONE, receivedCents: cents(-released) } : { ...NONE, returnedCents: cents(released) };
  }
  if (!isCancellation) return { ...NONE, recognisedCents: released };
  return { ...NONE, recognisedCents: cents(kept), returnedCents: cents(released - kept) };
}

const NONE: DepositMovements = { receivedCents: 0, recognisedCents: 0, returnedCents: 0 };

/** The same as counts of the month's operations, so that a roll-forward needs no entry. */
export function depositTallies(entry: JournalEntry): readonly Tally[] {
  const moved = depositMovements(entry);
  const month = monthOf(entry.businessOn);
  return DEPOSIT_NAMES.filter(([, which]) => moved[which] !== 0).map(([name, which]) => {
    return { month, group: 'operations', name, amount: cents(moved[which]) };
  });
}

/** What each movement is called in the month's operations. */
export const DEPOSIT_NAMES = [
  ['deposits-received', 'receivedCents'],
  ['deposits-recognised', 'recognisedCents'],
  ['deposits-returned', 'returnedCents'],
] as const satisfies readonly (readonly [string, keyof DepositMovements])[];
