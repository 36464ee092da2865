import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import type { CharterPlanField } from './charter-terms.ts';
import {
  CANCELLED_BY,
  CHECKLIST_PHASES,
  CREW_ROLES,
  LIFECYCLE,
  MILESTONES,
  PRICE_LINE_KINDS,
} from './charter-terms.ts';
import {
  amount,
  count,
  day,
  flag,
  id,
  instantAt,
  label,
  note,
  oneOf,
  positiveAmount,
  share,
  slug,
  stamp,
  zone,
} from './fields.ts';

/** One line of what the guest pays. Discounts are negative; tips are never priced, they arrive with a payment. */
export const priceLineSchema = z.strictObject({
  kind: oneOf(PRICE_LINE_KINDS),
  text: label,
  qty: count,
  unitCents: amount,
  totalCents: amount,
});
export type PriceLine = DeepReadonly<z.infer<typeof priceLineSchema>>;

export const milestoneSchema = z.strictObject({
  name: oneOf(MILESTONES),
  plannedAt: instantAt,
  actualAt: z.exactOptional(instantAt),
  recordedBy: z.exactOptional(label),
  /** Why a time was recorded out of order or changed. */
  correction: z.exactOptional(note),
});
export type Milestone = DeepReadonly<z.infer<typeof milestoneSchema>>;

export const postCharterReportSchema = z.strictObject({
  submittedAt: instantAt,
  submittedBy: label,
  engineHoursStart: count,
  engineHoursEnd: count,
  fuelAddedGallons: count,
  seaState: label,
  incident: flag,
  damage: z.exactOptional(note),
  guestFeedback: z.exactOptional(note),
  lessons: z.exactOptional(note),
});
export type PostCharterReport = DeepReadonly<z.infer<typeof postCharterReportSchema>>;

/** A trip: who, which boat, when, for what price, and how far along it is. Money received is in the ledger, not here. */
export const charterSchema = z.strictObject({
  id,
  entityId: slug,
  vesselId: id,
  customerId: id,
  channelId: slug,
  title: label,
  lifecycle: oneOf(LIFECYCLE),
  /** Where a weather hold returns to. */
  heldFrom: z.exactOptional(oneOf(LIFECYCLE)),
  zone,
  startAt: instantAt,
  endAt: instantAt,
  /** The local day it sails on, settled once when written. */
  sailsOn: day,
  paxExpected: count,
  paxAboard: z.exactOptional(count),
  paxAshore: z.exactOptional(count),
  countCommunicatedAshore: z.exactOptional(flag),
  departurePort: label,
  returnPort: label,
  priceLines: z.array(priceLineSchema).check(z.minLength(1, 'expected at least one price line')),
  depositCents: positiveAmount,
  balanceDueOn: z.exactOptional(day),
  /**
   * What is kept when the guest cancels at least so many hours before departure; the earliest tier still met counts, and
   * after the last one everything is kept. No tiers: nothing is.
   */
  cancellationTiers: z.array(z.strictObject({ hoursBefore: count, retainBps: share })),
  holdExpiresAt: z.exactOptional(instantAt),
  bookedOn: z.exactOptional(day),
  rebookedFrom: z.exactOptional(id),
  rebookedTo: z.exactOptional(id),
  weather: z.exactOptional(z.strictObject({ go: flag, at: instantAt, by: label, forecast: label })),
  cancellation: z.exactOptional(
    z.strictObject({
      by: oneOf(CANCELLED_BY),
      reason: note,
      at: instantAt,
      on: day,
      retainedCents: positiveAmount,
      refundCents: positiveAmount,
      /** What the guest took as a credit for a later trip instead of money. */
      creditCents: z.exactOptional(positiveAmount),
    }),
  ),
  overrides: z.array(z.strictObject({ guard: label, reason: note, by: label, at: instantAt })),
  milestones: z.array(milestoneSchema),
  postCharterReport: z.exactOptional(postCharterReportSchema),
  /** How often this charter has been completed; a reopened charter completes again under the next number. */
  completionSeq: count,
  completedAt: z.exactOptional(instantAt),
  /** The local day all were ashore: the day its revenue belongs to. */
  performedOn: z.exactOptional(day),
  ...stamp,
});
export type Charter = DeepReadonly<z.infer<typeof charterSchema>>;

/** A charter without what was planned and recorded of it: which boat, when, for what price and how far along, as calendars and forecasts need it. */
export type CharterOutline = Omit<Charter, CharterPlanField>;

export const checklistItemSchema = z.strictObject({
  id,
  charterId: id,
  phase: oneOf(CHECKLIST_PHASES),
  text: label,
  mandatory: flag,
  evidence: oneOf(['none', 'reading', 'signature']),
  unit: z.exactOptional(label),
  /** The range a reading must lie in, in its unit. */
  min: z.exactOptional(count),
  max: z.exactOptional(count),
  regRef: z.exactOptional(label),
  order: count,
  completion: z.exactOptional(
    z.strictObject({
      by: label,
      at: instantAt,
      state: oneOf(['done', 'not_applicable']),
      value: z.exactOptional(label),
      reason: z.exactOptional(note),
    }),
  ),
  version: count,
});
export type ChecklistItem = DeepReadonly<z.infer<typeof checklistItemSchema>>;

export const roleSlotSchema = z.strictObject({
  id,
  charterId: id,
  role: oneOf(CREW_ROLES),
  required: flag,
  payCents: positiveAmount,
  tipShareWeight: count,
  requiredCredential: z.exactOptional(label),
  claim: z.exactOptional(
    z.strictObject({
      userId: id,
      name: label,
      state: oneOf(['claimed', 'confirmed', 'checked_in', 'worked', 'paid', 'no_show']),
      at: instantAt,
    }),
  ),
  version: count,
});
export type RoleSlot = DeepReadonly<z.infer<typeof roleSlotSchema>>;

export const guestSchema = z.strictObject({
  id,
  charterId: id,
  name: label,
  isMinor: flag,
  /** What the crew has to know about them: food they cannot have, help they need. */
  notes: z.exactOptional(note),
  rsvp: oneOf(['yes', 'no', 'maybe', 'none']),
  checkIn: oneOf(['none', 'aboard', 'ashore', 'no_show']),
  /** A signed waiver on file for this charter, and how it reached us. */
  waiver: z.exactOptional(
    z.strictObject({ kind: oneOf(['paper', 'electronic']), signedBy: label, at: instantAt, recordedBy: label }),
  ),
  /** Waivers that were filed by mistake: they stay on record with who took them back, and why. */
  formerWaivers: z.exactOptional(
    z.array(
      z.strictObject({
        kind: oneOf(['paper', 'electronic']),
        signedBy: label,
        at: instantAt,
        recordedBy: label,
        takenBackAt: instantAt,
        takenBackBy: label,
        reason: note,
      }),
    ),
  ),
  version: count,
});
export type Guest = DeepReadonly<z.infer<typeof guestSchema>>;

/** A charter with everything that belongs to it. */
export interface CharterFile {
  readonly charter: Charter;
  readonly checklist: readonly ChecklistItem[];
  readonly slots: readonly RoleSlot[];
  readonly guests: readonly Guest[];
  /** Signed balances of the ledger accounts this charter has touched, debit positive, by account code. */
  readonly balances: Readonly<Record<string, number>>;
}
