import * as z from 'zod/mini';
import type { Cents } from '../kernel/money.ts';
import { cents as toCents, ZERO } from '../kernel/money.ts';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, count, day, flag, id, label, oneOf, positiveAmount, share, slug, stamp } from './fields.ts';

/** How far a delivery is, from the first question to the last dollar. */
export const JOB_STATUSES = [
  'quote',
  'contracted',
  'deposit_paid',
  'scheduled',
  'prep',
  'underway',
  'standby',
  'delivered',
  'invoiced',
  'paid',
  'cancelled',
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What a day of a delivery was; a day is one of these, whole. */
export const DAY_KINDS = ['travel', 'prep', 'underway', 'standby_weather', 'standby_mechanical', 'handover'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Who sails a delivery; each person of a role earns that role's rate. */
export const DELIVERY_ROLES = ['captain', 'mate', 'deckhand'] as const;
export type DeliveryRole = (typeof DELIVERY_ROLES)[number];

/** The fields of a day: what it was, who was there (a role once for each person who had it) and miles run. */
export const logged = { on: day, kind: oneOf(DAY_KINDS), crew: z.array(oneOf(DELIVERY_ROLES)), nm: count } as const;
const posted = { id, on: day } as const;
const billed = { unbilledCents: positiveAmount, invoiceId: z.exactOptional(id) } as const;

/** What is charged: per person and day by role, or for travel and standby days; per person and day for meals; per mile. */
const ratesSchema = z.strictObject({
  captain: positiveAmount,
  mate: positiveAmount,
  deckhand: positiveAmount,
  travel: positiveAmount,
  standby: positiveAmount,
  perDiem: positiveAmount,
  mile: positiveAmount,
  /** For the whole voyage, where a flat fee was agreed; earned at hand-over. */
  flat: positiveAmount,
});

/** What the books hold of a job. Postings keep it; nobody types it. Unbilled is what of a line no advance has paid. */
const bookedSchema = z.strictObject({
  advances: z.array(z.strictObject({ ...posted, cents: positiveAmount })),
  days: z.array(z.strictObject({ ...posted, ...logged, earnedCents: positiveAmount, ...billed })),
  expenses: z.array(
    z.strictObject({
      ...posted,
      vendor: label,
      cents: positiveAmount,
      isBillable: flag,
      chargedCents: positiveAmount,
      hasReceipt: flag,
      ...billed,
    }),
  ),
  invoices: z.array(
    z.strictObject({
      ...posted,
      invoiceId: id,
      number: label,
      dueOn: day,
      cents: positiveAmount,
      paidCents: positiveAmount,
      /** What of it was given up. */
      writtenOffCents: z.exactOptional(positiveAmount),
      paidOn: z.exactOptional(day),
    }),
  ),
  payments: z.array(z.strictObject({ ...posted, invoiceId: id, cents: positiveAmount })),
  writeOffs: z.exactOptional(z.array(z.strictObject({ ...posted, invoiceId: id, cents: positiveAmount }))),
  /** Balances of the job: advance held, unbilled, receivable, owed to the crew, earned and spent. */
  heldCents: amount,
  unbilledCents: amount,
  receivableCents: amount,
  crewOwedCents: amount,
  earnedCents: amount,
  costCents: amount,
});
export type JobBooks = DeepReadonly<z.infer<typeof bookedSchema>>;

/** The delivery of somebody's yacht: what was agreed, when it sailed, and what the books hold of it. */
export const deliveryJobSchema = z.strictObject({
  id,
  entityId: slug,
  client: label,
  vesselDesc: label,
  fromPort: label,
  toPort: label,
  status: oneOf(JOB_STATUSES),
  rateModel: oneOf(['day', 'mile', 'flat']),
  rateCents: ratesSchema,
  /** What the crew is paid per person and day, whatever the day was. */
  payCents: z.strictObject({ captain: positiveAmount, mate: positiveAmount, deckhand: positiveAmount }),
  markupBps: share,
  estDays: count,
  estExpensesCents: positiveAmount,
  /** The advance agreed before departure. */
  depositCents: positiveAmount,
  contractOnFile: flag,
  /** Since when the owner's policy names our crew as paid crew. */
  insuranceEndorsedOn: z.exactOptional(day),
  departedOn: z.exactOptional(day),
  arrivedOn: z.exactOptional(day),
  /** The file was looked through and put away: reports no longer read it. */
  closedOn: z.exactOptional(day),
  booked: z.exactOptional(bookedSchema),
  ...stamp,
});
export type DeliveryJob = DeepReadonly<z.infer<typeof deliveryJobSchema>>;

/** The books of a job about which nothing was posted yet. */
export const NOTHING_BOOKED: JobBooks = bookedSchema.parse({
  advances: [],
  days: [],
  expenses: [],
  invoices: [],
  payments: [],
  heldCents: 0,
  unbilledCents: 0,
  receivableCents: 0,
  crewOwedCents: 0,
  earnedCents: 0,
  costCents: 0,
});

/** What is still to be paid on an invoice of a job: its total less what was paid and what was given up. */
export function jobInvoiceOpen({
  cents,
  paidCents,
  writtenOffCents = ZERO,
}: Pick<JobBooks['invoices'][number], 'cents' | 'paidCents' | 'writtenOffCents'>): Cents {
  return toCents(cents - paidCents - writtenOffCents);
}
