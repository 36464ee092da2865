import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { PORTFOLIO_RULES } from '../findings/portfolio-rules/portfolio-rules.ts';
import { bySeverity } from '../findings/ranking.ts';
import { findingsSection, gapsSection } from './accounting/outlook.ts';
import { actionSection, foremost } from './actions.ts';
import { actionLine, figuresOn } from './figures.ts';
import { headlineOf } from './headline.ts';
import {
  clientsSection,
  concentrationSection,
  expiriesSection,
  passThroughSection,
  profitSection,
  reconciliationSection,
  summarySection,
  unbilledSection,
} from './portfolio/clients.ts';
import { writtenReport } from './written-report.ts';

/** From contract to payment, client by client, for whoever owns the agency. */
export const portfolioAudit = writtenReport({
  id: 'portfolio',
  slug: 'dangerouscentaur-portfolio-audit',
  title: 'DangerousCentaur client portfolio',
  audience: 'Owner',
  perCharter: 'never',
  kinds: ['agency'],
  rules: PORTFOLIO_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = foremost(agendaOf(findings, sheet.today, context.blackoutDays));
    return [
      summarySection(sheet),
      findingsSection(sheet, findings),
      actionSection(agenda.map(actionLine)),
      clientsSection(sheet),
      reconciliationSection(sheet),
      unbilledSection(sheet),
      passThroughSection(sheet),
      concentrationSection(sheet),
      expiriesSection(sheet),
      profitSection(sheet),
      gapsSection(findings),
    ];
  },
});

/** The worst of it, or that nothing is wrong. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  return ['No shortfall found; unbilled work is ', figuresOn(sheet)('unbilled-work'), '.'];
}
