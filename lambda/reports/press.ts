import { orThrow } from '../../shared/kernel/fault.ts';
import type { Period } from '../../shared/kernel/period.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import type { ComposeOptions } from '../../shared/reports/compose.ts';
import { compose } from '../../shared/reports/compose.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { Letterhead } from '../../shared/reports/render/letterhead.ts';
import type { Format, Rendering } from '../../shared/reports/render/rendering.ts';
import { inboxLines } from '../../shared/reports/render/subject.ts';
import type { Message } from '../mail/message.ts';
import { messageBytes } from '../mail/message.ts';
import type { MailParts } from './illustrated.ts';
import { illustratedRenderings, mailParts } from './illustrated.ts';

/** Everything an issue is printed from; nothing else has a say in it. */
export interface Printable {
  readonly report: string;
  readonly snapshot: Snapshot;
  readonly entityIds: readonly string[];
  readonly period: Period;
  readonly company: string;
  readonly options: ComposeOptions;
  readonly letterhead: Letterhead;
}

/** An issue as it is archived: what it says, and that in every format. */
export interface Printed {
  readonly document: ReportDocument;
  readonly bodies: Readonly<Record<Format, Rendering>>;
}

/** The texts of an archived issue its mail is made of. */
export interface ArchivedTexts {
  readonly json: string;
  readonly html: string;
  readonly txt: string;
}

/** The mail of an issue but for whom it goes to. */
export interface IssueMail extends MailParts {
  readonly subject: string;
}

/** The part of a run that takes time and touches nothing: the same copy always gives the same print. */
export interface Press {
  printed(copy: Printable): Promise<Printed>;
  /** @throws FaultError when the archived document is none. */
  mailOf(texts: ArchivedTexts): IssueMail;
  bytesOf(message: Message): Promise<Uint8Array>;
}

/** The press as it is; tests that run thousands of runs put one in its place that remembers. */
export const PRESS: Press = {
  async printed({ report, snapshot, entityIds, period, company, options, letterhead }) {
    const document = compose(report, snapshot, entityIds, period, company, options);
    return { document, bodies: await illustratedRenderings(document, letterhead) };
  },
  mailOf({ json, html, txt }) {
    const document: ReportDocument = orThrow(decodedDocument(JSON.parse(json)));
    return { subject: inboxLines(document).subject, ...mailParts(document, html, txt) };
  },
  bytesOf: messageBytes,
};
