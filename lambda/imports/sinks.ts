import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { customerSink } from './customer-sink.ts';
import type { ImportSink } from './import-sink.ts';
import { moneySink } from './money-sink.ts';
import { registerSink } from './register-sink.ts';

/** Where the rows of each kind go. A kind that is not here can be checked, and is not stored. */
const SINKS: Readonly<Record<string, ImportSink>> = {
  expenses: moneySink('expense'),
  payouts: moneySink('payout'),
  'bank-lines': registerSink('bank-line', 'bnk'),
  leads: registerSink('lead', 'lead'),
  targets: registerSink('target', 'tgt'),
  listings: registerSink('listing', 'lst'),
  campaigns: registerSink('campaign', 'cmp'),
  customers: customerSink,
};

/** Whether rows of this kind can be stored. */
export function isStored(kind: Pick<ImportKind, 'id'>): boolean {
  return Object.hasOwn(SINKS, kind.id);
}

/** Where rows of this kind go. @throws FaultError `refused` for a kind there are no records for. */
export function sinkOf(kind: Pick<ImportKind, 'id' | 'title'>): ImportSink {
  const sink = SINKS[kind.id];
  if (sink !== undefined) return sink;
  const message = `${kind.title} are not yet importable: they can be checked, but there is no record to keep them in.`;
  throw new FaultError(fault('refused', message));
}
