import * as z from 'zod/mini';
import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { monthOfYear } from '../../shared/records/fields.ts';
import type { User } from '../../shared/records/user.ts';
import type { Run } from '../../shared/reports/run.ts';
import type {
  DecideDeliveryResponse,
  ListRunsResponse,
  RunResponse,
  StartRunResponse,
} from '../../shared/wire/reports.ts';
import {
  compareQuery,
  decideDeliveryBody,
  FORMATS,
  listIssuesQuery,
  previewBody,
  startRunBody,
} from '../../shared/wire/reports.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { fileReply, jsonReply } from '../http/reply.ts';
import { auditLines } from '../stores/audit-store.ts';
import { readDeliveries, readRun, runsIn } from '../stores/run-store.ts';
import { announced } from './announce.ts';
import { receiptsReply } from './dashboard-reading.ts';
import type { ReportingDeps } from './deps.ts';
import { runStream } from './steps.ts';
import { maySeeIssue, visibleDeliveries, visibleRun, visibleSteps } from './visible.ts';

/** The rooms that compute and print reports load with the first report: signing in and charters start without them. */
const reports = () => import('./report-service.ts');
const decisions = () => import('./delivery-acts.ts');
const library = () => import('./library-service.ts');
const dues = () => import('./due-service.ts');
const manualRuns = () => import('./manual-run.ts');

const monthQuery = z.strictObject({ month: z.exactOptional(monthOfYear) });

/** Everything the reports tab asks for beside the dashboard itself. */
export function mountReportRoutes(app: RouteHolder, deps: ReportingDeps): void {
  route(app, ROUTES.dashboardReceipts, {}, ({ user, now }) => receiptsReply(deps, user, now));
  route(app, ROUTES.reportCatalog, {}, async ({ user, now }) =>
    jsonReply(await (await reports()).reportCatalog(deps, user, now)),
  );
  route(app, ROUTES.previewReport, { body: previewBody }, async ({ user, body, now }) =>
    jsonReply(await (await reports()).preview(deps, user, body, now)),
  );
  route(app, ROUTES.listRuns, { query: monthQuery }, async ({ user, query, now }) =>
    jsonReply(await runsOf(deps, user, query.month ?? monthOf(dayIn(deps.config.zone, now)))),
  );
  route(app, ROUTES.startRun, { body: startRunBody }, async ({ user, body, now }) => {
    const started: StartRunResponse = await (await manualRuns()).startedRun(deps, user, body, now);
    if (!started.repeated) await announced(deps, started.runKey);
    return jsonReply(started, { status: 202 });
  });
  route(app, ROUTES.reportsDue, {}, async ({ user, now }) =>
    jsonReply(await (await dues()).whatIsDue(deps, user, now)),
  );
  route(app, ROUTES.decideDelivery, { body: decideDeliveryBody }, async ({ user, body, params }) => {
    const { runKey, deliveryId } = params;
    const { delivery, isDue } = await (await decisions()).decided(deps, user, { runKey, deliveryId, ...body });
    if (isDue) await announced(deps, runKey);
    const answer: DecideDeliveryResponse = { delivery };
    return jsonReply(answer);
  });
  route(app, ROUTES.readRun, {}, async ({ user, params }) => jsonReply(await runOf(deps, user, params.runKey)));
  route(app, ROUTES.listIssues, { query: listIssuesQuery }, async ({ user, query }) =>
    jsonReply(await (await library()).listIssues(deps, user, query)),
  );
  route(app, ROUTES.compareIssues, { query: compareQuery }, async ({ user, query }) =>
    jsonReply(await (await library()).comparedIssues(deps, user, query.left, query.right)),
  );
  route(app, ROUTES.readIssue, {}, async ({ user, params }) => issueFile(deps, user, params));
}

async function runsOf(deps: ReportingDeps, user: User, month: Month): Promise<ListRunsResponse> {
  const runs = await runsIn(deps.tables, month);
  return { month, runs: runs.flatMap((run) => visibleRun(user, run) ?? []) };
}

async function runOf(deps: ReportingDeps, user: User, runKey: string): Promise<RunResponse> {
  const run = await visible(deps, user, runKey);
  const [deliveries, lines] = await Promise.all([
    readDeliveries(deps.tables, runKey),
    auditLines(deps.tables, runStream(runKey)),
  ]);
  const steps = lines.map(({ at, actor, action, object, data }) => ({ at, actor, action, object, data }));
  return { run, deliveries: visibleDeliveries(run, deliveries), steps: visibleSteps(run, steps) };
}

const TYPES: Readonly<Record<(typeof FORMATS)[number], string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** A mail's own page may style itself inline, load nothing and run nothing; only our own pages may frame it. */
const MAIL_PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

async function issueFile(
  deps: ReportingDeps,
  user: User,
  params: { readonly runKey: string; readonly scope: string; readonly slug: string; readonly format: string },
) {
  const run = await visible(deps, user, params.runKey);
  const issue = run.issues.find((one) => one.scopeName === params.scope && one.slug === params.slug);
  const format = FORMATS.find((one) => one === params.format);
  const key = format === undefined ? undefined : issue?.files?.[format];
  if (!issue || !format || key === undefined || !maySeeIssue(user, issue)) throw absent();
  const bytes = await deps.archive.get(key);
  if (!bytes) throw absent();
  const saved = `attachment; filename="${issue.slug}-${run.archivedOn}.${format}"`;
  return fileReply(bytes, TYPES[format], {
    headers:
      format === 'html'
        ? { 'content-security-policy': MAIL_PAGE }
        : format === 'json'
          ? {}
          : { 'content-disposition': saved },
  });
}

/** A run somebody may see. @throws FaultError `not-found` for one that is absent or not theirs. */
async function visible(deps: ReportingDeps, user: User, runKey: string): Promise<Run> {
  const run = await readRun(deps.tables, runKey);
  const seen = run && visibleRun(user, run);
  if (!seen) throw absent();
  return seen;
}

function absent(): FaultError {
  return new FaultError(fault('not-found', 'There is nothing here.'));
}
