import { canonicalJson } from '../../kernel/digest.ts';
import type { ReportDocument } from '../document/report-document.ts';

/** The document itself as canonical JSON: every cell exact, keys sorted, one line. */
export function jsonReport(document: ReportDocument): string {
  return canonicalJson(document);
}
