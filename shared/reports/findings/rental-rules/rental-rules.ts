import type { Rule } from '../rule.ts';
import { earningTooLittle, loanNotCovered, maintenanceHigh, occupancyLow, shortRecord } from './earning.ts';
import { depositWrong, leaseEnding, rentLate, vacant } from './tenants.ts';
import { improvementAsCost, insuranceEnding, staysWithoutPapers, ticketTooOld } from './upkeep.ts';

/** What the rental audit is judged by, in the order of the rules' numbers. */
export const RENTAL_RULES: readonly Rule[] = [
  vacant,
  occupancyLow,
  rentLate,
  maintenanceHigh,
  earningTooLittle,
  loanNotCovered,
  leaseEnding,
  ticketTooOld,
  insuranceEnding,
  depositWrong,
  staysWithoutPapers,
  shortRecord,
  improvementAsCost,
];
