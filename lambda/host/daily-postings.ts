import type { Instant, LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn, lastDay, monthOf } from '../../shared/kernel/calendar.ts';
import { firstOpenDay } from '../../shared/ledger/closing.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import { balancesAfter } from '../../shared/ledger/open-charter.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { refundCutoffPassed } from '../../shared/ledger/refund-cutoff.ts';
import { earnedByMonth, isPaidAhead, subscriptionEarned } from '../../shared/ledger/subscriptions.ts';
import type { PlanSubscription } from '../../shared/records/organisation.ts';
import { charterWrites, readCharterFile } from '../stores/charter-store.ts';
import { dailyPostingsWrite, lastDailyPostings } from '../stores/daily-store.ts';
import { readClosedThrough } from '../stores/ledger-store.ts';
import { openCharterWrite, readOpenCharters } from '../stores/open-charter-store.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import { companyRegisters, listRegister, registerWrite } from '../stores/register-store.ts';
import { committed } from '../stores/transaction.ts';
import type { HostDeps } from './deps.ts';
import { accrueWork } from './work-accruals.ts';

type DailyDeps = Pick<HostDeps, 'config' | 'tables' | 'clock'>;

interface Daily {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly context: PostingContext;
}

/**
 * Posts what happens by time alone, at the first tick of each day: deposits the guest can no longer call back, what
 * subscriptions paid ahead earned in months that have ended, and, on the first day of a month, clients' unbilled work. Whatever ticks come, and however late, each is posted once.
 */
export async function postWhatTimeBrings(deps: DailyDeps): Promise<void> {
  const now = deps.clock();
  const today = dayIn(deps.config.zone, now);
  const last = await lastDailyPostings(deps.tables);
  if (last === today) return;
  const isNewMonth = last === undefined || monthOf(last) < monthOf(today);
  const daily = { now, today, context: { postedAt: now, postedBy: 'scc' } };
  const { entity = [] } = await companyRegisters(deps.tables);
  for (const { id, kind } of entity) {
    if (kind === 'charter') await postCutoffs(deps, id, daily);
    if (kind === 'subscription') await postEarned(deps, id, daily);
    if (kind === 'agency' && isNewMonth) await accrueWork(deps.tables, id, today, daily.context);
  }
  await committed(deps.tables, [dailyPostingsWrite(deps.tables, today)]);
}

/** One query of the charters not settled, and one transaction for each whose cutoff has passed. */
async function postCutoffs({ tables }: DailyDeps, entityId: string, { now, context }: Daily): Promise<void> {
  const due = (await readOpenCharters(tables, entityId)).filter(
    ({ fullRefundUntil, balances }) =>
      fullRefundUntil !== undefined && fullRefundUntil < now && (balances['2100'] ?? 0) !== 0,
  );
  for (const { charterId } of due) {
    const file = await readCharterFile(tables, charterId);
    const entry = file && refundCutoffPassed(file, now, dayIn(file.charter.zone, now), context);
    if (!file || !entry) continue;
    const posting = postingOf(entry);
    const changed = { ...file.charter, updatedAt: now };
    await committed(tables, [
      ...charterWrites(tables, file.charter, changed),
      ...postingWrites(tables, [posting]),
      openCharterWrite(tables, changed, balancesAfter(file.balances, [posting])),
    ]);
  }
}

/** One transaction for each charge with months to earn: their entries, and the plan, which says how far it is earned. */
async function postEarned({ tables }: DailyDeps, entityId: string, { now, today, context }: Daily): Promise<void> {
  const open = firstOpenDay(await readClosedThrough(tables, [entityId]), entityId);
  for (const stored of await listRegister(tables, 'subscription', entityId)) {
    let plan = stored as PlanSubscription;
    for (const charge of plan.charges ?? []) {
      if (charge.outcome !== 'paid' || !isPaidAhead(charge)) continue;
      const ended = earnedByMonth(charge).filter(
        ({ month }) => lastDay(month) < today && (charge.earnedThrough === undefined || month > charge.earnedThrough),
      );
      const last = ended.at(-1);
      if (last === undefined) continue;
      const postings = ended.map((earned) => {
        const end = lastDay(earned.month);
        return postingOf(subscriptionEarned(plan, charge, earned, open && open > end ? open : end, context));
      });
      const charges = (plan.charges ?? []).map((of) =>
        of.id === charge.id ? { ...of, earnedThrough: last.month } : of,
      );
      const next: PlanSubscription = { ...plan, charges, version: plan.version + 1, updatedAt: now };
      const { stored: isStored } = await committed(tables, [
        ...postingWrites(tables, postings),
        registerWrite(tables, 'subscription', next),
      ]);
      if (isStored) plan = next;
    }
  }
}
