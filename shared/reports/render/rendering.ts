import type { ChartBlock, ReportDocument } from '../document/report-document.ts';
import { csvReport } from './csv.ts';
import type { Picture } from './html-charts.ts';
import { htmlMail } from './html-mail.ts';
import { jsonReport } from './json.ts';
import type { Letterhead } from './letterhead.ts';
import { markdownReport } from './markdown.ts';
import { textReport } from './text.ts';

/** The formats a report is archived in, by file extension. */
export type Format = 'html' | 'txt' | 'md' | 'json' | 'csv';

/** Every format, in the order the archive lists them. */
export const FORMATS: readonly Format[] = ['json', 'html', 'txt', 'md', 'csv'];

/** A document in one format, as it is stored and sent. */
export interface Rendering {
  readonly contentType: string;
  readonly body: string;
}

/**
 * The document in every format. The same document and letterhead always give the same bytes. Charts are pictures in the
 * HTML where there are pictures of them, and tables everywhere.
 */
export function renderings(
  document: ReportDocument,
  letterhead: Letterhead,
  pictures?: ReadonlyMap<ChartBlock, Picture>,
): Readonly<Record<Format, Rendering>> {
  return {
    html: { contentType: 'text/html; charset=utf-8', body: htmlMail(document, letterhead, pictures) },
    txt: { contentType: 'text/plain; charset=utf-8', body: textReport(document, letterhead) },
    md: { contentType: 'text/markdown; charset=utf-8; variant=GFM', body: markdownReport(document, letterhead) },
    json: { contentType: 'application/json', body: jsonReport(document) },
    csv: { contentType: 'text/csv; charset=utf-8; header=present', body: csvReport(document) },
  };
}
