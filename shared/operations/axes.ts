import type { CharterFile } from '../records/charter.ts';
import { priceTotals } from '../records/pricing.ts';
import { balanceOf, depositsHeld } from './balances.ts';
import type { PhaseProgress } from './checklist.ts';
import { checklistProgress } from './checklist.ts';
import type { CrewCoverage } from './crew.ts';
import { crewCoverage } from './crew.ts';
import type { WaiverCoverage } from './guests.ts';
import { waiverCoverage } from './guests.ts';

/** How the guest and the company stand with each other. */
export type PaymentStatus =
  | 'unpaid'
  | 'deposit_paid'
  | 'paid'
  | 'overpaid'
  | 'refund_due'
  | 'partially_refunded'
  | 'refunded'
  | 'written_off';

/** How the company and the booking platform stand with each other. */
export type Settlement = 'none' | 'payout_due' | 'payout_matched' | 'variance';

/** Where a charter stands beside its lifecycle: derived from its file, never stored. */
export interface Axes {
  readonly payment: PaymentStatus;
  readonly waivers: WaiverCoverage;
  readonly crew: CrewCoverage;
  readonly checklist: readonly PhaseProgress[];
  readonly settlement: Settlement;
}

/** All axes of a charter at once; `channelCollects` when a booking platform takes the guest's money. */
export function axesOf(file: CharterFile, channelCollects = false): Axes {
  return {
    payment: paymentStatus(file, channelCollects),
    waivers: waiverCoverage(file.guests),
    crew: crewCoverage(file.slots),
    checklist: checklistProgress(file.checklist),
    settlement: settlementStatus(file),
  };
}

/**
 * What the ledger says about the guest's payments: against the price before the trip, against what is owed after it. A
 * guest of a platform that collects has paid there, once the charter is booked.
 */
export function paymentStatus(file: CharterFile, channelCollects = false): PaymentStatus {
  if (balanceOf(file, '2400') < 0) return 'refund_due';
  const { lifecycle } = file.charter;
  if (lifecycle === 'cancelled' || lifecycle === 'no_show') return statusAfterCancelling(file);
  if (file.charter.performedOn !== undefined) return statusAfter(file);
  return channelCollects && file.charter.bookedOn !== undefined ? 'paid' : statusBefore(file);
}

/** What the ledger says about the platform's debt: none when it never had one, a variance when it paid another amount. */
export function settlementStatus(file: CharterFile): Settlement {
  if (file.balances['1100'] === undefined) return 'none';
  const owedCents = balanceOf(file, '1100');
  if (owedCents > 0) return 'payout_due';
  return owedCents < 0 || balanceOf(file, '5035') !== 0 ? 'variance' : 'payout_matched';
}

function statusBefore(file: CharterFile): PaymentStatus {
  const heldCents = depositsHeld(file);
  const { totalCents } = priceTotals(file.charter.priceLines);
  if (heldCents > totalCents) return 'overpaid';
  if (heldCents === totalCents) return 'paid';
  return heldCents > 0 && heldCents >= file.charter.depositCents ? 'deposit_paid' : 'unpaid';
}

function statusAfter(file: CharterFile): PaymentStatus {
  const refundedCents = balanceOf(file, '4190');
  const owedCents = balanceOf(file, '1110');
  const { totalCents } = priceTotals(file.charter.priceLines);
  if (refundedCents > 0) return refundedCents >= totalCents ? 'refunded' : 'partially_refunded';
  if (depositsHeld(file) > 0) return 'overpaid';
  if (owedCents <= 0) return balanceOf(file, '6220') > 0 ? 'written_off' : 'paid';
  return owedCents < totalCents ? 'deposit_paid' : 'unpaid';
}

function statusAfterCancelling({ charter }: CharterFile): PaymentStatus {
  const { retainedCents = 0, refundCents = 0 } = charter.cancellation ?? {};
  if (refundCents === 0) return retainedCents > 0 ? 'deposit_paid' : 'unpaid';
  return retainedCents > 0 ? 'partially_refunded' : 'refunded';
}
