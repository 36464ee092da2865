import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { RecordKind } from '../../shared/records/registry.ts';
import type { RegisterRecord } from '../stores/register-store.ts';

/** Kinds whose place on an invoice is written by postings, with what a person is told. */
const BILLED: Partial<Record<RecordKind, string>> = {
  'work-entry': 'work is put on an invoice, and taken off it, by the invoice; take that back first',
  'client-cost': 'a cost is put on an invoice, and taken off it, by the invoice; take that back first',
};

/**
 * What postings keep, nobody writes by hand: which invoice asks for work or a cost, and, once one does, what it asks for; nor
 * a client's invoice, nor a cost that no payment stands behind.
 * @throws FaultError `invalid` naming the field.
 */
export function requireKeptByPostings(
  kind: RecordKind,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): void {
  const field = (of: RegisterRecord | undefined, name: string) => (of as Record<string, unknown> | undefined)?.[name];
  const isBilled = [record, before].some((of) => field(of, 'invoiceId') !== undefined);
  const billed = BILLED[kind];
  if (billed !== undefined && isBilled) refuse('record.invoiceId', billed);
  if (kind === 'client-cost' && before === undefined) {
    refuse('record', 'record what was paid as a cost paid for a client; it is kept here by that');
  }
  if (kind === 'invoice' && [record, before].some((of) => field(of, 'clientId') !== undefined)) {
    refuse(
      'record.clientId',
      'a client is invoiced, pays and is credited by records of money; the invoice follows them',
    );
  }
}

function refuse(field: string, message: string): never {
  throw new FaultError(fault('invalid', 'The record does not fit.', [{ field, message }]));
}
