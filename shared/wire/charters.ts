import * as z from 'zod/mini';
import type { Problem } from '../kernel/fault.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import { priceLineSchema } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import { CANCELLED_BY, CREW_ROLES, LIFECYCLE, MILESTONES } from '../records/charter-terms.ts';
import {
  count,
  day,
  email,
  flag,
  id,
  instantAt,
  label,
  localTime,
  note,
  oneOf,
  positiveAmount,
  slug,
} from '../records/fields.ts';

/** A charter as a line in a list. */
export interface CharterLine {
  readonly id: string;
  readonly title: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly vesselName: string;
  readonly channelName: string;
  readonly lifecycle: Lifecycle;
  readonly sailsOn: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly zone: string;
  readonly paxExpected: number;
  readonly totalCents: number;
}
export interface ListChartersResponse {
  readonly month: string;
  readonly today: string;
  readonly charters: readonly CharterLine[];
}

/** A move as the screen offers it: what still stands in the way, and which fields it asks for. */
export interface PossibleMove {
  readonly to: Lifecycle;
  readonly label: string;
  readonly primary: boolean;
  readonly problems: readonly Problem[];
  readonly needs: readonly string[];
}

export interface ReadCharterResponse {
  readonly file: CharterFile;
  readonly names: {
    readonly entity: string;
    readonly vessel: string;
    readonly channel: string;
    readonly customer: string;
  };
  readonly maxPax: number;
  readonly moves: readonly PossibleMove[];
  /** The run of its last completion, when it has been completed. */
  readonly runKey?: string;
}

/** The fields each move needs are checked by the decider; here only their shapes. */
export const moveBody = z.strictObject({
  to: oneOf(LIFECYCLE),
  /** The charter's version the person saw; a newer one is a conflict. */
  version: count,
  holdExpiresAt: z.exactOptional(instantAt),
  paxAboard: z.exactOptional(count),
  paxAshore: z.exactOptional(count),
  countCommunicatedAshore: z.exactOptional(flag),
  by: z.exactOptional(oneOf(CANCELLED_BY)),
  reason: z.exactOptional(note),
  retainedCents: z.exactOptional(positiveAmount),
  asCredit: z.exactOptional(flag),
  forecast: z.exactOptional(label),
  rebookedTo: z.exactOptional(id),
  /** The platform's own reference, where the platform takes the guest's money. */
  otaAcceptance: z.exactOptional(label),
  reopenReason: z.exactOptional(note),
});
export type MoveBody = z.infer<typeof moveBody>;

export const milestoneBody = z.strictObject({
  name: oneOf(MILESTONES),
  version: count,
  /** Left out: now. */
  at: z.exactOptional(instantAt),
  correction: z.exactOptional(note),
});
export const checklistBody = z.strictObject({
  state: oneOf(['open', 'done', 'not_applicable']),
  version: count,
  value: z.exactOptional(label),
  reason: z.exactOptional(note),
});
export const slotBody = z.strictObject({ act: oneOf(['claim', 'release', 'confirm', 'check_in']), version: count });
export const newRoleBody = z.strictObject({ role: oneOf(CREW_ROLES), payCents: positiveAmount, required: flag });
export const roleBody = z.strictObject({ version: count, payCents: positiveAmount });
export type RoleBody = z.infer<typeof roleBody>;
export const roleRemovalBody = z.strictObject({ version: count });
export const newGuestBody = z.strictObject({ name: label, isMinor: flag });
export const guestBody = z.strictObject({
  version: count,
  checkIn: z.exactOptional(oneOf(['none', 'aboard', 'ashore', 'no_show'])),
  rsvp: z.exactOptional(oneOf(['yes', 'no', 'maybe', 'none'])),
  paperWaiverSignedBy: z.exactOptional(label),
  /** Why the waiver on file is taken back. */
  waiverTakenBackBecause: z.exactOptional(note),
  name: z.exactOptional(label),
  isMinor: z.exactOptional(flag),
  /** Empty: there is nothing to know any more. */
  notes: z.exactOptional(z.union([note, z.literal('')], 'expected text of up to 2000 characters')),
});
export type GuestBody = z.infer<typeof guestBody>;
export const overrideBody = z.strictObject({ guard: label, reason: note, version: count });
export const weatherBody = z.strictObject({ go: flag, forecast: label, version: count });
export const postCharterBody = z.strictObject({
  version: count,
  engineHoursStart: count,
  engineHoursEnd: count,
  fuelAddedGallons: count,
  seaState: label,
  incident: flag,
  damage: z.exactOptional(note),
  guestFeedback: z.exactOptional(note),
  lessons: z.exactOptional(note),
});

export const createCharterBody = z.strictObject({
  entityId: slug,
  vesselId: id,
  channelId: slug,
  /** A customer who is on file, or a new one. */
  customerId: z.exactOptional(id),
  customer: z.exactOptional(
    z.strictObject({ name: label, email: z.exactOptional(email), phone: z.exactOptional(label) }),
  ),
  title: label,
  day,
  time: localTime,
  durationMin: count,
  paxExpected: count,
  /** Left out: the vessel's home port, and where it left from. */
  departurePort: z.exactOptional(label),
  returnPort: z.exactOptional(label),
  priceLines: z.array(priceLineSchema).check(z.minLength(1, 'expected at least one price line')),
  depositCents: positiveAmount,
  /** The charter this one takes the place of, where a booking moves to another day. */
  rebookedFrom: z.exactOptional(id),
  guests: z.array(newGuestBody),
});
export type CreateCharterBody = z.infer<typeof createCharterBody>;

/** What the office changes about a charter, over the version seen; what is left out stays as it is. */
export const charterChange = z.strictObject({
  title: z.exactOptional(label),
  day: z.exactOptional(day),
  time: z.exactOptional(localTime),
  durationMin: z.exactOptional(count),
  paxExpected: z.exactOptional(count),
  departurePort: z.exactOptional(label),
  returnPort: z.exactOptional(label),
  priceLines: z.exactOptional(z.array(priceLineSchema)),
  depositCents: z.exactOptional(positiveAmount),
});
export const changeCharterBody = z.strictObject({ version: count, change: charterChange });
export type ChangeCharterBody = z.infer<typeof changeCharterBody>;

/** After any change: the charter as it now is. */
export interface ChangedCharterResponse {
  readonly charter: Charter;
  readonly runKey?: string;
}
