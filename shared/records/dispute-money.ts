import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, oneOf, positiveAmount, slug, stamp } from './fields.ts';

const dispute = { id, entityId: slug, charterId: id, disputeId: id, on: day, cents: positiveAmount } as const;

/** A guest called a card payment back, and the processor took it from us until that is decided. */
export const disputeOpeningSchema = z.strictObject({
  ...dispute,
  /** What the processor charges for it, whoever wins. */
  feeCents: positiveAmount,
  reference: z.exactOptional(label),
  ...stamp,
});
export type DisputeOpening = DeepReadonly<z.infer<typeof disputeOpeningSchema>>;

/** How a dispute, or a part of it, ended: the money came back, or is lost. */
export const disputeOutcomeSchema = z.strictObject({
  ...dispute,
  outcome: oneOf(['won', 'lost']),
  reference: z.exactOptional(label),
  ...stamp,
});
export type DisputeOutcome = DeepReadonly<z.infer<typeof disputeOutcomeSchema>>;
