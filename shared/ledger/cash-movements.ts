import type { Cents } from '../kernel/money.ts';
import { cents, negated } from '../kernel/money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CashClass } from './accounts.ts';
import { accountOf } from './accounts.ts';

/** Why cash came or went. Amounts are signed, positive when cash came in, whatever the name says. */
export const CASH_MOVEMENTS = [
  'customer-in',
  'customer-refund-out',
  'operating-out',
  'pass-through-in',
  'pass-through-out',
  'capex-out',
  'financing-in',
  'financing-out',
] as const;
export type CashMovement = (typeof CASH_MOVEMENTS)[number];

/**
 * How an entry moved cash, by the accounts on the other side; together exactly the change of the cash accounts. Nothing
 * for an entry that touches no cash. A reversal takes back the movements of what it reverses, under the same names.
 */
export function cashMovements(
  entry: Pick<JournalEntry, 'lines' | 'reverses'>,
): Readonly<Partial<Record<CashMovement, Cents>>> {
  const isReversal = entry.reverses !== undefined;
  if (!entry.lines.some((line) => accountOf(line.account).cashClass === 'cash')) return {};
  const moved: Partial<Record<CashMovement, Cents>> = {};
  for (const line of entry.lines) {
    const name = movementName(accountOf(line.account).cashClass, isReversal ? line.cents : negated(line.cents));
    if (name !== undefined) moved[name] = cents((moved[name] ?? 0) - line.cents);
  }
  return moved;
}

/** What cash that came in against an account of this class is called, or that went out where it is negative. */
export function movementName(counter: CashClass, inCents: number): CashMovement | undefined {
  switch (counter) {
    case 'cash':
      return undefined;
    case 'customer':
      return inCents > 0 ? 'customer-in' : 'customer-refund-out';
    case 'operating':
      return 'operating-out';
    case 'pass-through':
      return inCents > 0 ? 'pass-through-in' : 'pass-through-out';
    case 'capex':
      return 'capex-out';
    case 'financing':
      return inCents > 0 ? 'financing-in' : 'financing-out';
  }
}
