import type { Problem, Result } from '../kernel/fault.ts';
import { sumCents } from '../kernel/money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Lease } from '../records/rental.ts';
import type { DepositReturn, TenantDeposit } from '../records/rental-money.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

/** A deposit came. It is the tenant's money, so no income comes of it. */
export function tenantDepositReceived(
  deposit: TenantDeposit,
  lease: Lease | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [...aboveZero(deposit), ...problemIf(lease === undefined, 'leaseId', 'there is no such lease')];
  return entryUnless(problems, () =>
    subjectEntry(
      deposit,
      {
        template: 'tenant_deposit_received',
        event: 'deposit',
        memo: 'tenant deposit received',
        subjectId: deposit.leaseId,
        lines: [debit('1010', deposit.cents), credit('2500', deposit.cents)],
      },
      context,
    ),
  );
}

/** A deposit went back; what was kept of it, item by item, is income of that day. Never more than is held. */
export function tenantDepositReturned(
  returned: DepositReturn,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const kept = sumCents(returned.deductions.map((of) => of.cents));
  const whole = returned.cents + kept;
  const problems = [
    ...problemIf(whole <= 0, 'cents', 'expected an amount given back or kept'),
    ...problemIf(whole > subjectOwes(balances, '2500'), 'cents', 'this is more than is held for the tenant'),
    ...returned.deductions.flatMap((of, i) =>
      problemIf(of.cents <= 0, `deductions.${i}.cents`, 'expected an amount above zero'),
    ),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      returned,
      {
        template: 'tenant_deposit_returned',
        event: 'returned',
        memo: kept > 0 ? 'tenant deposit returned, less deductions' : 'tenant deposit returned',
        subjectId: returned.leaseId,
        lines: [debit('2500', whole), credit('1010', returned.cents), credit('4420', kept)],
      },
      context,
    ),
  );
}

/** The lease with what is held of its deposit. */
export function leaseStanding(lease: Lease, balances: SubjectBalances, context: PostingContext): Lease {
  const depositHeldCents = subjectOwes(balances, '2500');
  return { ...lease, depositHeldCents, updatedAt: context.postedAt };
}

/** What is wrong with taking back a deposit, or what was given back of one: more would have gone back than came. */
export function depositTakenBack(balances: SubjectBalances): readonly Problem[] {
  return problemIf((balances['2500'] ?? 0) > 0, 'of.id', 'this deposit has been given back since');
}
