import type { Rule } from '../rule.ts';
import { departedWithoutDeposit, jobWithoutContract, uninsuredDeparture } from './before-departure.ts';
import { billingGap, deliveredNotInvoiced, expensesUnbilled, finalPaymentLate, standbyUnbilled } from './billing.ts';
import { advanceTooSmall, logGaps, thinMargin } from './under-way.ts';

/** What the audit of yacht deliveries is judged by, in the order of the rules' numbers. */
export const DELIVERY_RULES: readonly Rule[] = [
  deliveredNotInvoiced,
  billingGap,
  departedWithoutDeposit,
  standbyUnbilled,
  expensesUnbilled,
  finalPaymentLate,
  uninsuredDeparture,
  thinMargin,
  advanceTooSmall,
  jobWithoutContract,
  logGaps,
];
