import type { Instant, LocalDate } from '../kernel/calendar.ts';
import type { Period } from '../kernel/period.ts';
import type { Delivery } from './sending/delivery.ts';
import { isGood } from './sending/delivery.ts';

/** One charter completed, for the first time or again. */
export interface Completion {
  readonly charterId: string;
  readonly completionSeq: number;
  readonly entityId: string;
}

/** What made a run start. */
export type Trigger =
  | ({ readonly kind: 'charter' } & Completion & {
        /** The run that makes the executive reports of this completion, where another one does. */
        readonly joins?: { readonly runKey: string; readonly until: Instant };
      })
  | { readonly kind: 'joined'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'manual'; readonly requestKey: string; readonly requestedBy: string }
  | { readonly kind: 'schedule'; readonly rhythm: Rhythm; readonly dueOn: LocalDate; readonly dueAt: Instant };

/** How often scheduled reports are made. */
export const RHYTHMS = ['monthly', 'weekly', 'daily'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What an issue was made for; issues are held against earlier ones of the same occasion. */
export const OCCASIONS = ['charter', 'manual', ...RHYTHMS] as const;
export type Occasion = (typeof OCCASIONS)[number];

/**
 * pending → snapshotted → complete, or complete-with-problems when a report failed or a delivery is not settled.
 * A run is the outbox: it is written in the transaction of what caused it and finished by whoever comes first.
 */
export const RUN_STATES = ['pending', 'snapshotted', 'complete', 'complete-with-problems'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One report of one run for one set of entities. */
export interface PlannedIssue {
  readonly report: string;
  readonly scopeName: string;
  readonly entityIds: readonly string[];
  readonly period: Period;
  /** Recipients it is mailed to; none when it is only archived and shown. */
  readonly recipientIds: readonly string[];
}

export interface Run {
  readonly key: string;
  readonly trigger: Trigger;
  readonly state: RunState;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** The business day in whose archive folder everything of this run lies. */
  readonly archivedOn: LocalDate;
  /** Settled when the snapshot is taken, from the recipients as they were then. */
  readonly issues: readonly Issue[];
  /** The completions a joined run reports on, as they came. */
  readonly joined?: readonly Completion[];
  /** While completions may still join; the run waits for its end. */
  readonly joiningUntil?: Instant;
  readonly requested: readonly string[];
  readonly requestedEntityIds?: readonly string[];
  readonly requestedPeriod?: Period;
  /** For a run somebody asked for: everyone subscribed to the report, or these recipients; an empty list is nobody. */
  readonly sendTo?: 'subscribers' | readonly string[];
  readonly snapshotKey?: string;
  readonly snapshotDigest?: string;
  /** Why its mails wait although they are ready, and since when. */
  readonly waiting?: { readonly because: string; readonly since: Instant };
  readonly completedAt?: Instant;
  readonly version: number;
}

/** A planned issue and what came of it. */
export interface Issue extends PlannedIssue {
  readonly slug: string;
  /** The report's name; once it is archived, what the document itself is called, with the charter it is about. */
  readonly title: string;
  /** The days the document names, where they are others than those it was computed over: the day of one charter. */
  readonly about?: Period;
  readonly state: 'planned' | 'archived' | 'failed';
  readonly failure?: string;
  /** How often making it has failed so far. */
  readonly tries?: number;
  /** Tries that were put on record before they began and never heard of again, and when the last of them began. */
  readonly begun?: { readonly times: number; readonly at: Instant };
  /** Archive keys by file extension. */
  readonly files?: Readonly<Record<string, string>>;
  /** What its manifest in the archive hashes to. */
  readonly manifestDigest?: string;
}

/** The run of a charter's completion: the same completion always names the same run. */
export function completionRunKey(charterId: string, completionSeq: number): string {
  return `charter.${charterId}.${completionSeq}`;
}

/** What the issues of a run were made for. */
export function occasionOf(trigger: Trigger): Occasion {
  if (trigger.kind === 'schedule') return trigger.rhythm;
  return trigger.kind === 'joined' ? 'charter' : trigger.kind;
}

/** The run of a request somebody made; the same request repeated names the same run. */
export function manualRunKey(requestKeyDigest: string): string {
  return `manual.${requestKeyDigest}`;
}

/** Whether everything of a run has been tried; what still comes is news of its mails. */
export function isClosed({ state }: Pick<Run, 'state'>): boolean {
  return state === 'complete' || state === 'complete-with-problems';
}

/** How a run closes: complete, unless a report could not be made or a mail did not go as it should. */
export function closedState(issues: readonly Issue[], deliveries: readonly Delivery[]): RunState {
  const isWhole = issues.every(({ state }) => state === 'archived') && deliveries.every(isGood);
  return isWhole ? 'complete' : 'complete-with-problems';
}
