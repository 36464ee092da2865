import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, monthOfYear, positiveAmount, slug, stamp } from './fields.ts';

const dated = { id, entityId: slug, on: day } as const;

/** Rent fell due under a lease: nothing moved yet, but it is asked for from its day on. */
export const rentDueSchema = z.strictObject({
  ...dated,
  cents: positiveAmount,
  chargeId: id,
  leaseId: id,
  propertyId: slug,
  month: monthOfYear,
  ...stamp,
});
export type RentDue = DeepReadonly<z.infer<typeof rentDueSchema>>;

/** A tenant paid rent, in whole or in part. */
export const rentReceiptSchema = z.strictObject({ ...dated, cents: positiveAmount, chargeId: id, ...stamp });
export type RentReceipt = DeepReadonly<z.infer<typeof rentReceiptSchema>>;

/** A tenant's security deposit came: the tenant's money, held by us. */
export const tenantDepositSchema = z.strictObject({ ...dated, cents: positiveAmount, leaseId: id, ...stamp });
export type TenantDeposit = DeepReadonly<z.infer<typeof tenantDepositSchema>>;

/** A deposit went back, less what was kept: each deduction with what it is for. Civil Code 1950.5. */
export const depositReturnSchema = z.strictObject({
  ...dated,
  cents: positiveAmount,
  deductions: z.array(z.strictObject({ what: label, cents: positiveAmount })),
  leaseId: id,
  ...stamp,
});
export type DepositReturn = DeepReadonly<z.infer<typeof depositReturnSchema>>;

/** Nights of a stay that were slept, all of one month: `on` is the last of them, `until` the day after. */
export const stayNightsSchema = z.strictObject({ ...dated, stayId: id, from: day, until: day, ...stamp });
export type StayNights = DeepReadonly<z.infer<typeof stayNightsSchema>>;

/** The platform or the guest paid for a stay, before or after its nights. */
export const stayPaymentSchema = z.strictObject({ ...dated, cents: positiveAmount, stayId: id, ...stamp });
export type StayPayment = DeepReadonly<z.infer<typeof stayPaymentSchema>>;
