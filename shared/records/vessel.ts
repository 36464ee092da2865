import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, flag, id, label, positiveAmount, slug, stamp, writtenIn } from './fields.ts';

/** A paper with an end date: certificate of inspection, documentation, insurance. */
export const expiringDocument = z.strictObject({ type: label, expiresOn: day });

/** A boat, the people it may carry and the papers it needs. */
export const vesselSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
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
  /** Who answers for it. */
  ownerRole: z.exactOptional(label),
  valueCents: z.exactOptional(positiveAmount),
  documents: z.array(expiringDocument),
  writtenIn,
  ...stamp,
});

export type Vessel = DeepReadonly<z.infer<typeof vesselSchema>>;
