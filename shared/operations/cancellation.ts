import type { Instant } from '../kernel/calendar.ts';
import { dayIn, plusMinutes } from '../kernel/calendar.ts';
import type { BasisPoints, Cents } from '../kernel/money.ts';
import { basisPoints, cents, shareOf, ZERO } from '../kernel/money.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import { depositsHeld } from './balances.ts';
import type { CancelledBy } from './move.ts';

type Cancellation = NonNullable<Charter['cancellation']>;

/** A cancellation as it is recorded: what is kept of the deposits held, and what goes back or becomes a credit. They add up to what is held. */
export function cancellationOf(
  file: CharterFile,
  by: CancelledBy,
  reason: string,
  at: Instant,
  agreedCents?: Cents,
  asCredit = false,
): Cancellation {
  const heldCents = depositsHeld(file);
  const retainedCents = agreedCents ?? retainedOnCancellation(file, by, at);
  const restCents = cents(heldCents - retainedCents);
  const rest = asCredit ? { refundCents: ZERO, creditCents: restCents } : { refundCents: restCents };
  return { by, reason: reason.trim(), at, on: dayIn(file.charter.zone, at), retainedCents, ...rest };
}

/** What is kept of the deposits held: by the tiers when the guest cancels, nothing when anybody or anything else does. */
export function retainedOnCancellation(file: CharterFile, by: CancelledBy, at: Instant): Cents {
  return by === 'guest' ? shareOf(depositsHeld(file), retainedShare(file.charter, at)) : ZERO;
}

/** The share kept when a guest cancels at an instant: of the tiers still met, the one with the most hours. */
export function retainedShare(charter: Charter, at: Instant): BasisPoints {
  const tiers = [...charter.cancellationTiers].sort((a, b) => b.hoursBefore - a.hoursBefore);
  const met = tiers.find((tier) => at <= plusMinutes(charter.startAt, -tier.hoursBefore * 60));
  return met?.retainBps ?? basisPoints(tiers.length === 0 ? 0 : 10_000);
}
