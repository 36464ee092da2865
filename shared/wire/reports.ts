import * as z from 'zod/mini';

import { count, day, monthOfYear, note, slug, text } from '../records/fields.ts';
import type { Comparison } from '../reports/comparison.ts';
import type { FirstFigures } from '../reports/document/first-figures.ts';
import type { DefinitionLine, ReportDocument } from '../reports/document/report-document.ts';
import type { LibraryLine } from '../reports/library.ts';
import type { Occasion, Run } from '../reports/run.ts';
import type { Delivery } from '../reports/sending/delivery.ts';

export const FORMATS = ['html', 'txt', 'md', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Mark a held mail as sent; or send a mail again. */
export const DELIVERY_ACTS = ['mark-sent', 'send-again'] as const;
export type DeliveryAct = (typeof DELIVERY_ACTS)[number];

const periodBody = z.strictObject({ from: day, until: day });

export const previewBody = z.strictObject({
  report: slug,
  /** Left out: every entity the person may see. */
  entityIds: z.exactOptional(z.array(slug)),
  /** Left out: the last closed month. */
  period: z.exactOptional(periodBody),
});

export const startRunBody = z.strictObject({
  requestKey: z
    .string()
    .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'expected a request key of 8 to 64 letters, digits, - or _')),
  reports: z.array(slug).check(z.minLength(1, 'expected at least one report')),
  entityIds: z.exactOptional(z.array(slug)),
  period: z.exactOptional(periodBody),
  /** `nobody` only archives; `me` sends a test to yourself; `subscribers` mails everyone who asked for it. */
  sendTo: z.enum(['nobody', 'me', 'subscribers'], 'expected one of nobody, me, subscribers'),
});

/** What a person decides about a mail, why, and the version of it they looked at. */
export const decideDeliveryBody = z.strictObject({
  act: z.enum(DELIVERY_ACTS, 'expected one of mark-sent, send-again'),
  reason: note,
  version: count,
});

/** Which archived issues: of one report, with one entity, archived in one month, and where the last page ended. */
export const listIssuesQuery = z.strictObject({
  report: z.exactOptional(slug),
  entity: z.exactOptional(slug),
  month: z.exactOptional(monthOfYear),
  before: z.exactOptional(text(400)),
});

/** Two archived issues, each named run/scope/slug. */
export const compareQuery = z.strictObject({ left: text(400), right: text(400) });

export interface CatalogLine {
  readonly report: string;
  readonly slug: string;
  readonly title: string;
  readonly audience: string;
  /** Made only when a charter completes; it cannot be run for a period. */
  readonly perCharter: boolean;
  /** Entities whose figures the asker may see in it. */
  readonly entityIds: readonly string[];
}
export interface CatalogResponse {
  readonly reports: readonly CatalogLine[];
  readonly entities: readonly { readonly id: string; readonly name: string }[];
  readonly mayRun: boolean;
  /** The month the books were last closed for, offered as the default period. */
  readonly lastMonth: string;
}

/** Without what its figures mean, which is asked for apart; what of it can be shown before anything can draw it comes first. */
export interface DashboardResponse {
  readonly first: FirstFigures;
  readonly document: ReportDocument;
  readonly takenAt: string;
}
export interface DashboardReceiptsResponse {
  readonly definitions: readonly DefinitionLine[];
}
export interface PreviewResponse {
  readonly document: ReportDocument;
  readonly html: string;
}

/** One step of a run as it happened. */
export interface RunStep {
  readonly at: string;
  /** Who did it: a user by id, `scc` for the product itself, `ses` for what the mail service told. */
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}
export interface RunResponse {
  readonly run: Run;
  readonly deliveries: readonly Delivery[];
  readonly steps: readonly RunStep[];
}
export interface DecideDeliveryResponse {
  readonly delivery: Delivery;
}
export interface ListRunsResponse {
  readonly month: string;
  readonly runs: readonly Run[];
}
export interface ListIssuesResponse {
  readonly issues: readonly LibraryLine[];
  /** What to ask for as `before` to get the next page; left out on the last one. */
  readonly next?: string;
}
export type CompareResponse = Comparison;
/** When a report is due next for somebody who asked for it. */
export interface DueLine {
  readonly recipientId: string;
  readonly recipientName: string;
  readonly report: string;
  readonly title: string;
  readonly cadence: 'each-charter' | 'daily' | 'weekly' | 'monthly';
  /** Whether it is the asker who gets it. */
  readonly isOwn: boolean;
  /** Left out where it follows the next completed charter. */
  readonly at?: string;
}
/** When a report is made next whether or not anybody asked for it: with those of the month. */
export interface DueReport {
  readonly report: string;
  readonly title: string;
  readonly at: string;
}
/** What the watch saw when it last looked. */
export interface WatchBeat {
  readonly at: string;
  /** How many things should have been out by then, and how many of them were not. */
  readonly expected: number;
  readonly missing: number;
}
/** Something that was not out when it should have been; `late` once it is. */
export interface MissedLine {
  readonly runKey: string;
  readonly state: 'missed' | 'late';
  /** Whether there is a run by now, which can be looked at. */
  readonly hasRun: boolean;
  readonly occasion: Occasion;
  readonly dueAt: string;
  /** By when it should have been out. */
  readonly deadline: string;
  /** What was found then, in words. */
  readonly because: string;
  readonly noticedAt: string;
  /** When the watch first saw that it was out after all. */
  readonly arrivedAt?: string;
}
/** What is due and when next, as far as the asker may know. */
export interface DueResponse {
  readonly asOf: string;
  readonly reports: readonly DueReport[];
  /** The asker's own subscriptions; everybody's for who runs reports. By name and report. */
  readonly lines: readonly DueLine[];
  /** Left out until the watch has looked once. */
  readonly watch?: WatchBeat;
  /** For who runs reports: the newest first. Empty for everybody else. */
  readonly missed: readonly MissedLine[];
}
export interface StartRunResponse {
  readonly runKey: string;
  /** Whether this request key had already started it. */
  readonly repeated: boolean;
}
