import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, day, id, label, oneOf, slug, stamp } from './fields.ts';

/** One line of a bank statement. Reports read those that no journal entry explains yet. */
export const bankLineSchema = z.strictObject({
  id,
  entityId: slug,
  account: oneOf(['1010', '1015', '1020', '2020']),
  on: day,
  /** Positive when money came in. */
  cents: amount,
  memo: label,
  matchedEntryId: z.exactOptional(id),
  ...stamp,
});
export type BankLine = DeepReadonly<z.infer<typeof bankLineSchema>>;
