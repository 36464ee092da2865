import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { CharterFile } from '../records/charter.ts';

/** What the ledger holds on one account for this charter, debit positive; an account never touched is zero. */
export function balanceOf(file: CharterFile, account: string): Cents {
  return cents(file.balances[account] ?? 0);
}

/** Guest money held and not yet earned: the credit on 2100 and 2105, zero when there is none. */
export function depositsHeld(file: CharterFile): Cents {
  return cents(Math.max(0, -balanceOf(file, '2100') - balanceOf(file, '2105')));
}

/** An amount inside a sentence of a refusal: $1,200.00. */
export function dollars(amount: Cents): string {
  const whole = Math.floor(Math.abs(amount) / 100);
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${grouped}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
}
