import type { LocalDate } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import type { Charter, PriceLine } from '../records/charter.ts';
import type { NewGuest } from './charter-parts.ts';

/** What a person enters to open a charter: local day and time, length, party and price. */
export interface NewCharterInput {
  readonly entityId: string;
  readonly vesselId: string;
  readonly customerId: string;
  readonly channelId: string;
  readonly title: string;
  readonly day: LocalDate;
  /** Wall-clock time, HH:MM, in the zone of the context. */
  readonly time: string;
  readonly durationMin: number;
  readonly paxExpected: number;
  readonly priceLines: readonly PriceLine[];
  readonly depositCents: Cents;
  /** Left out: two days before sailing, when there is a balance at all. */
  readonly balanceDueOn?: LocalDate;
  /** Left out: everything back until six days before departure, nothing after. */
  readonly cancellationTiers?: Charter['cancellationTiers'];
  /** Left out: the vessel's home port. */
  readonly departurePort?: string;
  readonly returnPort?: string;
  readonly rebookedFrom?: string;
  readonly guests?: readonly NewGuest[];
}
