import type { LocalDate } from '../kernel/calendar.ts';
import { monthOf, plusMonths } from '../kernel/calendar.ts';
import { shortDigest } from '../kernel/digest.ts';
import type { Period } from '../kernel/period.ts';
import { monthPeriod, monthToDate } from '../kernel/period.ts';
import type { Entity } from '../records/entity.ts';
import type { Cadence, Recipient } from '../records/recipient.ts';
import type { PlannedIssue, Rhythm, Run } from './run.ts';

/** What planning needs to know of a report in the catalog. */
export interface PlannableReport {
  readonly id: string;
  /** Made of the one charter just completed; made for executives at every completion; or never made at one. */
  readonly perCharter: 'debrief' | 'executive' | 'never';
  /** Shown as of now whenever somebody looks; never made by the schedule. */
  readonly live?: true;
  /** The kinds of business it is about; left out, all. Where a scope holds none of them it is not made. */
  readonly kinds?: readonly Entity['kind'][];
}

/**
 * The issues a run makes, and who gets each: a pure function of the run, the people and the day. After a charter its
 * debrief goes to those who asked for it and may see the entity; each executive report is made for the whole group, to
 * be shown, and once more for every other set of entities some subscriber is confined to. Where completions are joined,
 * each makes its debrief alone, and the joined run the executive reports for all of them. The month's run makes every
 * report that covers a period, in the same way; the week's and the day's make what somebody subscribed to. A run
 * somebody asked for makes exactly what they asked. A subscription to a report that is not in the catalog is ignored.
 */
export function plannedIssues(
  run: Run,
  reports: readonly PlannableReport[],
  entities: readonly Entity[],
  recipients: readonly Recipient[],
  today: LocalDate,
): PlannedIssue[] {
  const active = businessesOf({}, entities);
  const people = recipients.filter((recipient) => recipient.status === 'active');
  const about = new Map(reports.map((report) => [report.id, businessesOf(report, entities)]));
  const issues = issuesFor(run, reports, { active, about }, people, today);
  return issues.sort((a, b) => compare(a.report, b.report) || compare(a.scopeName, b.scopeName));
}

/** The active businesses a report is about, by id: those of its kinds. */
export function businessesOf({ kinds }: Pick<PlannableReport, 'kinds'>, entities: readonly Entity[]): string[] {
  const about = entities.filter((entity) => entity.active && (kinds === undefined || kinds.includes(entity.kind)));
  return about.map((entity) => entity.id).sort();
}

/** Whether the schedule makes a report: it covers a period, and is more than a page that is always of now. */
export function isScheduled(report: PlannableReport): boolean {
  return report.perCharter !== 'debrief' && report.live !== true;
}

/** Whether somebody asked for a report at a cadence and may see it for any of some entities. */
export function subscribesTo(
  person: Recipient,
  report: string,
  cadence: Cadence,
  entityIds: readonly string[],
): boolean {
  const wishes = person.subscriptions.some((wish) => wish.report === report && wish.cadence === cadence);
  return wishes && granted(person, report, entityIds).length > 0;
}

/** Whether somebody may be sent a report with the figures of all these entities. */
export function seesAll(person: Pick<Recipient, 'grants'>, report: string, entityIds: readonly string[]): boolean {
  return granted(person, report, entityIds).length === entityIds.length;
}

/**
 * A set of entities as one word for keys and folders: group for all of them, else the ids joined. No two sets share a
 * word, even when an entity is called group.
 */
export function scopeNameOf(entityIds: readonly string[], all: readonly string[]): string {
  if (entityIds.length === all.length && entityIds.every((id) => all.includes(id))) return 'group';
  const joined = [...entityIds].sort().join('+');
  return joined.length > 60 || /^(group|set-.*)?$/.test(joined) ? `set-${shortDigest(joined)}` : joined;
}

/** The mail of one report of one run to one recipient, or one more of it: always the same name for the same mail. */
export function deliveryIdOf(
  runKey: string,
  report: string,
  scopeName: string,
  recipientId: string,
  revision = 1,
): string {
  return shortDigest([runKey, report, scopeName, String(revision), recipientId].join('|'));
}

/** The period a report covers when nobody names one: the month before this one. */
export function lastClosedMonth(today: LocalDate): Period {
  return monthPeriod(plusMonths(monthOf(today), -1));
}

/** All active businesses, and by report those it is about. */
interface Businesses {
  readonly active: readonly string[];
  readonly about: ReadonlyMap<string, readonly string[]>;
}

