import type { Issue } from '../../shared/reports/run.ts';
import type { ReportingDeps } from './deps.ts';
import type { IssueMail } from './press.ts';
import { PRESS } from './press.ts';

/** The mail of an archived issue, made of what lies in the archive. @throws Error when one of its files is missing. */
export async function issueMail(deps: ReportingDeps, issue: Issue): Promise<IssueMail> {
  const [json, html, txt] = await Promise.all([
    archivedText(deps, issue, 'json'),
    archivedText(deps, issue, 'html'),
    archivedText(deps, issue, 'txt'),
  ]);
  return (deps.press ?? PRESS).mailOf({ json, html, txt });
}

async function archivedText(deps: ReportingDeps, issue: Issue, format: 'json' | 'html' | 'txt'): Promise<string> {
  const key = issue.files?.[format];
  const bytes = key === undefined ? undefined : await deps.archive.get(key);
  if (!bytes) throw new Error(`archived ${format} of ${issue.report} ${issue.scopeName} is missing`);
  return new TextDecoder().decode(bytes);
}
