import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CMO_RULES } from '../findings/cmo-rules/cmo-rules.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { bySeverity } from '../findings/ranking.ts';
import { campaignReturnSection, campaignSection, listSection } from './cmo/campaigns.ts';
import { economicsSection, funnelSection } from './cmo/channels.ts';
import { actionSection, findingSection } from './cmo/findings.ts';
import { freshnessSection, reviewSection } from './cmo/pages.ts';
import { milestoneSection, searchSection } from './cmo/plan.ts';
import { summarySection } from './cmo/summary.ts';
import { sequenceSection, visibilitySection } from './cmo/visibility.ts';
import { headlineOf, nothingFound } from './headline.ts';
import { writtenReport } from './written-report.ts';

/** More than ten actions at once are none. */
const ACTIONS = 10;

/** Where bookings come from, what one costs and what is blocked, for the person who brings in guests. */
export const cmoReport = writtenReport({
  id: 'cmo',
  slug: 'cmo-report',
  title: 'CMO report',
  audience: 'CMO',
  perCharter: 'executive',
  rules: CMO_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = agendaOf(findings, sheet.today, context.blackoutDays).slice(0, ACTIONS);
    return [
      summarySection(sheet),
      findingSection(sheet, findings),
      actionSection(agenda),
      visibilitySection(sheet),
      funnelSection(sheet),
      economicsSection(sheet),
      campaignSection(sheet),
      campaignReturnSection(sheet),
      sequenceSection(sheet),
      searchSection(sheet),
      listSection(sheet),
      reviewSection(sheet),
      freshnessSection(sheet),
      milestoneSection(sheet),
    ];
  },
});

/** The worst shortfall; else that there is none. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  return worst === undefined ? [nothingFound('shortfall', findings)] : headlineOf(worst, sheet);
}
