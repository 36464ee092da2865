import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { closedStatementProblems } from '../../shared/ledger/closing.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import type { RegisterRecord } from '../stores/register-store.ts';
import { listRegister } from '../stores/register-store.ts';
import type { HostDeps } from './deps.ts';

/**
 * Keeps what something else rests on from being withdrawn: a line that explains an entry, work on an invoice, terms that
 * money was posted under.
 * @throws FaultError `refused` with what rests on it.
 */
export async function requireNothingRests(deps: HostDeps, kind: RecordKind, record: RegisterRecord): Promise<void> {
  const why = await whatRests(deps, kind, record);
  if (why === undefined) return;
  throw new FaultError(fault('refused', 'This cannot be withdrawn.', [{ field: 'recordId', message: why }]));
}

async function whatRests(deps: HostDeps, kind: RecordKind, record: RegisterRecord): Promise<string | undefined> {
  const { id, entityId = '' } = record;
  const someOf = async <K extends RecordKind>(of: K, rests: (one: RecordOf<K>) => boolean) =>
    (await listRegister(deps.tables, of, entityId)).some(rests);
  switch (kind) {
    case 'bank-line':
      return bankLineWhy(deps, record as unknown as RecordOf<'bank-line'>);
    case 'work-entry':
      return (record as unknown as RecordOf<'work-entry'>).invoiceId && 'it is on an invoice: take that back first';
    case 'lead': {
      const isWon = (record as unknown as RecordOf<'lead'>).stage === 'won';
      return isWon ? 'it was won: a booking came of it, and it stays with that' : undefined;
    }
    case 'campaign':
      return (await someOf('lead', ({ campaignId }) => campaignId === id))
        ? 'leads say they came from this campaign: change them first'
        : undefined;
    case 'listing':
      return (await someOf('onboarding-task', ({ listingId }) => listingId === id))
        ? 'steps towards this listing are on record: withdraw them first'
        : undefined;
    case 'client-contract':
      return (await someOf('invoice', ({ lines = [] }) => lines.some(({ contractId }) => contractId === id))) ||
        (await someOf('work-entry', ({ contractId }) => contractId === id))
        ? 'work or an invoice names this contract: let it end instead'
        : undefined;
    case 'lease': {
      const isHeld = ((record as unknown as RecordOf<'lease'>).depositHeldCents ?? 0) > 0;
      return isHeld || (await someOf('rent-charge', ({ leaseId }) => leaseId === id))
        ? 'rent or a deposit of this lease is in the books: let it end instead'
        : undefined;
    }
    case 'subscription':
      return (record as unknown as RecordOf<'subscription'>).charges?.length
        ? 'it was charged: cancel it instead'
        : undefined;
    case 'delivery-job':
      return (record as unknown as RecordOf<'delivery-job'>).booked
        ? 'money of this job is in the books: cancel it instead'
        : undefined;
    default:
      return undefined;
  }
}

/** A line that explains an entry stays, and so does every line of a month that was closed on the word of its statement. */
async function bankLineWhy(deps: HostDeps, line: RecordOf<'bank-line'>): Promise<string | undefined> {
  if (line.matchedEntryId !== undefined) return 'this line is matched: take the match back first';
  const closed = await readClosedThrough(deps.tables, [line.entityId]);
  return closedStatementProblems(line, closed, 'recordId')[0]?.message;
}
