import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { nextIssue } from '../../shared/reports/due.ts';
import { reportOf } from '../../shared/reports/personas/catalog.ts';
import { deliveryIdOf } from '../../shared/reports/plan.ts';
import type { Letterhead } from '../../shared/reports/render/letterhead.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { WAITING } from '../../shared/reports/sending/transitions.ts';
import { chainHead } from '../stores/audit-store.ts';
import { newDeliveryWrite, readDelivery } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { IssueMail } from './press.ts';
import { PRESS } from './press.ts';
import { previousSheet } from './previous-issue.ts';
import type { Step } from './steps.ts';
import { logStep, runStream, stepWrite } from './steps.ts';

/** Computes an issue from the archived snapshot and archives every rendering. Answers the issue as it then is. */
export async function archiveIssue(deps: ReportingDeps, run: Run, issue: Issue, snapshot: Snapshot): Promise<Issue> {
  const calendar = { zone: snapshot.zone, closedDays: closedDaysIn(snapshot) };
  const previous = await previousSheet(deps, run, issue);
  const { document, bodies } = await (deps.press ?? PRESS).printed({
    report: issue.report,
    snapshot,
    entityIds: issue.entityIds,
    period: issue.period,
    company: deps.config.company,
    letterhead: letterheadOf(deps),
    options: {
      nextDue: nextIssue(run.trigger, reportOf(issue.report), calendar, snapshot.takenAt),
      blackoutDays: calendar.closedDays,
      ...(previous === undefined ? {} : { previous }),
    },
  });
  const folder = folderOf(run, issue);
  const tags = tagsOf(run, issue);
  const files: Record<string, string> = {};
  for (const [extension, rendering] of Object.entries(bodies)) {
    const key = `${folder}/${issue.slug}.${extension}`;
    await deps.archive.putOnce(key, rendering.body, rendering.contentType, tags);
    files[extension] = key;
  }
  await writeManifest(deps, folder, issue, document, files, tags);
  const { title, period } = document;
  const isOfItsOwn = period.from !== issue.period.from || period.until !== issue.period.until;
  return { ...issue, state: 'archived', title, files, ...(isOfItsOwn ? { about: period } : {}) };
}

/** A mail that lies in the archive, and the step and writes that make a delivery of it. */
export interface PreparedDelivery {
  readonly delivery: Delivery;
  readonly step: Step;
  readonly writes: readonly Write[];
}

/**
 * Archives the mail of an issue to one recipient and writes its delivery, ready to send. Repeating it changes nothing:
 * the first mail archived is the mail that is sent. Answers the delivery as it is stored.
 */
export async function readyDelivery(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  recipient: Recipient,
  mail: IssueMail,
): Promise<Delivery> {
  const { delivery, step, writes } = await preparedDelivery(deps, run, issue, recipient, mail, 1);
  const { stored } = await committed(deps.tables, writes);
  if (!stored) return (await readDelivery(deps.tables, run.key, delivery.id)) ?? delivery;
  logStep(deps, step);
  return delivery;
}

/** Archives the mail of an issue to one recipient; its delivery is there once the writes are stored. */
export async function preparedDelivery(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  recipient: Recipient,
  mail: IssueMail,
  revision: number,
): Promise<PreparedDelivery> {
  const id = deliveryIdOf(run.key, issue.report, issue.scopeName, recipient.id, revision);
  const bytes = await (deps.press ?? PRESS).bytesOf({
    id,
    from: deps.config.mailFrom,
    to: { name: recipient.name, address: recipient.email },
    ...mail,
    at: run.createdAt,
    headers: { 'X-Run': run.key, 'X-Delivery-Id': id, 'X-Audit-Head': await auditHead(deps, run) },
  });
  const key = `${folderOf(run, issue)}/${issue.slug}.${id}.eml`;
  const archived = await deps.archive.putOnce(key, bytes, 'message/rfc822', tagsOf(run, issue));
  const delivery: Delivery = {
    id,
    runKey: run.key,
    report: issue.report,
    scopeName: issue.scopeName,
    recipientId: recipient.id,
    recipientName: recipient.name,
    addressMark: await deps.addressMark(recipient.email),
    revision,
    state: 'ready',
    messageKey: key,
    messageDigest: archived.digest,
    readyAt: deps.clock(),
    attempt: 0,
    doubts: 0,
    parties: WAITING,
    version: 1,
  };
  const step = {
    runKey: run.key,
    action: 'delivery.ready',
    object: id,
    data: { report: issue.report, scope: issue.scopeName, recipient: delivery.addressMark, digest: archived.digest },
  };
  const writes = [newDeliveryWrite(deps.tables, delivery), stepWrite(deps, step, deps.clock())];
  return { delivery, step, writes };
}

/** The end of the run's history as the mail goes out: each inbox is a witness to it. */
async function auditHead(deps: ReportingDeps, run: Run): Promise<string> {
  const stream = runStream(run.key);
  const { seq, hash } = await chainHead(deps.tables, stream);
  return `${stream}:${seq}:${hash.slice(0, 16)}`;
}

/** The paper every report is printed on: whose it is, why it came, and where to read on. */
export function letterheadOf(deps: ReportingDeps): Letterhead {
  return {
    companyName: deps.config.company,
    footer: `You receive this because you are subscribed to reports of ${deps.config.company}. The office can change that.`,
    link: { label: 'Open the reports tab', url: `${deps.config.appUrl}/#/reports` },
  };
}

/** Where everything of one issue lies: business day, run, scope. */
export function folderOf(run: Run, issue: Pick<Issue, 'scopeName'>): string {
  return `${run.archivedOn}/${run.key}/${issue.scopeName}`;
}

async function writeManifest(
  deps: ReportingDeps,
  folder: string,
  issue: Issue,
  document: ReportDocument,
  files: Readonly<Record<string, string>>,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const manifest = { report: issue.report, scope: document.scope, period: issue.period, asOf: document.asOf, files };
  await deps.archive.putOnce(
    `${folder}/${issue.slug}.manifest.json`,
    canonicalJson(manifest),
    'application/json',
    tags,
  );
}

function tagsOf(run: Run, issue: Issue): Record<string, string> {
  const [only] = issue.entityIds;
  return {
    'report-type': issue.report === 'charter-debrief' ? 'debrief' : issue.report,
    entity: issue.entityIds.length === 1 && only !== undefined ? only : 'group',
    'generated-date': run.archivedOn,
  };
}

/** The recipients of a snapshot, by id. */
export function recipientsIn(snapshot: Snapshot): ReadonlyMap<string, Recipient> {
  const source = snapshot.registers.recipient;
  return new Map(
    source.state === 'read' ? source.records.map((recipient) => [recipient.id, recipient as Recipient]) : [],
  );
}

/** The entities of a snapshot. */
export function entitiesIn(snapshot: Snapshot): readonly Entity[] {
  const source = snapshot.registers.entity;
  return source.state === 'read' ? (source.records as readonly Entity[]) : [];
}

/** The days a company keeps closed; none in a snapshot from before they were kept. */
export function closedDaysIn(snapshot: Snapshot): ReadonlySet<LocalDate> {
  const source: Snapshot['registers']['closed-day'] | undefined = snapshot.registers['closed-day'];
  return new Set(source?.state === 'read' ? source.records.map((closed) => closed.on) : []);
}
