import type { Problem } from '../kernel/fault.ts';
import type { RecordKind } from '../records/registry.ts';
import { problemIf } from './entry.ts';

/** What a register record may say of its place among a client's money. */
interface Billable {
  readonly invoiceId?: string;
  readonly clientId?: string;
}

/**
 * What is wrong with writing a record of an agency's client by hand: postings say which invoice asks for work or a cost, and
 * what one asks for stays as it is; a cost stands for a payment, and a client's invoice follows its money.
 */
export function clientRecordProblems(
  kind: RecordKind,
  record: Billable,
  before: Billable | undefined,
): readonly Problem[] {
  const either = (field: keyof Billable) => record[field] !== undefined || before?.[field] !== undefined;
  switch (kind) {
    case 'work-entry':
      return problemIf(
        either('invoiceId'),
        'record.invoiceId',
        'work is put on an invoice, and taken off it, by the invoice; take that back first',
      );
    case 'client-cost':
      return [
        { field: 'record', message: 'record a cost paid for a client as the payment it was; it is kept by that' },
      ];
    case 'invoice':
      return problemIf(
        either('clientId'),
        'record.clientId',
        'a client is invoiced, pays and is credited by records of money; the invoice follows them',
      );
    default:
      return [];
  }
}
