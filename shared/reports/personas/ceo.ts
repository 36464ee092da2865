import type { Section, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CEO_RULES } from '../findings/ceo-rules/ceo-rules.ts';
import { sideOfTarget } from '../findings/direction.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
import { bySeverity } from '../findings/ranking.ts';
import { agendaSection, decisionsSection } from './ceo/agenda.ts';
import { assetSection } from './ceo/assets.ts';
import { beliefSection } from './ceo/beliefs.ts';
import { missingSection } from './ceo/missing.ts';
import { peopleSection } from './ceo/people.ts';
import { pipelineSection } from './ceo/pipeline.ts';
import { revenueSection } from './ceo/revenue.ts';
import { shortfallSection } from './ceo/shortfalls.ts';
import { summarySection } from './ceo/summary.ts';
import { definitionLines, figuresOn } from './figures.ts';
import { headlineOf } from './headline.ts';
import type { ReportDefinition } from './report.ts';

/** How the company stands and what to do about it, for the person who decides. */
export const ceoReport: ReportDefinition = {
  id: 'ceo',
  slug: 'ceo-report',
  title: 'CEO report',
  audience: 'CEO',
  perCharter: 'executive',
  rules: CEO_RULES,
  compose(sheet, findings, context) {
    const agenda = agendaOf(findings, sheet.today, context.blackoutDays);
    const sections = [
      summarySection(sheet, context.previous),
      assetSection(sheet),
      revenueSection(sheet),
      pipelineSection(sheet),
      peopleSection(sheet),
      shortfallSection(sheet, findings),
      ...beliefSection(sheet, findings),
      missingSection(sheet),
      agendaSection(agenda),
      decisionsSection(sheet, findings, agenda),
    ];
    return {
      schema: 1,
      report: 'ceo',
      slug: 'ceo-report',
      title: 'CEO report',
      scope: { ...context.scope, entityIds: sheet.entityIds },
      period: sheet.period,
      asOf: sheet.takenAt,
      zone: sheet.zone,
      headline: headline(sheet, findings),
      sections: [...sections, appendix(sections, sheet)],
      ...(context.nextDue === undefined ? {} : { nextDue: context.nextDue }),
    };
  },
};

/** The one thing that matters most: the worst shortfall, else how revenue stands. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  const at = figuresOn(sheet);
  const gap = numberIn(sheet.get('revenue-gap-to-date'));
  if (gap === undefined) return ['No shortfall found. Revenue is ', at('recognised-revenue'), '.'];
  return ['No shortfall found. Revenue is ', at('recognised-revenue'), `, ${sideOfTarget(gap)} to date.`];
}

function appendix(sections: readonly Section[], sheet: FactSheet): Section {
  const definitions = definitionLines(sections, sheet);
  return {
    id: 'definitions',
    heading: 'Appendix: definitions and sources',
    count: definitions.length,
    blocks: [{ kind: 'definitions', definitions }],
  };
}
