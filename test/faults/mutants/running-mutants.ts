import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { handlerOf } from '../../../lambda/handler.ts';
import type { ReportingDeps } from '../../../lambda/reports/deps.ts';
import { archiveIssue, entitiesIn, readyDelivery, recipientsIn } from '../../../lambda/reports/issue-archiver.ts';
import { issueMail } from '../../../lambda/reports/issue-mail.ts';
import { runTag } from '../../../lambda/reports/run-tag.ts';
import { takeSnapshot } from '../../../lambda/reports/snapshot-loader.ts';
import type { Runtime } from '../../../lambda/runtime.ts';
import { deliveryKey } from '../../../lambda/stores/keys.ts';
import { dueRunKeys, readDeliveries, readRun, runWrite } from '../../../lambda/stores/run-store.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import { committed } from '../../../lambda/stores/transaction.ts';
import { epochMs } from '../../../shared/kernel/calendar.ts';
import { REPORTS, reportOf } from '../../../shared/reports/personas/catalog.ts';
import { plannedIssues } from '../../../shared/reports/plan.ts';
import type { Issue, Run } from '../../../shared/reports/run.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import type { Design } from '../world/cloud.ts';

/** Designs that run a report differently: the ways it is done where nobody thought of what can go wrong. */

/** A loop that sends each mail and then writes down that it did; tried again from the top when it fails. */
export const SEND_THEN_RECORD: Design = {
  name: 'naive send-then-record',
  handler: (runtime) => loopedHandler(runtime, naiveRun),
};

/**
 * The same loop behind an idempotency record around the whole run, as Powertools keeps it: in progress for a while,
 * deleted when the work fails, complete at the end.
 */
export const RECORD_AROUND_RUN: Design = {
  name: 'a record around the whole run',
  handler: (runtime) =>
    loopedHandler(runtime, async (deps, run) => {
      const Key = { pk: `IDEMPOTENCY#${run.key}`, sk: 'META' };
      const { client, main: TableName } = deps.tables;
      const now = epochMs(deps.clock());
      const begun = new PutCommand({
        TableName,
        Item: { ...Key, progress: 'running', expires: now + IN_PROGRESS_MS },
        ConditionExpression: 'attribute_not_exists(pk) OR (progress = :running AND expires < :now)',
        ExpressionAttributeValues: { ':running': 'running', ':now': now },
      });
      try {
        await client.send(begun);
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return;
        throw error;
      }
      try {
        await naiveRun(deps, run);
      } catch (error) {
        await client.send(new DeleteCommand({ TableName, Key }));
        throw error;
      }
      const change = { UpdateExpression: 'SET progress = :to', ExpressionAttributeValues: { ':to': 'complete' } };
      await client.send(new UpdateCommand({ TableName, Key, ...change }));
    }),
};

const IN_PROGRESS_MS = 120_000;

/** A claim of a lease's age is given to whoever comes next, as if nothing had been sent. */
export const LEASE_RESEND: Design = {
  name: 'lease expiry, then blind resend',
  handler: (runtime) => async (event, context) => {
    const { tables, reportingDeps } = runtime;
    if ((event as { readonly kind?: string }).kind === 'sweep') {
      for (const key of await dueRunKeys(tables, reportingDeps.clock())) await expired(reportingDeps, key);
    }
    return handlerOf(runtime)(event, context);
  },
};

const LEASE_MS = 4 * 60_000;

async function expired({ tables, clock }: ReportingDeps, runKey: string): Promise<void> {
  for (const delivery of await readDeliveries(tables, runKey)) {
    const age = epochMs(clock()) - epochMs(delivery.startedAt ?? clock());
    if (delivery.state !== 'sending' || age < LEASE_MS) continue;
    await stored(tables, { ...delivery, state: 'ready' });
  }
}

/** The function with another way to finish a run; what else it does, it does as it does. */
function loopedHandler(runtime: Runtime, finish: (deps: ReportingDeps, run: Run) => Promise<void>) {
  const { reportingDeps: deps, tables } = runtime;
  const finished = async (key: string) => {
    const run = await readRun(tables, key);
    if (run?.state === 'pending') await finish(deps, run);
  };
  return async (event: unknown, context?: unknown) => {
    const { kind, runKey } = event as { readonly kind?: string; readonly runKey?: string };
    if (kind === 'finish-run') await finished(runKey ?? '');
    else if (kind !== 'sweep') await handlerOf(runtime)(event, context);
    if (kind !== 'sweep') return;
    const { createDueRuns } = await import('../../../lambda/reports/schedule.ts');
    const created = await createDueRuns(deps);
    for (const key of new Set([...created, ...(await dueRunKeys(tables, deps.clock()))])) await finished(key);
  };
}

/** Everything from the records to the last mail in one go. */
async function naiveRun(deps: ReportingDeps, run: Run): Promise<void> {
  const { trigger } = run;
  const snapshot = await takeSnapshot(
    deps.tables,
    deps.config.zone,
    deps.clock(),
    trigger.kind === 'charter' ? trigger.charterId : undefined,
  );
  const recipients = recipientsIn(snapshot);
  const planned = plannedIssues(run, REPORTS, entitiesIn(snapshot), [...recipients.values()], snapshot.today);
  const issues: Issue[] = [];
  for (const plan of planned) {
    const { slug, title } = reportOf(plan.report);
    const issue = await archiveIssue(deps, run, { ...plan, slug, title, state: 'planned' }, snapshot);
    issues.push(issue);
    for (const recipientId of issue.recipientIds) {
      const recipient = recipients.get(recipientId);
      if (!recipient) continue;
      const delivery = await readyDelivery(deps, run, issue, recipient, await issueMail(deps, issue));
      const bytes = (await deps.archive.get(delivery.messageKey)) ?? new Uint8Array();
      const outcome = await deps.mailer.send({
        from: deps.config.mailFrom,
        destinations: [recipient.email, deps.config.auditBcc],
        bytes,
        tags: { delivery: delivery.id, run: runTag(run.key), report: delivery.report },
      });
      if (outcome.kind !== 'accepted') throw new Error(`not sent: ${outcome.because}`);
      await stored(deps.tables, { ...delivery, state: 'accepted', messageId: outcome.messageId });
    }
  }
  await committed(deps.tables, [
    runWrite(deps.tables, { ...run, state: 'complete', issues, completedAt: deps.clock() }),
  ]);
}

async function stored({ client, main }: Tables, delivery: Delivery): Promise<void> {
  const Item = { ...delivery, ...deliveryKey(delivery.runKey, delivery.id) };
  await client.send(new PutCommand({ TableName: main, Item }));
}
