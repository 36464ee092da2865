import * as z from 'zod/mini';
import { orThrow } from '../../shared/kernel/fault.ts';
import { parsed } from '../../shared/records/fields.ts';

/** What was sent, as a shape reads it; without a shape nothing may be in it. @throws FaultError `invalid` by field. */
export function readAs(shape: z.ZodMiniType<unknown> | undefined, sent: unknown, what: string): unknown {
  return orThrow(parsed<unknown>(shape ?? NOTHING, sent, what));
}

const NOTHING = z.strictObject({});