function issuesFor(
  run: Run,
  reports: readonly PlannableReport[],
  businesses: Businesses,
  people: readonly Recipient[],
  today: LocalDate,
): PlannedIssue[] {
  switch (run.trigger.kind) {
    case 'charter': {
      const { entityId, joins } = run.trigger;
      const own = reports.filter((report) => joins === undefined || report.perCharter === 'debrief');
      return afterCharter([entityId], own, businesses, people, today);
    }
    case 'joined': {
      const executive = reports.filter((report) => report.perCharter === 'executive');
      const entityIds = [...new Set((run.joined ?? []).map((one) => one.entityId))];
      // The window may end after midnight: the month is that of the completions.
      return afterCharter(entityIds, executive, businesses, people, run.archivedOn);
    }
    case 'manual':
      return onRequest(run, businesses, people, today);
    case 'schedule':
      return onSchedule(
        run.trigger.rhythm,
        scheduledPeriod(run, run.trigger.dueOn, today),
        reports,
        businesses,
        people,
      );
  }
}

/** The month a run names, else the month it fell due in: up to today while that runs, whole once it is over. */
function scheduledPeriod(run: Run, dueOn: LocalDate, today: LocalDate): Period {
  if (run.requestedPeriod !== undefined) return run.requestedPeriod;
  return monthOf(dueOn) === monthOf(today) ? monthToDate(today) : monthPeriod(monthOf(dueOn));
}

function onSchedule(
  rhythm: Rhythm,
  period: Period,
  reports: readonly PlannableReport[],
  businesses: Businesses,
  people: readonly Recipient[],
): PlannedIssue[] {
  return reports.filter(isScheduled).flatMap((report) => {
    const subscribers = people.filter((person) => subscribesTo(person, report.id, rhythm, businesses.active));
    const issues = byScope(report.id, businesses, period, subscribers);
    return rhythm === 'monthly' ? issues : issues.filter((one) => one.recipientIds.length > 0);
  });
}

function afterCharter(
  entityIds: readonly string[],
  reports: readonly PlannableReport[],
  businesses: Businesses,
  people: readonly Recipient[],
  today: LocalDate,
): PlannedIssue[] {
  const period = monthToDate(today);
  return reports.flatMap((report) => issuesOf(report, entityIds, businesses, period, people));
}

function issuesOf(
  report: PlannableReport,
  entityIds: readonly string[],
  businesses: Businesses,
  period: Period,
  people: readonly Recipient[],
): PlannedIssue[] {
  const subscribers = people.filter((person) => subscribesTo(person, report.id, 'each-charter', entityIds));
  switch (report.perCharter) {
    case 'debrief':
      return [issue(report.id, entityIds, businesses.active, period, subscribers)];
    case 'executive':
      return byScope(report.id, businesses, period, subscribers);
    case 'never':
      return [];
  }
}

function onRequest(
  run: Run,
  { active, about }: Businesses,
  people: readonly Recipient[],
  today: LocalDate,
): PlannedIssue[] {
  const period = run.requestedPeriod ?? lastClosedMonth(today);
  return run.requested.map((report) => {
    const theirs = about.get(report) ?? active;
    const asked = run.requestedEntityIds ? theirs.filter((id) => run.requestedEntityIds?.includes(id)) : theirs;
    const chosen = people.filter(
      (person) => isAskedFor(run, person, report) && asked.length > 0 && seesAll(person, report, asked),
    );
    return issue(report, asked, active, period, chosen);
  });
}

/** One issue for all businesses it is about, always, and one for each narrower set of them a subscriber may see. */
function byScope(
  report: string,
  { active, about }: Businesses,
  period: Period,
  people: readonly Recipient[],
): PlannedIssue[] {
  const all = about.get(report) ?? active;
  if (all.length === 0) return [];
  const scopes = new Map<string, { entityIds: readonly string[]; people: Recipient[] }>([
    [scopeNameOf(all, active), { entityIds: all, people: [] }],
  ]);
  for (const person of people) {
    const entityIds = granted(person, report, all);
    if (entityIds.length === 0) continue; // granted only what is no longer active
    const name = scopeNameOf(entityIds, active);
    const scope = scopes.get(name) ?? { entityIds, people: [] };
    scope.people.push(person);
    scopes.set(name, scope);
  }
  return [...scopes.values()].map((scope) => issue(report, scope.entityIds, active, period, scope.people));
}

function issue(
  report: string,
  entityIds: readonly string[],
  active: readonly string[],
  period: Period,
  people: readonly Recipient[],
): PlannedIssue {
  return {
    report,
    scopeName: scopeNameOf(entityIds, active),
    entityIds: [...entityIds].sort(),
    period,
    recipientIds: people.map((person) => person.id).sort(),
  };
}

function isAskedFor(run: Run, person: Recipient, report: string): boolean {
  if (run.sendTo !== 'subscribers') return run.sendTo?.includes(person.id) ?? false;
  return person.subscriptions.some((wish) => wish.report === report && wish.cadence !== 'never');
}

function granted(person: Pick<Recipient, 'grants'>, report: string, entityIds: readonly string[]): string[] {
  return entityIds.filter((id) => person.grants.some((grant) => grant.report === report && grant.entityId === id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
