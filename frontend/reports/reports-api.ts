import type * as z from 'zod/mini';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type {
  CatalogResponse,
  CompareResponse,
  DashboardReceiptsResponse,
  DashboardResponse,
  DecideDeliveryResponse,
  DueResponse,
  decideDeliveryBody,
  Format,
  ListIssuesResponse,
  ListRunsResponse,
  PreviewResponse,
  previewBody,
  RunResponse,
  StartRunResponse,
  startRunBody,
} from '../../shared/wire/reports.ts';

import type { Marked } from '../api/client.ts';
import { addressOf, call, callIfNewer } from '../api/client.ts';

export type PreviewRequest = z.infer<typeof previewBody>;
export type DecisionRequest = z.infer<typeof decideDeliveryBody>;
export type StartRunRequest = z.infer<typeof startRunBody>;

/** Which archived issue: the run, whose figures, which report. */
export interface IssueAddress {
  readonly runKey: string;
  readonly scope: string;
  readonly slug: string;
}

/** Which issues of the library; all of them where nothing is named. */
export interface LibraryFilter {
  readonly report?: string;
  readonly entity?: string;
  readonly month?: string;
}

/** The dashboard, unless it is still the one whose mark is given: then nothing. */
export function readDashboard(
  etag: string | undefined,
  signal: AbortSignal,
): Promise<Marked<DashboardResponse> | undefined> {
  return callIfNewer('dashboard', { signal, ...(etag === undefined ? {} : { etag }) });
}

/** What the figures of the dashboard mean. */
export function readDashboardReceipts(signal: AbortSignal): Promise<DashboardReceiptsResponse> {
  return call('dashboardReceipts', { signal });
}

export function readCatalog(signal: AbortSignal): Promise<CatalogResponse> {
  return call('reportCatalog', { signal });
}

/** The runs of a month; of the month it is when none is named. */
export function listRuns(month: string | undefined, signal: AbortSignal): Promise<ListRunsResponse> {
  return call('listRuns', { signal, ...(month === undefined ? {} : { query: { month } }) });
}

/** What is due and when next, and how the watch stands. */
export function readDue(signal: AbortSignal): Promise<DueResponse> {
  return call('reportsDue', { signal });
}

export function readRun(runKey: string, signal: AbortSignal): Promise<RunResponse> {
  return call('readRun', { params: { runKey }, signal });
}

/** Decides about one mail of a run, over the version of it that was seen. */
export function decideDelivery(
  runKey: string,
  deliveryId: string,
  body: DecisionRequest,
): Promise<DecideDeliveryResponse> {
  return call('decideDelivery', { params: { runKey, deliveryId }, body });
}

/** A page of the library, newest first; the next page begins before the place the last one ended at. */
export function listIssues(
  filter: LibraryFilter,
  before: string | undefined,
  signal: AbortSignal,
): Promise<ListIssuesResponse> {
  return call('listIssues', { query: { ...filter, ...(before === undefined ? {} : { before }) }, signal });
}

/** Every issue of a report from the newest until enough of them are there, a page at a time, ten pages at most. */
export async function listIssuesUntil(
  report: string,
  enough: (issues: ListIssuesResponse['issues']) => boolean,
  signal: AbortSignal,
): Promise<ListIssuesResponse['issues']> {
  let { issues, next } = await listIssues({ report }, undefined, signal);
  for (let page = 1; page < MOST_PAGES && next !== undefined && !enough(issues); page += 1) {
    const older = await listIssues({ report }, next, signal);
    issues = [...issues, ...older.issues];
    next = older.next;
  }
  return issues;
}

const MOST_PAGES = 10;

/** What changed from one issue to another, each by its name. */
export function compareIssues(left: string, right: string, signal: AbortSignal): Promise<CompareResponse> {
  return call('compareIssues', { query: { left, right }, signal });
}

/** A report as it would be now; nothing is kept. */
export function previewReport(body: PreviewRequest): Promise<PreviewResponse> {
  return call('previewReport', { body });
}

export function startRun(body: StartRunRequest): Promise<StartRunResponse> {
  return call('startRun', { body });
}

/** An archived report as the document it is. */
export function readIssue(issue: IssueAddress, signal: AbortSignal): Promise<ReportDocument> {
  return call('readIssue', { params: { ...issue, format: 'json' }, signal });
}

/** Where an archived report can be downloaded in a format. */
export function issueAddress(issue: IssueAddress, format: Format): string {
  return addressOf('readIssue', { params: { ...issue, format } });
}
