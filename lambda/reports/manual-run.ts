import type { Instant, LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { shortDigest } from '../../shared/kernel/digest.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import { seesAll } from '../../shared/reports/plan.ts';
import { requestedPeriod } from '../../shared/reports/requested-period.ts';
import type { Run } from '../../shared/reports/run.ts';
import { manualRunKey } from '../../shared/reports/run.ts';
import { companyRegisters } from '../stores/register-store.ts';
import { newRunWrite } from '../stores/run-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import { entitiesFor, requirePeriodic } from './report-service.ts';
import { logStep, stepWrite } from './steps.ts';

/** A run somebody asks for by hand. */
export interface RunRequest {
  readonly requestKey: string;
  readonly reports: readonly string[];
  readonly entityIds?: readonly string[] | undefined;
  readonly period?: { readonly from: LocalDate; readonly until: LocalDate } | undefined;
  /** `addresses` names recipients by e-mail address; they must be on the recipients' list. */
  readonly sendTo: 'nobody' | 'me' | 'subscribers' | { readonly addresses: readonly string[] };
}

/** The run, written down and ready to be finished. The same request key never makes a second one. */
export async function startedRun(
  deps: ReportingDeps,
  user: User,
  request: RunRequest,
  now: Instant,
): Promise<{ readonly runKey: string; readonly repeated: boolean }> {
  const period = orThrow(requestedPeriod(request.period, dayIn(deps.config.zone, now)));
  const reports = [...new Set(request.reports)];
  const asked: Asked[] = [];
  for (const report of reports) {
    asked.push({ report, entityIds: await entitiesFor(deps, user, { report, entityIds: request.entityIds }) });
    requirePeriodic(report);
  }
  const runKey = manualRunKey(shortDigest(`${user.id}|${request.requestKey}`));
  const run: Run = {
    key: runKey,
    trigger: { kind: 'manual', requestKey: request.requestKey, requestedBy: user.id },
    state: 'pending',
    createdAt: now,
    createdBy: user.id,
    archivedOn: dayIn(deps.config.zone, now),
    issues: [],
    requested: reports,
    requestedPeriod: period,
    sendTo: await chosenRecipients(deps, user, request.sendTo, asked),
    version: 1,
    ...(request.entityIds ? { requestedEntityIds: request.entityIds } : {}),
  };
  const step = {
    runKey,
    action: 'run.created',
    object: runKey,
    data: { trigger: 'manual', reports: reports.join(' ') },
  };
  const { stored } = await committed(deps.tables, [newRunWrite(deps.tables, run), stepWrite(deps, step, now, user.id)]);
  if (stored) logStep(deps, step);
  return { runKey, repeated: !stored };
}

/** One report of a run by hand, and whose figures. */
interface Asked {
  readonly report: string;
  readonly entityIds: readonly string[];
}

/** @throws FaultError `refused` for an address that is not on the list, or that none of the reports would go to. */
async function chosenRecipients(
  deps: ReportingDeps,
  user: User,
  sendTo: RunRequest['sendTo'],
  asked: readonly Asked[],
): Promise<'subscribers' | readonly string[]> {
  if (sendTo === 'subscribers') return sendTo;
  if (sendTo === 'nobody') return [];
  const wanted = sendTo === 'me' ? [user.email] : sendTo.addresses;
  const { recipient = [] } = await companyRegisters(deps.tables);
  const listed = recipient.filter((one) => one.status === 'active' && wanted.includes(one.email));
  const strangers = wanted.filter((address) => !listed.some((one) => one.email === address));
  const without = listed.filter((one) => !asked.some(({ report, entityIds }) => seesAll(one, report, entityIds)));
  const problems = [
    ...strangers.map((address) => ({ field: 'sendTo', message: `${address} is not an active recipient` })),
    ...without.map(({ email }) => ({ field: 'sendTo', message: `${email} may be sent none of these reports` })),
  ];
  if (problems.length > 0) {
    throw new FaultError(fault('refused', 'Reports go to people on the recipients’ list only.', problems));
  }
  return listed.map((one) => one.id);
}
