import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, rating, slug, stamp } from './fields.ts';

/** What a guest said of us in public, and whether we answered. */
export const reviewSchema = z.strictObject({
  id,
  entityId: slug,
  channelId: slug,
  ratingTenths: rating,
  on: day,
  answeredOn: z.exactOptional(day),
  ...stamp,
});
export type Review = DeepReadonly<z.infer<typeof reviewSchema>>;
