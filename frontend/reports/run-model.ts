import type { Instant } from '../../shared/kernel/calendar.ts';
import { asSentence } from '../../shared/reports/render/as-sentence.ts';
import { formatCount } from '../../shared/reports/render/format.ts';
import { formatInstant, formatPeriod } from '../../shared/reports/render/format-days.ts';
import type { CatalogResponse, ListIssuesResponse, ListRunsResponse, RunResponse } from '../../shared/wire/reports.ts';
import { zonedTime } from '../components/clock.ts';

type Run = ListRunsResponse['runs'][number];
type Issue = Run['issues'][number];
type Occasion = ListIssuesResponse['issues'][number]['occasion'];
type Delivery = RunResponse['deliveries'][number];
export type Party = Delivery['parties']['to'];
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain' | 'accent';

/** A state in words with its colour. */
export interface StateWords {
  readonly words: string;
  readonly tone: Tone;
}

/** Why the mails of a run wait although they are ready, and since when; nothing while nothing holds them. */
export function waitingWords({ waiting }: Run, zone: string): string | undefined {
  if (waiting === undefined) return undefined;
  const { because, since } = waiting;
  return `Its mails wait since ${formatInstant(since, zone)}. ${asSentence(because)} They are tried again by themselves.`;
}

/** How a run stands. */
export function runState(run: Pick<Run, 'state'>): StateWords {
  switch (run.state) {
    case 'pending':
      return { words: 'Starting', tone: 'accent' };
    case 'snapshotted':
      return { words: 'Running', tone: 'accent' };
    case 'complete':
      return { words: 'Complete', tone: 'good' };
    case 'complete-with-problems':
      return { words: 'Complete, with problems', tone: 'warn' };
  }
}

/** Whether there is nothing more to wait for. */
export function isSettled(run: Run): boolean {
  return run.state === 'complete' || run.state === 'complete-with-problems';
}

/** What an issue or a run was made for, in words. */
export const OCCASION_WORDS: Readonly<Record<Occasion, string>> = {
  charter: 'Charter completed',
  manual: 'Run on request',
  monthly: 'Monthly reports',
  weekly: 'Weekly reports',
  daily: 'Daily reports',
};

/** What a run was for, as the first words of its line. */
export function runTitle(run: Run): string {
  if (run.trigger.kind === 'charter') return 'Charter completed';
  if (run.trigger.kind === 'joined') {
    const { length } = run.joined ?? [];
    return length === 1 ? 'Charter completed' : `${formatCount(length)} charters completed`;
  }
  if (run.trigger.kind === 'schedule') return OCCASION_WORDS[run.trigger.rhythm];
  const { length } = run.requested;
  const only = run.issues[0]?.title ?? run.requested[0]?.replaceAll('-', ' ') ?? 'report';
  return `Run on request: ${length === 1 ? only : `${formatCount(length)} reports`}`;
}

/** When a run was started, and that it was you where it was; others are known by id only, which tells a reader nothing. */
export function runOrigin(run: Run, zone: string, userId: string): string {
  const when = formatInstant(run.createdAt, zone);
  return run.createdBy === userId ? `${when} · by you` : when;
}

/** How many of a run's reports are ready, while it runs and after. */
export function issueCount(run: Run): string {
  const ready = run.issues.filter((issue) => issue.state === 'archived').length;
  if (run.issues.length === 0) return 'Reports not planned yet';
  const noun = run.issues.length === 1 ? 'report' : 'reports';
  return `${formatCount(ready)} of ${formatCount(run.issues.length)} ${noun} ready`;
}

/** The ready reports of a run as links name them, the charter's own first; two of one title say how many businesses each tells of. */
export function readyIssues(run: Run): readonly { readonly issue: Issue; readonly name: string }[] {
  const ready = run.issues.filter((issue) => issue.state === 'archived');
  const isAlone = ({ title }: Issue) => ready.filter((other) => other.title === title).length === 1;
  const isDebrief = ({ report }: Issue) => report === 'charter-debrief';
  return [...ready.filter(isDebrief), ...ready.filter((issue) => !isDebrief(issue))].map((issue) => {
    const count = issue.entityIds.length;
    const whose = `${formatCount(count)} ${count === 1 ? 'business' : 'businesses'}`;
    return { issue, name: isAlone(issue) ? issue.title : `${issue.title}, ${whose}` };
  });
}

/** How one report of a run stands. */
export function issueState(issue: Issue): StateWords {
  switch (issue.state) {
    case 'planned':
      return { words: 'Being written', tone: 'accent' };
    case 'archived':
      return { words: 'Ready', tone: 'good' };
    case 'failed':
      return { words: 'Failed', tone: 'bad' };
  }
}

/** Businesses by name, all of them in two words; by id where nobody told the name. */
export function scopeWords(entityIds: readonly string[], catalog: CatalogResponse | undefined): string {
  const entities = catalog?.entities ?? [];
  if (entities.length > 1 && entities.every(({ id }) => entityIds.includes(id))) return 'All businesses';
  return entityIds.map((id) => entities.find((entity) => entity.id === id)?.name ?? id).join(', ');
}

/** The period and the books of one report. */
export function issueScope(issue: Issue, catalog?: CatalogResponse): string {
  return `${formatPeriod(issue.about ?? issue.period)} · ${scopeWords(issue.entityIds, catalog)}`;
}

/** What has become of a mail, for everyone who is to get it. */
export function deliveryState(delivery: Delivery): StateWords {
  if (delivery.state === 'ready' && delivery.attempt > 0) return { words: 'Waiting for another try', tone: 'warn' };
  if (delivery.state === 'failed' && delivery.refusedBySes !== true) return { words: 'Not sent', tone: 'bad' };
  return DELIVERY_WORDS[delivery.state];
}

const DELIVERY_WORDS: Readonly<Record<Delivery['state'], StateWords>> = {
  ready: { words: 'Waiting to be sent', tone: 'plain' },
  sending: { words: 'Being sent', tone: 'accent' },
  unknown: { words: 'Not known yet whether it was sent', tone: 'warn' },
  held: { words: 'Waits for a decision', tone: 'warn' },
  accepted: { words: 'Accepted by the mail service', tone: 'good' },
  delayed: { words: 'On its way, delayed', tone: 'warn' },
  delivered: { words: 'Delivered', tone: 'good' },
  failed: { words: 'Refused by the mail service', tone: 'bad' },
  rejected: { words: 'Rejected by the mail service', tone: 'bad' },
  bounced: { words: 'Bounced', tone: 'bad' },
  complained: { words: 'Marked as spam', tone: 'bad' },
};

/** What has become of one copy of a mail; a bounce that may pass is not the end of it. */
export function partyWords({ state, isPassing }: Party): string {
  return isPassing === true ? 'bounced for now' : PARTY_WORDS[state];
}

const PARTY_WORDS: Readonly<Record<Party['state'], string>> = {
  waiting: 'waiting',
  unknown: 'not known',
  accepted: 'accepted',
  delayed: 'delayed',
  delivered: 'delivered',
  failed: 'not sent',
  rejected: 'rejected',
  bounced: 'bounced',
  complained: 'marked as spam',
};

/** The time of a step on the clock of the house. */
export function stepTime(at: string, zone: string): string {
  return zonedTime(at as Instant, zone);
}
