import type { LocalDate, Month } from '../kernel/calendar.ts';
import { daysBetween, firstDay, lastDay, monthOf, monthsThrough, plusDays } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import { allocated } from '../kernel/money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { PlanSubscription } from '../records/organisation.ts';
import type { JobPayment, SubscriptionCharge } from '../records/subscription-money.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, journalEntry, problemIf } from './entry.ts';
import { METHOD_ACCOUNT } from './receipts.ts';
import { aboveZero, subjectEntry } from './subject-books.ts';

/** What is paid for at most a month is revenue at once; what is paid further ahead is earned month by month. */
const AT_ONCE_DAYS = 31;

/** A subscriber was charged: revenue, or owed in service when paid ahead. A charge that failed is counted, nothing more. */
export function subscriptionCharged(
  charge: SubscriptionCharge,
  plan: PlanSubscription | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const { cents, feeCents, coversFrom, coversUntil, outcome } = charge;
  const problems = [
    ...aboveZero(charge),
    ...problemIf(plan === undefined, 'subscriptionId', 'there is no such subscription in this business'),
    ...problemIf(feeCents > cents, 'feeCents', 'the fee is more than the charge'),
    ...problemIf(outcome === 'failed' && feeCents > 0, 'feeCents', 'a charge that failed costs no fee'),
    ...problemIf(coversUntil <= coversFrom, 'coversUntil', 'expected a day after the first day paid for'),
    ...problemIf(daysBetween(coversFrom, coversUntil) > 366, 'coversUntil', 'expected a year at most'),
  ];
  return entryUnless(problems, () => {
    const month = monthOf(charge.on);
    const counted = (name: string) => [tally(month, 'operations', name, 1)];
    if (outcome === 'failed') {
      const memo = 'subscription charge failed';
      const failed = { template: 'subscription_charge_failed', event: 'failed', memo, lines: [] } as const;
      return subjectEntry(charge, { ...failed, tallies: counted('subscription-charges-failed') }, context);
    }
    return subjectEntry(
      charge,
      {
        template: 'subscription_charged',
        event: 'charged',
        memo: `subscription from ${coversFrom} until ${coversUntil}`,
        subjectId: charge.subscriptionId,
        lines: [
          debit('1020', cents - feeCents),
          debit('5040', feeCents),
          credit(isPaidAhead(charge) ? '2120' : '4110', cents),
        ],
        tallies: counted('subscription-charges-paid'),
      },
      context,
    );
  });
}

/** The plan with what came of its charges: the last attempts, the last one paid, and whether it is past due. */
export function planAfterCharge(plan: PlanSubscription, charge: SubscriptionCharge, isWithdrawn: boolean) {
  const { id, on, outcome, cents, coversFrom, coversUntil } = charge;
  const others = (plan.charges ?? []).filter((held) => held.id !== id);
  const now = isWithdrawn ? [] : [{ id, on, outcome, cents, coversFrom, coversUntil }];
  const charges = [...others, ...now].sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1)).slice(-CHARGES_KEPT);
  const paid = charges.filter((of) => of.outcome === 'paid').at(-1);
  const { lastChargedOn: _, ...rest } = plan;
  return {
    ...rest,
    charges,
    status: statusAfter(plan.status, charges.at(-1)?.outcome),
    ...(paid === undefined ? {} : { lastChargedOn: paid.on }),
  };
}

const CHARGES_KEPT = 24;

function statusAfter(status: PlanSubscription['status'], last: 'paid' | 'failed' | undefined) {
  if (last === 'failed') return status === 'active' ? 'past_due' : status;
  return status === 'past_due' ? 'active' : status;
}

/** A charge that pays further ahead than a month. */
interface PaidAhead {
  readonly id: string;
  readonly cents: number;
  readonly coversFrom: LocalDate;
  readonly coversUntil: LocalDate;
}

/** Whether a charge pays further ahead than a month. */
export function isPaidAhead({ coversFrom, coversUntil }: Pick<PaidAhead, 'coversFrom' | 'coversUntil'>): boolean {
  return daysBetween(coversFrom, coversUntil) > AT_ONCE_DAYS;
}

/** What of a charge each month earns, by the days it covers; the parts add up to the charge to the cent. */
export function earnedByMonth(charge: PaidAhead): readonly { readonly month: Month; readonly cents: Cents }[] {
  const last = plusDays(charge.coversUntil, -1);
  const months = monthsThrough(monthOf(charge.coversFrom), monthOf(last));
  const days = months.map((month) => {
    const from = charge.coversFrom > firstDay(month) ? charge.coversFrom : firstDay(month);
    const through = last < lastDay(month) ? last : lastDay(month);
    return daysBetween(from, through) + 1;
  });
  const parts = allocated(charge.cents as Cents, days);
  return months.map((month, index) => ({ month, cents: parts[index]! })); // one part for each month
}

/** A month of service paid ahead was given: its part is revenue, on the last day of the month. Always the same entry. */
export function subscriptionEarned(
  plan: Pick<PlanSubscription, 'id' | 'entityId'>,
  charge: PaidAhead,
  earned: { readonly month: Month; readonly cents: Cents },
  on: LocalDate,
  context: PostingContext,
): JournalEntry {
  return journalEntry(
    {
      id: entryId(charge.id, 'earned', earned.month),
      entityId: plan.entityId,
      template: 'subscription_earned',
      businessOn: on,
      memo: `subscription earned in ${earned.month}`,
      refs: { recordId: charge.id, subjectId: plan.id },
      lines: [debit('2120', earned.cents), credit('4110', earned.cents)],
      tallies: [],
    },
    context,
  );
}

/** A job outside any plan was done and paid. */
export function jobPaid(job: JobPayment, context: PostingContext): Result<JournalEntry> {
  const problems = [
    ...aboveZero(job),
    ...problemIf(job.feeCents > job.cents, 'feeCents', 'the fee is more than the payment'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      job,
      {
        template: 'job_paid',
        event: 'job',
        memo: `job: ${job.what}`,
        lines: [
          debit(METHOD_ACCOUNT[job.method], job.cents - job.feeCents),
          debit('5040', job.feeCents),
          credit('4120', job.cents),
        ],
      },
      context,
    ),
  );
}
