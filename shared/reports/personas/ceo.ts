import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CEO_RULES } from '../findings/ceo-rules/ceo-rules.ts';
import { sideOfTarget } from '../findings/direction.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
import { promisedIn } from '../findings/promised.ts';
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
import { figuresOn } from './figures.ts';
import { headlineOf, nothingFound } from './headline.ts';
import { writtenReport } from './written-report.ts';

/** How the company stands and what to do about it, for the person who decides. */
export const ceoReport = writtenReport({
  id: 'ceo',
  slug: 'ceo-report',
  title: 'CEO report',
  audience: 'CEO',
  perCharter: 'executive',
  rules: CEO_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = agendaOf(findings, sheet.today, context.blackoutDays, undefined, promisedIn(sheet));
    return [
      summarySection(sheet, context.previous),
      assetSection(sheet),
      revenueSection(sheet),
      pipelineSection(sheet),
      peopleSection(sheet),
      shortfallSection(sheet, findings),
      ...beliefSection(sheet, findings),
      missingSection(sheet),
      agendaSection(agenda, sheet),
      decisionsSection(sheet, findings, agenda),
    ];
  },
});

/** The one thing that matters most: the worst shortfall, else how revenue stands. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  const at = figuresOn(sheet);
  const gap = numberIn(sheet.get('revenue-gap-to-date'));
  if (gap === undefined) return [nothingFound('shortfall', findings), ' Revenue is ', at('recognised-revenue'), '.'];
  const revenue = [' Revenue is ', at('recognised-revenue'), `, ${sideOfTarget(gap)} to date.`];
  return [nothingFound('shortfall', findings), ...revenue];
}
