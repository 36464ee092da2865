import { monthOf } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Lease, RentCharge } from '../records/rental.ts';
import type { RentDue, RentReceipt } from '../records/rental-money.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf, unpostable } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

/** Rent fell due under a lease: it is income when it comes, so the books only count what was asked for. */
export function rentFellDue(
  due: RentDue,
  balances: SubjectBalances,
  charge: RentCharge | undefined,
  leases: readonly Lease[],
  context: PostingContext,
): Result<JournalEntry> {
  const lease = leases.find(({ id }) => id === due.leaseId);
  const isOther = lease !== undefined && lease.propertyId !== due.propertyId;
  const isThere = charge !== undefined && charge.status !== 'void';
  const problems = [
    ...aboveZero(due),
    ...problemIf(lease === undefined, 'leaseId', 'there is no such lease'),
    ...problemIf(isOther, 'propertyId', 'the lease is for another property'),
    ...problemIf(isThere, 'chargeId', 'this rent is in the books already'),
    ...problemIf(due.cents < subjectOwes(balances, '4410'), 'cents', 'more than this has come for it already'),
    ...problemIf(due.month !== monthOf(due.on), 'month', 'expected the month the rent falls due in'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      due,
      {
        template: 'rent_charged',
        event: 'due',
        memo: `rent due for ${due.month}`,
        subjectId: due.chargeId,
        lines: [],
        tallies: [{ month: due.month, group: 'operations', name: 'rent-charged', amount: due.cents }],
      },
      context,
    ),
  );
}

/** Rent came: income of the day it came. Never more than was asked for; the next month's is a charge of its own. */
export function rentReceived(
  received: RentReceipt,
  balances: SubjectBalances,
  charge: RentCharge | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  if (charge === undefined || charge.status === 'void')
    return unpostable([{ field: 'chargeId', message: 'no such rent was asked for' }]);
  const left = charge.cents - subjectOwes(balances, '4410');
  const problems = [
    ...aboveZero(received),
    ...problemIf(received.cents > left, 'cents', 'this is more than is left of this rent'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      received,
      {
        template: 'rent_received',
        event: 'rent',
        memo: `rent for ${charge.month}`,
        subjectId: received.chargeId,
        lines: [debit('1010', received.cents), credit('4410', received.cents)],
        tallies: [{ month: monthOf(received.on), group: 'operations', name: 'rent-collected', amount: received.cents }],
      },
      context,
    ),
  );
}

/** What is wrong with taking back a rent that was asked for: once some of it came, it can only be corrected. */
export function rentTakenBack(balances: SubjectBalances, isReplaced: boolean): readonly Problem[] {
  const came = subjectOwes(balances, '4410');
  return problemIf(came > 0 && !isReplaced, 'of.id', 'rent has come for this since; take that back first');
}

/** The charge of a rent that fell due, as it is kept for reading; withdrawn, it is void. */
export function chargeOf(due: RentDue, balances: SubjectBalances, isWithdrawn: boolean): RentCharge {
  const { id: _id, on, chargeId, ...rest } = due;
  const paidCents = subjectOwes(balances, '4410');
  return { ...rest, id: chargeId, dueOn: on, paidCents, status: isWithdrawn ? 'void' : statusOf(due, paidCents) };
}

/** The charge as its books say. */
export function chargeStanding(charge: RentCharge, balances: SubjectBalances, context: PostingContext): RentCharge {
  const paidCents = subjectOwes(balances, '4410');
  const status = charge.status === 'void' ? 'void' : statusOf(charge, paidCents);
  return { ...charge, paidCents, status, updatedAt: context.postedAt };
}

function statusOf({ cents }: { readonly cents: number }, paidCents: number): 'open' | 'paid' {
  return paidCents === cents ? 'paid' : 'open';
}
