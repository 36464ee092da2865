import type { ImportKind } from '../../shared/imports/import-kind.ts';
import { processorLine } from '../../shared/imports/kinds/card-balance.ts';
import { customerSink } from './customer-sink.ts';
import { dayLogSink } from './day-log-sink.ts';
import type { ImportSink } from './import-sink.ts';
import { moneySink } from './money-sink.ts';
import { registerSink } from './register-sink.ts';
import { staySink } from './stay-sink.ts';
import { workEntrySink } from './work-entry-sink.ts';

/** Where the rows of each kind go. */
const SINKS: Readonly<Record<string, ImportSink>> = {
  expenses: moneySink('expense'),
  payouts: moneySink('payout'),
  'bank-lines': registerSink('bank-line', 'bnk'),
  'card-balance': registerSink('bank-line', 'bnk', processorLine),
  leads: registerSink('lead', 'lead'),
  targets: registerSink('target', 'tgt'),
  stays: staySink,
  'work-entries': workEntrySink,
  'day-logs': dayLogSink,
  listings: registerSink('listing', 'lst'),
  campaigns: registerSink('campaign', 'cmp'),
  customers: customerSink,
};

/** Where rows of this kind go. @throws RangeError for a kind nobody gave a place. */
export function sinkOf({ id }: Pick<ImportKind, 'id'>): ImportSink {
  const sink = SINKS[id];
  if (sink === undefined) throw new RangeError(`rows of ${id} have no place to go`);
  return sink;
}
