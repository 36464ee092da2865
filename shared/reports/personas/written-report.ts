import type { Period } from '../../kernel/period.ts';
import type { Section, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import type { Finding } from '../findings/finding.ts';
import { appendixOf } from './appendix.ts';
import type { ReportContext, ReportDefinition } from './report.ts';

/** What is a report's own: who reads it, by which rules it is judged, and what it says. */
export interface Writing extends Omit<ReportDefinition, 'compose'> {
  /** The one sentence that matters most. */
  headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[];
  /** What it tells, in order; a part that has nothing to say is left out. */
  sections(sheet: FactSheet, findings: readonly Finding[], context: ReportContext): readonly (Section | undefined)[];
  /** What one issue is called, where that is not the report's title. */
  titleOf?(sheet: FactSheet): string;
  /** What span one issue is about, where that is not the sheet's. */
  periodOf?(sheet: FactSheet): Period;
  /** What its appendix is called, where it is not one of many pages. */
  readonly appendixHeading?: string;
}

/**
 * The report of such a writing. Every report is put together here and nowhere else: whose figures, of which period and
 * instant, what it says, and behind it what its figures mean. A live report has no next issue.
 */
export function writtenReport({
  headline,
  sections,
  titleOf,
  periodOf,
  appendixHeading,
  ...report
}: Writing): ReportDefinition {
  return {
    ...report,
    compose(sheet, findings, context) {
      const told = sections(sheet, findings, context).filter((section) => section !== undefined);
      return {
        schema: 1,
        report: report.id,
        slug: report.slug,
        title: titleOf?.(sheet) ?? report.title,
        scope: {
          ...context.scope,
          entityIds: sheet.entityIds,
          names: Object.fromEntries(sheet.entities.map(({ id, name }) => [id, name])),
        },
        period: periodOf?.(sheet) ?? sheet.period,
        asOf: sheet.takenAt,
        zone: sheet.zone,
        headline: headline(sheet, findings),
        sections: [...told, ...appendixOf(told, sheet, appendixHeading)],
        ...(context.nextDue === undefined || report.live ? {} : { nextDue: context.nextDue }),
      };
    },
  };
}
