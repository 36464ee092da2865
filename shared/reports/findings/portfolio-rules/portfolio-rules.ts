import type { Rule } from '../rule.ts';
import {
  contractMonthUnbilled,
  lapsedWork,
  overageUnbilled,
  passThroughLost,
  realisationLow,
  workUnbilled,
} from './billing.ts';
import {
  clientConcentration,
  clientLedgerMismatch,
  clientReceivablesOld,
  noSignedContract,
  rateBelowFloor,
  renewalsDue,
  unsupportedInvoice,
} from './contracts.ts';

/** What the audit of the agency’s clients is judged by, in the order of the rules’ numbers. */
export const PORTFOLIO_RULES: readonly Rule[] = [
  contractMonthUnbilled,
  workUnbilled,
  overageUnbilled,
  passThroughLost,
  realisationLow,
  rateBelowFloor,
  noSignedContract,
  clientConcentration,
  clientReceivablesOld,
  renewalsDue,
  unsupportedInvoice,
  clientLedgerMismatch,
  lapsedWork,
];
