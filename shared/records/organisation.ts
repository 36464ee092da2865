import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import {
  day,
  flag,
  id,
  instantAt,
  label,
  monthOfYear,
  note,
  oneOf,
  positiveAmount,
  share,
  slug,
  stamp,
  writtenIn,
} from './fields.ts';
import { expiringDocument } from './vessel.ts';

/** Something the company owns or depends on, boats apart. */
export const assetSchema = z.strictObject({
  id,
  entityId: slug,
  kind: oneOf(['property', 'domain', 'function', 'bucket', 'table', 'distribution', 'account', 'brand', 'list']),
  name: label,
  ownerRole: label,
  acquiredOn: z.exactOptional(day),
  /** The first day it is no longer ours: sold, let go, shut down. Reports count it until then. */
  retiredOn: z.exactOptional(day),
  valueCents: z.exactOptional(positiveAmount),
  documents: z.array(expiringDocument),
  writtenIn,
  ...stamp,
});
export type Asset = DeepReadonly<z.infer<typeof assetSchema>>;

/** Who owns how much of an entity. The shares of one entity add up to 10,000. */
export const equityHoldingSchema = z.strictObject({
  id,
  entityId: slug,
  holder: label,
  shareBps: share,
  agreementOnFile: flag,
  note: z.exactOptional(note),
  writtenIn,
  ...stamp,
});
export type EquityHolding = DeepReadonly<z.infer<typeof equityHoldingSchema>>;

/** Someone the business would miss, and what is prepared for that. */
export const keyPersonSchema = z.strictObject({
  id,
  entityId: slug,
  role: label,
  transitionOn: z.exactOptional(day),
  handoffOnFile: flag,
  successor: z.exactOptional(label),
  writtenIn,
  ...stamp,
});
export type KeyPerson = DeepReadonly<z.infer<typeof keyPersonSchema>>;

/** A customer's standing plan: its price from its first day on, what it changed to since, and how its charges went. */
export const planSubscriptionSchema = z.strictObject({
  id,
  entityId: slug,
  customerId: id,
  centsPerInterval: positiveAmount,
  /** New prices by day, for the same interval. */
  changes: z.exactOptional(z.array(z.strictObject({ on: day, centsPerInterval: positiveAmount }))),
  interval: oneOf(['month', 'year']),
  from: day,
  until: z.exactOptional(day),
  status: oneOf(['trial', 'active', 'past_due', 'paused', 'cancelled']),
  lastChargedOn: z.exactOptional(day),
  /** The last charges tried, earliest first; kept by the postings of charges. */
  charges: z.exactOptional(
    z.array(
      z.strictObject({
        id,
        on: day,
        outcome: oneOf(['paid', 'failed']),
        cents: positiveAmount,
        coversFrom: day,
        coversUntil: day,
        /** Of a charge paid ahead: the last month that has been earned. */
        earnedThrough: z.exactOptional(monthOfYear),
      }),
    ),
  ),
  ...stamp,
});
export type PlanSubscription = DeepReadonly<z.infer<typeof planSubscriptionSchema>>;

/**
 * Something that went wrong on the water or at the dock. Of a marine casualty the Coast Guard is told at once, and in
 * writing (form CG-2692) within five days: until both are on record it is not closed. 46 CFR 4.05-1 and 4.05-10.
 */
export const incidentSchema = z
  .strictObject({
    id,
    entityId: slug,
    charterId: z.exactOptional(id),
    occurredOn: day,
    type: label,
    injury: flag,
    damageCents: z.exactOptional(positiveAmount),
    reportable: flag,
    /** When the Coast Guard was told. */
    noticeAt: z.exactOptional(instantAt),
    /** The day the written report was handed in. */
    filedOn: z.exactOptional(day),
    status: oneOf(['open', 'closed']),
    ...stamp,
  })
  .check(
    z.refine(({ filedOn, occurredOn }) => filedOn === undefined || filedOn >= occurredOn, {
      path: ['filedOn'],
      error: 'expected no day before it happened',
    }),
    z.refine(({ status, reportable, noticeAt }) => status === 'open' || !reportable || noticeAt !== undefined, {
      path: ['noticeAt'],
      error: 'a reportable incident is closed once it says when the Coast Guard was told',
    }),
    z.refine(({ status, reportable, filedOn }) => status === 'open' || !reportable || filedOn !== undefined, {
      path: ['filedOn'],
      error: 'a reportable incident is closed once its written report is filed',
    }),
  );
export type Incident = DeepReadonly<z.infer<typeof incidentSchema>>;

/** Something somebody promised to do by a day, because a report or a person asked for it. */
export const actionItemSchema = z.strictObject({
  id,
  entityId: slug,
  title: label,
  ownerRole: label,
  severity: oneOf(['critical', 'high', 'medium', 'low']),
  dueOn: day,
  status: oneOf(['open', 'accepted', 'in_progress', 'done', 'dropped']),
  findingId: z.exactOptional(slug),
  /** How much work it is, and what doing it is worth, as somebody put it: what it is ranked by. */
  effort: z.exactOptional(oneOf(['S', 'M', 'L'])),
  impactCents: z.exactOptional(positiveAmount),
  writtenIn,
  ...stamp,
});
export type ActionItem = DeepReadonly<z.infer<typeof actionItemSchema>>;
