import { can, grantedEntities } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import { nextDue } from '../../shared/reports/due.ts';
import { REPORTS, reportOf } from '../../shared/reports/personas/catalog.ts';
import { businessesOf, isScheduled } from '../../shared/reports/plan.ts';
import { nextSlot } from '../../shared/reports/slots.ts';
import type { DueLine, DueReport, DueResponse, MissedLine } from '../../shared/wire/reports.ts';
import { readRun } from '../stores/run-store.ts';
import { missedRows, watchBeat } from '../stores/watch-store.ts';
import type { ReportingDeps } from './deps.ts';
import { scheduleAt } from './schedule.ts';

/** What is due and when next, as far as somebody may know; what was missed, for who runs reports. */
export async function whatIsDue(deps: ReportingDeps, user: User, now: Instant): Promise<DueResponse> {
  const schedule = await scheduleAt(deps, now);
  const watch = await watchBeat(deps.tables);
  return {
    asOf: now,
    reports: reportsDue(schedule, user, now),
    lines: linesDue(schedule, user, now),
    ...(watch === undefined ? {} : { watch }),
    missed: can(user, 'run.start') ? await missedLines(deps) : [],
  };
}

/** The scheduled reports somebody holds for at least one business, with the day they are made next in any case. */
function reportsDue({ calendar, entities }: Schedule, user: User, now: Instant): DueReport[] {
  const at = nextSlot('monthly', now, calendar).dueAt;
  return REPORTS.filter(
    (report) => isScheduled(report) && grantedEntities(user, report.id, businessesOf(report, entities)).length > 0,
  ).map(({ id, title }) => ({ report: id, title, at }));
}

/** Everybody's subscriptions for who runs reports; one's own for everybody else. */
function linesDue(schedule: Schedule, user: User, now: Instant): DueLine[] {
  const seen = schedule.recipients.filter(({ email }) => can(user, 'run.start') || email === user.email);
  const people = new Map(seen.map((person) => [person.id, person]));
  return nextDue({ ...schedule, recipients: seen }, now)
    .map((due) => {
      const { name = '', email } = people.get(due.recipientId) ?? {};
      return { ...due, recipientName: name, title: reportOf(due.report).title, isOwn: email === user.email };
    })
    .sort((a, b) => compare(a.recipientName, b.recipientName) || compare(a.report, b.report));
}

async function missedLines({ tables }: ReportingDeps): Promise<MissedLine[]> {
  const rows = await missedRows(tables);
  const lines = rows.map(async (row): Promise<MissedLine> => {
    const isLate = row.arrivedAt !== undefined;
    const hasRun = isLate || (await readRun(tables, row.runKey)) !== undefined;
    return { ...row, state: isLate ? 'late' : 'missed', hasRun };
  });
  return (await Promise.all(lines)).sort((a, b) => compare(b.noticedAt, a.noticedAt) || compare(a.runKey, b.runKey));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
