import type { Instant } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import type { DashboardSet } from '../../shared/reports/dashboard-set.ts';
import { dashboardSet } from '../../shared/reports/dashboard-set.ts';
import type { Reply } from '../http/reply.ts';
import { fileReply, unchangedReply } from '../http/reply.ts';
import type { PreparedDashboard } from '../stores/dashboard-store.ts';
import { readPrepared, readReceipts } from '../stores/dashboard-store.ts';
import { unpackedText } from '../stores/packing.ts';
import type { ReportingDeps } from './deps.ts';
import { editionOf } from './edition.ts';

/** The rooms that compute a dashboard load only when one has to be prepared. */
const refresh = () => import('./dashboard-refresh.ts');

const JSON_TYPE = 'application/json; charset=utf-8';

/** What tells, before it is known who asks, which dashboard they will probably be answered. */
interface Clues {
  /** The mark of what they have. */
  readonly etag: string | undefined;
  /** What they were answered last. */
  readonly lastSet: string | undefined;
}

/** The dashboard somebody will probably be answered, read while it is still being found out who they are. */
export async function dashboardAhead(
  deps: ReportingDeps,
  { etag, lastSet }: Clues,
): Promise<PreparedDashboard | undefined> {
  const set = (etag === undefined ? undefined : MARK.exec(etag)?.groups?.['set']) ?? lastSet;
  return set === undefined ? undefined : readPrepared(deps.tables, set);
}

/** When somebody asks for the dashboard, what they have of it, and the encodings they take. */
interface DashboardRequest {
  readonly now: Instant;
  readonly etag: string | undefined;
  readonly accepts: string | undefined;
}

/** Whether an Accept-Encoding header lets brotli through (RFC 9110 §12.5.3): figures then travel as they are kept. */
export function takesBrotli(accepts: string | undefined): boolean {
  const named = (accepts ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  return named.some((coding) => /^br\s*(;\s*q=(1(\.0*)?|0\.\d*[1-9]\d*))?$/.test(coding));
}

/**
 * The figures last prepared for everybody who may see this set: one read, unless they were read ahead. Prepared now
 * where nobody has looked today. 304 while they are what the asker has.
 */
export async function dashboardReply(
  deps: ReportingDeps,
  set: DashboardSet,
  { now, etag, accepts }: DashboardRequest,
  ahead: PreparedDashboard | undefined,
): Promise<Reply> {
  const held = ahead?.set === set.name ? ahead : await readPrepared(deps.tables, set.name);
  const prepared = held && isOfToday(deps, held, now) ? held : await preparedNow(deps, set, now);
  const mark = markOf(prepared);
  if (etag === mark) return unchangedReply(mark);
  const headers = { etag: mark, vary: 'accept-encoding' };
  if (!takesBrotli(accepts)) return fileReply(await unpackedText(prepared.body), JSON_TYPE, { headers });
  return fileReply(prepared.body, JSON_TYPE, { headers: { ...headers, 'content-encoding': 'br' } });
}

/** What the figures of somebody's dashboard mean. */
export async function receiptsReply(deps: ReportingDeps, user: User, now: Instant): Promise<Reply> {
  const set = setOf(user);
  const held = await readReceipts(deps.tables, set.name);
  if (held) return fileReply(await unpackedText(held), JSON_TYPE);
  await preparedNow(deps, set, now);
  const made = await readReceipts(deps.tables, set.name);
  if (!made) throw new FaultError(fault('unavailable', 'The figures are being prepared. Try again.'));
  return fileReply(await unpackedText(made), JSON_TYPE);
}

/** The version of a prepared dashboard: whose it is, and which preparation. */
function markOf({ set, ticket }: PreparedDashboard): string {
  return `"${set}.${ticket}"`;
}
const MARK = /^"(?<set>[a-z0-9+~-]{1,1000})\.\d+"$/;

function isOfToday(deps: ReportingDeps, held: PreparedDashboard, now: Instant): boolean {
  return now < held.until && held.edition === editionOf(deps.config);
}

async function preparedNow(deps: ReportingDeps, set: DashboardSet, now: Instant): Promise<PreparedDashboard> {
  const made = await (await refresh()).preparedFirst(deps, set, now);
  if (!made) throw absent();
  return made;
}

/** The dashboard somebody may see. @throws FaultError `not-found` for who may see none. */
export function setOf(user: User): DashboardSet {
  const set = dashboardSet(user);
  if (!set) throw absent();
  return set;
}

function absent(): FaultError {
  return new FaultError(fault('not-found', 'There is no such report.'));
}
