import type { ReportDocument } from '../document/report-document.ts';
import { csvReport } from './csv.ts';
import { formatPeriod } from './format-days.ts';
import { htmlMail } from './html-mail.ts';
import { jsonReport } from './json.ts';
import type { Letterhead } from './letterhead.ts';
import { markdownReport } from './markdown.ts';
import { unbroken, wholeSpaces } from './sentence.ts';
import { textReport } from './text.ts';
import { visibleText } from './visible-text.ts';

/** The formats a report is archived in, by file extension. */
export type Format = 'html' | 'txt' | 'md' | 'json' | 'csv';

/** Every format, in the order the archive lists them. */
export const FORMATS: readonly Format[] = ['json', 'html', 'txt', 'md', 'csv'];

/** A document in one format, as it is stored and sent. */
export interface Rendering {
  readonly contentType: string;
  readonly body: string;
}

/** The document in every format. The same document and letterhead always give the same bytes. */
export function renderings(document: ReportDocument, letterhead: Letterhead): Readonly<Record<Format, Rendering>> {
  return {
    html: { contentType: 'text/html; charset=utf-8', body: htmlMail(document, letterhead) },
    txt: { contentType: 'text/plain; charset=utf-8', body: textReport(document, letterhead) },
    md: { contentType: 'text/markdown; charset=utf-8; variant=GFM', body: markdownReport(document, letterhead) },
    json: { contentType: 'application/json', body: jsonReport(document) },
    csv: { contentType: 'text/csv; charset=utf-8; header=present', body: csvReport(document) },
  };
}

const SUBJECT_LIMIT = 150;

/** The subject line: title, period, headline; at most 150 characters, cut between words and never inside a figure. */
export function subjectOf(document: ReportDocument): string {
  const title = visibleText(document.title);
  const headline = unbroken(document.headline).trim();
  const subject = `${title}, ${formatPeriod(document.period)}${headline === '' ? '' : `: ${headline}`}`;
  return wholeSpaces(shortened(subject.replace(/ +/g, ' ').trim(), SUBJECT_LIMIT));
}

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1).toWellFormed();
  const words = room.lastIndexOf(' ');
  return `${(words > limit / 2 ? room.slice(0, words) : room.replace('\ufffd', '')).replace(/[\s,;:–—-]+$/, '')}…`;
}
