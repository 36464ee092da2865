import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, day, id, label, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** What we asked a customer to pay. An amount below zero is a credit note. Open ones are read by reports. */
export const invoiceSchema = z.strictObject({
  id,
  entityId: slug,
  number: label,
  customer: label,
  /** The charter it asks for, whose ledger accounts then carry the amount; absent for other work. */
  charterId: z.exactOptional(id),
  issuedOn: day,
  dueOn: day,
  cents: amount,
  paidCents: positiveAmount,
  status: oneOf(['open', 'paid', 'void']),
  ...stamp,
});
export type Invoice = DeepReadonly<z.infer<typeof invoiceSchema>>;

/** What a supplier asked us to pay. Open ones are read by reports. */
export const billSchema = z.strictObject({
  id,
  entityId: slug,
  number: label,
  vendor: label,
  issuedOn: day,
  dueOn: day,
  cents: amount,
  paidCents: positiveAmount,
  status: oneOf(['open', 'paid', 'void']),
  ...stamp,
});
export type Bill = DeepReadonly<z.infer<typeof billSchema>>;
