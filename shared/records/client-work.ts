import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import {
  amount,
  count,
  day,
  flag,
  id,
  label,
  monthOfYear,
  note,
  oneOf,
  positiveAmount,
  slug,
  stamp,
} from './fields.ts';

/** Whether we sell something as our own, or only arrange it for whoever does; it decides what of the price is revenue. */
export const ROLES = ['principal', 'agent'] as const;

/** A client of the agency, and what is kept registered for it: domains and certificates with the day they end. */
export const clientSchema = z.strictObject({
  id: slug,
  entityId: slug,
  name: label,
  since: day,
  active: flag,
  /** The least an hour for this client must bring. */
  floorCentsPerHour: z.exactOptional(positiveAmount),
  renewals: z.array(z.strictObject({ kind: oneOf(['domain', 'ssl']), name: label, expiresOn: day })),
  ...stamp,
});
export type Client = DeepReadonly<z.infer<typeof clientSchema>>;

/** What was agreed with a client: for how much, from when until when; signed, or not yet. */
export const clientContractSchema = z.strictObject({
  id,
  entityId: slug,
  clientId: slug,
  kind: oneOf(['retainer', 'hourly', 'fixed', 'hosting']),
  monthlyCents: z.exactOptional(positiveAmount),
  includedMinutes: z.exactOptional(count),
  rateCentsPerHour: z.exactOptional(positiveAmount),
  from: day,
  /** Its last day. */
  to: z.exactOptional(day),
  agentOrPrincipal: oneOf(ROLES),
  signedOn: z.exactOptional(day),
  ...stamp,
});
export type ClientContract = DeepReadonly<z.infer<typeof clientContractSchema>>;

/** Time worked for a client. It is open while it is billable and on no invoice. */
export const workEntrySchema = z.strictObject({
  id,
  entityId: slug,
  clientId: slug,
  contractId: z.exactOptional(id),
  on: day,
  minutes: count,
  rateCentsPerHour: positiveAmount,
  billable: flag,
  note,
  invoiceId: z.exactOptional(id),
  ...stamp,
});
export type WorkEntry = DeepReadonly<z.infer<typeof workEntrySchema>>;

/** What we paid somebody else for a client. It is open while it is on no invoice. */
export const clientCostSchema = z.strictObject({
  id,
  entityId: slug,
  clientId: slug,
  vendor: label,
  month: monthOfYear,
  on: day,
  cents: positiveAmount,
  role: oneOf(ROLES),
  invoiceId: z.exactOptional(id),
  isVoid: z.exactOptional(flag),
  ...stamp,
});
export type ClientCost = DeepReadonly<z.infer<typeof clientCostSchema>>;

/** A line of a client's invoice, with the work and the costs it asks payment for. */
export const clientLineSchema = z.strictObject({
  kind: oneOf(['retainer', 'hourly', 'fixed', 'hosting', 'pass-through']),
  text: label,
  cents: amount,
  role: oneOf(ROLES),
  contractId: z.exactOptional(id),
  /** The month a retainer or hosting pays for. */
  month: z.exactOptional(monthOfYear),
  workIds: z.exactOptional(z.array(id)),
  costIds: z.exactOptional(z.array(id)),
});
export type ClientLine = DeepReadonly<z.infer<typeof clientLineSchema>>;
