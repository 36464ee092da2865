import { grantedEntities } from '../../shared/access/permissions.ts';
import type { User } from '../../shared/records/user.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { RunStep } from '../../shared/wire/reports.ts';

/** Whether somebody may see an issue: they hold the report for every entity in it. */
export function maySeeIssue(user: User, issue: Pick<Issue, 'report' | 'entityIds'>): boolean {
  return (
    issue.entityIds.length > 0 && grantedEntities(user, issue.report, issue.entityIds).length === issue.entityIds.length
  );
}

/**
 * The run as somebody may see it: its issues narrowed to theirs. Nothing when there is none, unless they run reports, or
 * it is the run of a charter they will read about and is not planned yet.
 */
export function visibleRun(user: User, run: Run): Run | undefined {
  if (user.roles.includes('admin') || awaits(user, run)) return run;
  const issues = run.issues.filter((issue) => maySeeIssue(user, issue));
  return issues.length === 0 ? undefined : { ...run, issues };
}

/** Until its snapshot is taken a run has no issues, and whoever completed the charter is already looking. */
function awaits(user: User, { state, trigger, joined = [] }: Run): boolean {
  if (state !== 'pending') return false;
  const entityIds = trigger.kind === 'charter' ? [trigger.entityId] : joined.map((one) => one.entityId);
  return REPORTS.some(
    (report) =>
      report.perCharter !== 'never' &&
      entityIds.some((entityId) => maySeeIssue(user, { report: report.id, entityIds: [entityId] })),
  );
}

/** The deliveries of the issues a run shows. */
export function visibleDeliveries(run: Run, deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.filter((delivery) => shows(run, delivery.report, delivery.scopeName));
}

/** The steps that are about the run as a whole or about an issue it shows. */
export function visibleSteps(run: Run, steps: readonly RunStep[]): RunStep[] {
  return steps.filter((step) => {
    const { report, scope } = step.data;
    return typeof report !== 'string' || typeof scope !== 'string' || shows(run, report, scope);
  });
}

function shows(run: Run, report: string, scopeName: string): boolean {
  return run.issues.some((issue) => issue.report === report && issue.scopeName === scopeName);
}
