import type { Problem, Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { BasisPoints, Cents } from '../kernel/money.ts';
import { basisPoints, cents, shareOf } from '../kernel/money.ts';
import type { DeliveryJob } from '../records/delivery-job.ts';
import { NOTHING_BOOKED } from '../records/delivery-job.ts';
import type { DeliveryDayLog, DeliveryExpense } from '../records/delivery-money.ts';
import type { JournalEntry, JournalLine } from '../records/journal.ts';
import { findAccount } from './accounts.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, problemIf, unpostable } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

type Agreed = Pick<DeliveryJob, 'rateModel' | 'rateCents' | 'payCents'>;
type Logged = Pick<DeliveryDayLog, 'kind' | 'crew' | 'nm'>;

/**
 * What a day earns: each person's rate, and meals for each. Travel and standby have rates of their own. By the mile, a
 * day under way earns its miles and no day rate; for a flat fee, working days earn nothing until hand-over earns it all.
 */
export function dayEarned({ rateModel, rateCents }: Agreed, { kind, crew, nm }: Logged): Cents {
  const meals = crew.length * rateCents.perDiem;
  const byRole = crew.reduce((sum, role) => sum + rateCents[role], 0);
  switch (kind) {
    case 'travel':
      return cents((rateModel === 'flat' ? 0 : crew.length * rateCents.travel) + meals);
    case 'standby_weather':
    case 'standby_mechanical':
      return cents(crew.length * rateCents.standby + meals);
    case 'prep':
      return cents((rateModel === 'flat' ? 0 : byRole) + meals);
    case 'underway':
      return cents({ day: byRole, mile: nm * rateCents.mile, flat: 0 }[rateModel] + meals);
    case 'handover':
      return cents((rateModel === 'flat' ? rateCents.flat : byRole) + meals);
  }
}

/** What the crew is owed for a day: each person's pay, whatever kind of day it was. */
export function crewEarned({ payCents }: Agreed, { crew }: Pick<Logged, 'crew'>): Cents {
  return cents(crew.reduce((sum, role) => sum + payCents[role], 0));
}

/** What an owner is charged for an expense: it and the mark-up, halves of a cent away from zero; nothing if not billable. */
export function expenseCharged(job: Pick<DeliveryJob, 'markupBps'>, expense: DeliveryExpense): Cents {
  const markup: BasisPoints = basisPoints(expense.markupBps ?? job.markupBps);
  return cents(expense.billable ? expense.cents + shareOf(cents(expense.cents), markup) : 0);
}

/** A day of the log: what it earned, from the advance as far as one is held, and what the crew is owed for it. */
export function deliveryDayLogged(
  log: DeliveryDayLog,
  job: DeliveryJob | undefined,
  balances: SubjectBalances,
  context: PostingContext,
): Result<readonly JournalEntry[]> {
  const days = (job?.booked ?? NOTHING_BOOKED).days;
  const isFlat = job?.rateModel === 'flat' && log.kind === 'handover';
  const problems = [
    ...openJob(job),
    ...problemIf(log.crew.length === 0, 'crew', 'expected whoever was there, at least one'),
    ...problemIf(log.nm > 0 && log.kind !== 'underway', 'nm', 'expected 0: miles are run under way'),
    ...problemIf(
      days.some(({ on }) => on === log.on),
      'on',
      'this day is in the log already: a day is one day, whole',
    ),
    ...problemIf(
      isFlat && days.some(({ kind }) => kind === 'handover'),
      'kind',
      'the flat fee was earned at an earlier hand-over',
    ),
  ];
  if (job === undefined || problems.length > 0) return unpostable(problems);
  const pay = crewEarned(job, log);
  return ok([
    subjectEntry(
      log,
      {
        template: 'delivery_day',
        event: 'day',
        memo: `${job.vesselDesc}: ${log.kind.replace('_', ' ')}`,
        subjectId: job.id,
        lines: [...earnedLines(dayEarned(job, log), balances, '4210'), debit('5010', pay), credit('2010', pay)],
      },
      context,
    ),
  ]);
}

/** Something bought for a delivery: a cost, and where it is billable, charged on in full as revenue. */
export function deliveryExpensePaid(
  expense: DeliveryExpense,
  job: DeliveryJob | undefined,
  balances: SubjectBalances,
  context: PostingContext,
): Result<readonly JournalEntry[]> {
  const account = findAccount(expense.account);
  const problems = [
    ...aboveZero(expense),
    ...openJob(job),
    ...problemIf(account === undefined, 'account', `there is no account ${expense.account}`),
    ...problemIf(
      !expense.billable && expense.markupBps !== undefined,
      'markupBps',
      'what is not charged on has no mark-up',
    ),
  ];
  if (job === undefined || account === undefined || problems.length > 0) return unpostable(problems);
  const charged = expenseCharged(job, expense);
  const about = { memo: `${job.vesselDesc}: ${expense.vendor}`, subjectId: job.id };
  const cost = subjectEntry(
    expense,
    {
      ...about,
      template: 'delivery_expense',
      event: 'cost',
      lines: [debit(account.code, expense.cents), credit(expense.paidFrom, expense.cents)],
    },
    context,
  );
  if (charged === 0) return ok([cost]);
  const lines = earnedLines(charged, balances, '4220');
  return ok([
    cost,
    subjectEntry(expense, { ...about, template: 'delivery_charged_on', event: 'charged', lines }, context),
  ]);
}

/** The problem of a job that is not on record, called off, or put away. */
export function openJob(job: DeliveryJob | undefined): readonly Problem[] {
  return [
    ...problemIf(job === undefined, 'jobId', 'there is no such delivery job'),
    ...problemIf(job?.status === 'cancelled', 'jobId', 'this job was called off'),
    ...problemIf(job?.closedOn !== undefined, 'jobId', 'the file of this job is closed'),
  ];
}

/** What is earned is taken from the advance as far as one is held; the rest is work not yet billed. */
function earnedLines(earned: number, balances: SubjectBalances, revenue: '4210' | '4220'): readonly JournalLine[] {
  const fromAdvance = Math.min(subjectOwes(balances, '2130'), earned);
  return [debit('2130', fromAdvance), debit('1160', earned - fromAdvance), credit(revenue, earned)];
}
