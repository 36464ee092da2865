import type { Instant } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import type { Charter, CharterOutline } from '../records/charter.ts';
import type { CANCELLED_BY } from '../records/charter-terms.ts';
import type { Vessel } from '../records/vessel.ts';
import type { Actor } from './actor.ts';

/** On whose account a charter is cancelled. */
export type CancelledBy = (typeof CANCELLED_BY)[number];

/** One step a person asks for: the state to reach and what that state needs to be told. */
export type Move =
  | { readonly to: 'quoted' }
  | { readonly to: 'held'; readonly holdExpiresAt: Instant }
  /** `otaAcceptance` is the platform's own reference, needed where the platform takes the guest's money. */
  | { readonly to: 'booked'; readonly otaAcceptance?: string }
  | { readonly to: 'confirmed' }
  | { readonly to: 'boarding' }
  | { readonly to: 'underway'; readonly paxAboard: number; readonly countCommunicatedAshore: boolean }
  | ReturnMove
  | { readonly to: 'completed' }
  | { readonly to: 'closed' }
  | { readonly to: 'weather_hold'; readonly forecast: string }
  | { readonly to: 'rescheduled'; readonly rebookedTo: string }
  | CancelMove
  | { readonly to: 'no_show' }
  | { readonly to: 'expired' }
  | { readonly to: 'declined' };

/** Back at the dock with a head count, or back from completed with the reason for reopening. */
export type ReturnMove =
  | { readonly to: 'returned'; readonly paxAshore: number }
  | { readonly to: 'returned'; readonly reopenReason: string };

/**
 * A cancellation. `retainedCents` replaces what the tiers would keep of a guest's money; `asCredit` leaves the rest with us
 * as a credit for a later trip, which is what a guest may choose when the weather was bad.
 */
export interface CancelMove {
  readonly to: 'cancelled';
  readonly by: CancelledBy;
  readonly reason: string;
  readonly retainedCents?: Cents;
  readonly asCredit?: boolean;
}

/** What a decision about a charter may look at beside the charter's own file. */
export interface LifecycleContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly vessel: Vessel;
  /** Other charters of the same vessel or the same captain around that time; which of them clash is decided here. */
  readonly overlapping: readonly CharterOutline[];
  /** Incidents of this charter that are still open. */
  readonly incidentsOpen: number;
  /** Whether the platform that sold it takes the guest's money. */
  readonly channelCollects?: boolean;
  /** False when a payout has arrived that does not match; otherwise the balance of 1100 tells. */
  readonly payoutMatched?: boolean;
}

/** What the service has to do beside storing the charter. */
export type Effect = 'book' | 'recognise-revenue' | 'reverse-revenue' | 'cancel' | 'rebook' | 'start-report-run';

/** The charter as it is after the move, its version untouched, and what must happen with it. */
export interface Decision {
  readonly charter: Charter;
  readonly effects: readonly Effect[];
}
