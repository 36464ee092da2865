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
  oneOf,
  positiveAmount,
  share,
  slug,
  stamp,
} from './fields.ts';

/** What a rented property must keep in force, and until when it is. */
export const PROPERTY_DATES = [
  'insurance',
  'stay-licence',
  'occupancy-tax-account',
  'property-tax',
  'inspection',
] as const;

/**
 * A house or part of one that is rented out: by lease, or by the night. Its id names its nights in the month balances.
 * What it cost is the price, what buying it cost besides, and how much of both was the owner's own cash.
 */
export const propertySchema = z.strictObject({
  id: slug,
  entityId: slug,
  name: label,
  address: label,
  use: oneOf(['lease', 'stays']),
  bedrooms: count,
  purchasedOn: z.exactOptional(day),
  purchaseCents: z.exactOptional(positiveAmount),
  acquisitionCents: z.exactOptional(positiveAmount),
  cashInvestedCents: z.exactOptional(positiveAmount),
  valueCents: z.exactOptional(positiveAmount),
  valuedOn: z.exactOptional(day),
  /** What a month would bring with every night let and paid. */
  potentialMonthCents: z.exactOptional(positiveAmount),
  occupancyTarget: z.exactOptional(share),
  yieldHurdle: z.exactOptional(share),
  /** Rents of one month a tenant's deposit may come to; two for a small landlord. Civil Code 1950.5. */
  depositCapMonths: z.int().check(z.gte(1), z.lte(2)),
  dates: z.array(z.strictObject({ kind: oneOf(PROPERTY_DATES), what: label, expiresOn: day })),
  ...stamp,
});
export type Property = DeepReadonly<z.infer<typeof propertySchema>>;

/** A tenancy: rent a month, from a day through another, against a deposit. What is held of it the books keep here. */
export const leaseSchema = z
  .strictObject({
    id,
    entityId: slug,
    propertyId: slug,
    tenant: label,
    rentCents: positiveAmount,
    from: day,
    to: day,
    depositCents: positiveAmount,
    /** The last day as a renewal agreed since has it. */
    renewedTo: z.exactOptional(day),
    movedOutOn: z.exactOptional(day),
    depositHeldCents: z.exactOptional(positiveAmount),
    ...stamp,
  })
  .check(z.refine((lease) => lease.from <= lease.to, { path: ['to'], error: 'expected no day before the first' }));
export type Lease = DeepReadonly<z.infer<typeof leaseSchema>>;

/** Rent that fell due. Written by the books; open until it is paid. */
export const rentChargeSchema = z.strictObject({
  id,
  entityId: slug,
  leaseId: id,
  propertyId: slug,
  month: monthOfYear,
  dueOn: day,
  cents: positiveAmount,
  paidCents: positiveAmount,
  status: oneOf(['open', 'paid', 'void']),
  ...stamp,
});
export type RentCharge = DeepReadonly<z.infer<typeof rentChargeSchema>>;

/**
 * Guests in a property from one day until another: the total the guest pays for the nights, and what the platform keeps
 * of it. The books keep how far it is earned and paid.
 */
export const staySchema = z
  .strictObject({
    id,
    entityId: slug,
    propertyId: slug,
    checkIn: day,
    checkOut: day,
    guest: label,
    platform: label,
    totalCents: positiveAmount,
    platformFeeCents: amount,
    /** Occupancy tax we collect beside the total; absent where the platform remits it. */
    occupancyTaxCents: z.exactOptional(positiveAmount),
    cancelledOn: z.exactOptional(day),
    earnedCents: z.exactOptional(positiveAmount),
    openCents: z.exactOptional(amount),
    ...stamp,
  })
  .check(
    z.refine((stay) => stay.checkIn < stay.checkOut, {
      path: ['checkOut'],
      error: 'expected a day after the check-in',
    }),
    z.refine((stay) => stay.platformFeeCents <= stay.totalCents, {
      path: ['platformFeeCents'],
      error: 'expected a fee no larger than the total',
    }),
  );
export type Stay = DeepReadonly<z.infer<typeof staySchema>>;

/** Nights nobody could book because the owner used the property or worked on it; `until` is the first night free again. */
export const ownerBlockSchema = z
  .strictObject({ id, entityId: slug, propertyId: slug, from: day, until: day, reason: label, ...stamp })
  .check(z.refine((block) => block.from < block.until, { path: ['until'], error: 'expected a day after the first' }));
export type OwnerBlock = DeepReadonly<z.infer<typeof ownerBlockSchema>>;

/** Something that broke or was improved. An improvement is capital, never a cost of its month. */
export const maintenanceTicketSchema = z.strictObject({
  id,
  entityId: slug,
  propertyId: slug,
  what: label,
  category: oneOf([
    'plumbing',
    'heating',
    'electrical',
    'roof',
    'appliance',
    'safety',
    'grounds',
    'improvement',
    'other',
  ]),
  /** Whether the place is unfit to live in until it is mended: water, heat, a door that locks. Civil Code 1941.1. */
  habitability: flag,
  capex: flag,
  openedOn: day,
  closedOn: z.exactOptional(day),
  cents: z.exactOptional(positiveAmount),
  /** The account its cost was booked to. */
  bookedTo: z.exactOptional(z.string().check(z.regex(/^\d{4}$/, 'expected an account code of four digits'))),
  ...stamp,
});
export type MaintenanceTicket = DeepReadonly<z.infer<typeof maintenanceTicketSchema>>;
