import { can, grantedEntities } from '../../shared/access/permissions.ts';
import type { Instant, LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { User } from '../../shared/records/user.ts';
import { compose } from '../../shared/reports/compose.ts';
import { partsFor } from '../../shared/reports/dashboard-set.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { REPORTS, reportOf } from '../../shared/reports/personas/catalog.ts';
import { businessesOf, lastClosedMonth } from '../../shared/reports/plan.ts';
import { requestedPeriod } from '../../shared/reports/requested-period.ts';
import type { CatalogResponse, PreviewResponse } from '../../shared/wire/reports.ts';
import { companyRegisters } from '../stores/register-store.ts';
import type { ReportingDeps } from './deps.ts';
import { illustratedRenderings } from './illustrated.ts';
import { closedDaysIn, letterheadOf } from './issue-archiver.ts';
import { takeSnapshot } from './snapshot-loader.ts';

/** What somebody asks a report for. */
export interface ReportRequest {
  readonly report: string;
  readonly entityIds?: readonly string[] | undefined;
  readonly period?: { readonly from: LocalDate; readonly until: LocalDate } | undefined;
}

/** The reports there are, and for which entities somebody may read each. */
export async function reportCatalog(deps: ReportingDeps, user: User, now: Instant): Promise<CatalogResponse> {
  const entities = await activeEntities(deps);
  const lines = REPORTS.map((report) => ({
    report: report.id,
    slug: report.slug,
    title: report.title,
    audience: report.audience,
    perCharter: report.perCharter === 'debrief',
    entityIds: grantedEntities(user, report.id, businessesOf(report, entities)),
  })).filter((line) => line.entityIds.length > 0);
  const seen = new Set(lines.flatMap((line) => line.entityIds));
  return {
    reports: lines,
    entities: entities.filter((entity) => seen.has(entity.id)).map(({ id, name }) => ({ id, name })),
    mayRun: can(user, 'run.start'),
    lastMonth: monthOf(lastClosedMonth(dayIn(deps.config.zone, now)).from),
  };
}

/** A report as it would be now; nothing is kept, nothing is sent. */
export async function preview(
  deps: ReportingDeps,
  user: User,
  request: ReportRequest,
  now: Instant,
): Promise<PreviewResponse> {
  const document = await composedNow(deps, user, request, now);
  return { document, html: (await illustratedRenderings(document, letterheadOf(deps))).html.body };
}

/**
 * The document somebody asked for, from the records as they are now. @throws FaultError `invalid` for a period that
 * cannot be reported on, `not-found` for a report or an entity that does not exist or is not theirs to see.
 */
export async function composedNow(
  deps: ReportingDeps,
  user: User,
  request: ReportRequest,
  now: Instant,
): Promise<ReportDocument> {
  const period = orThrow(requestedPeriod(request.period, dayIn(deps.config.zone, now)));
  const entityIds = await entitiesFor(deps, user, request);
  requirePeriodic(request.report);
  const snapshot = await takeSnapshot(deps.tables, deps.config.zone, now);
  const options = { blackoutDays: closedDaysIn(snapshot), parts: partsFor(user, entityIds) };
  return compose(request.report, snapshot, entityIds, period, deps.config.company, options);
}

/**
 * The entities a request is about: those asked for that the report can be about, or all the person may see. What is not
 * theirs does not exist, nor does a report about none of them.
 */
export async function entitiesFor(deps: ReportingDeps, user: User, request: ReportRequest): Promise<readonly string[]> {
  const entities = await activeEntities(deps);
  const report = REPORTS.find(({ id }) => id === request.report);
  const about = report ? businessesOf(report, entities) : [];
  const visible = grantedEntities(user, request.report, about);
  const others = entities.map(({ id }) => id).filter((id) => !about.includes(id));
  const asked = request.entityIds?.filter((id) => !others.includes(id)) ?? visible;
  if (asked.length === 0 || asked.some((id) => !visible.includes(id))) {
    throw new FaultError(fault('not-found', 'There is no such report.'));
  }
  return [...new Set(asked)].sort();
}

/** @throws FaultError `refused` for a report that is only made when a charter completes. */
export function requirePeriodic(report: string): void {
  if (reportOf(report).perCharter !== 'debrief') return;
  throw new FaultError(
    fault('refused', 'This report is made when a charter completes.', [
      { field: 'report', message: `${report} belongs to one charter; open the run of its completion` },
    ]),
  );
}

async function activeEntities(deps: ReportingDeps): Promise<readonly Entity[]> {
  const { entity = [] } = await companyRegisters(deps.tables);
  return entity.filter((one) => one.active);
}
