import * as z from 'zod/mini';
import type { LocalDate } from '../kernel/calendar.ts';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, flag, id, label, positiveAmount, slug, stamp, writtenIn } from './fields.ts';

/** A paper with an end date: certificate of inspection, documentation, insurance. */
export const expiringDocument = z.strictObject({ type: label, expiresOn: day });

/** A boat, the people it may carry and the papers it needs. */
export const vesselSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  /** The number on her certificate of documentation, or the state's on her bow: every report to an authority asks for it. */
  officialNo: z.exactOptional(label),
  type: label,
  lengthFt: count,
  /** Paying passengers at most: 6 for an uninspected vessel, else the number on the certificate (46 U.S.C. 2101). */
  maxPax: count,
  inspected: flag,
  homePort: label,
  turnaroundMin: count,
  /** How many charters she can sail in a day. */
  slotsPerDay: z.exactOptional(count),
  /** Days on which she cannot sail, first and last included: haul-outs, repairs, surveys. */
  outOfService: z.exactOptional(z.array(z.strictObject({ from: day, through: day, reason: label }))),
  /** The first day she is no longer ours to sail: sold, returned, laid up for good. */
  retiredOn: z.exactOptional(day),
  /** Who answers for it. */
  ownerRole: z.exactOptional(label),
  valueCents: z.exactOptional(positiveAmount),
  documents: z.array(expiringDocument),
  writtenIn,
  ...stamp,
});

export type Vessel = DeepReadonly<z.infer<typeof vesselSchema>>;

/** Whether a vessel can sail on a day: she is still ours, and not out of service. */
export function isInService(vessel: Vessel, on: LocalDate): boolean {
  const { outOfService = [] } = vessel;
  return isStillOurs(vessel, on) && !outOfService.some((span) => span.from <= on && on <= span.through);
}

/** Whether something with a day it left us, if there is one, is still ours on a day. */
export function isStillOurs({ retiredOn }: { readonly retiredOn?: LocalDate }, on: LocalDate): boolean {
  return retiredOn === undefined || on < retiredOn;
}
