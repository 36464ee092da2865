import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, day, flag, id, label, monthOfYear, oneOf, slug, stamp } from './fields.ts';

/** One month of an entity's books: what must be done before it is closed, and what it showed when it was. */
export const accountingPeriodSchema = z.strictObject({
  id,
  entityId: slug,
  month: monthOfYear,
  status: oneOf(['open', 'closing', 'closed']),
  closedOn: z.exactOptional(day),
  /** The month's net income, and total assets at its end, as they stood when it was closed. */
  closedNetIncomeCents: z.exactOptional(amount),
  closedAssetsCents: z.exactOptional(amount),
  checks: z.array(z.strictObject({ name: label, ownerRole: label, done: flag, doneOn: z.exactOptional(day) })),
  ...stamp,
});
export type AccountingPeriod = DeepReadonly<z.infer<typeof accountingPeriodSchema>>;

/** Somebody compared the books with something outside them: another program, or the gift cards themselves. */
export const booksCheckSchema = z.strictObject({
  id,
  entityId: slug,
  of: oneOf(['second-program', 'gift-cards']),
  checkedOn: day,
  /** The last month that was compared. */
  through: monthOfYear,
  /** What the other side showed less what the books did. */
  differenceCents: amount,
  ...stamp,
});
export type BooksCheck = DeepReadonly<z.infer<typeof booksCheckSchema>>;
