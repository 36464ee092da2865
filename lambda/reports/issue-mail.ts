import { orThrow } from '../../shared/kernel/fault.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import { inboxLines } from '../../shared/reports/render/subject.ts';
import type { Issue } from '../../shared/reports/run.ts';
import type { ReportingDeps } from './deps.ts';
import type { MailParts } from './illustrated.ts';
import { mailParts } from './illustrated.ts';

/** The mail of an issue but for whom it goes to. */
export interface IssueMail extends MailParts {
  readonly subject: string;
}

/** The mail of an archived issue, made of what lies in the archive. @throws Error when one of its files is missing. */
export async function issueMail(deps: ReportingDeps, issue: Issue): Promise<IssueMail> {
  const [json, html, txt] = await Promise.all([
    archivedText(deps, issue, 'json'),
    archivedText(deps, issue, 'html'),
    archivedText(deps, issue, 'txt'),
  ]);
  const document: ReportDocument = orThrow(decodedDocument(JSON.parse(json)));
  return { subject: inboxLines(document).subject, ...mailParts(document, html, txt) };
}

async function archivedText(deps: ReportingDeps, issue: Issue, format: 'json' | 'html' | 'txt'): Promise<string> {
  const key = issue.files?.[format];
  const bytes = key === undefined ? undefined : await deps.archive.get(key);
  if (!bytes) throw new Error(`archived ${format} of ${issue.report} ${issue.scopeName} is missing`);
  return new TextDecoder().decode(bytes);
}
