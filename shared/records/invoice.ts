import * as z from 'zod/mini';
import type { Cents } from '../kernel/money.ts';
import { cents as toCents, ZERO } from '../kernel/money.ts';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { clientLineSchema } from './client-work.ts';
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
  /** The client it asks, and for what; left out where it asks for other work. */
  clientId: z.exactOptional(slug),
  lines: z.exactOptional(z.array(clientLineSchema)),
  creditedCents: z.exactOptional(amount),
  writtenOffCents: z.exactOptional(amount),
  ...stamp,
});
export type Invoice = DeepReadonly<z.infer<typeof invoiceSchema>>;

/** What is still to be paid on an invoice, in cents: its total less payments, credits and what was written off. */
export function invoiceOpen({ cents, paidCents, creditedCents = ZERO, writtenOffCents = ZERO }: Invoice): Cents {
  return toCents(cents - paidCents - creditedCents - writtenOffCents);
}

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
