import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/**
 * What an expense still lacks: its receipt, or a decision whether it was a repair or an improvement. Kept in the
 * transaction of the expense, read by reports until it is answered.
 */
export const expenseQuestionSchema = z.strictObject({
  id,
  entityId: slug,
  expenseId: id,
  question: oneOf(['receipt', 'repair-or-improvement']),
  on: day,
  vendor: label,
  cents: positiveAmount,
  account: z.string().check(z.regex(/^\d{4}$/, 'expected an account code of four digits')),
  charterId: z.exactOptional(id),
  answeredOn: z.exactOptional(day),
  ...stamp,
});
export type ExpenseQuestion = DeepReadonly<z.infer<typeof expenseQuestionSchema>>;
