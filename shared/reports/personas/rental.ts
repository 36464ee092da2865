import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { bySeverity } from '../findings/ranking.ts';
import { RENTAL_RULES } from '../findings/rental-rules/rental-rules.ts';
import { actionSection, foremost } from './actions.ts';
import { riskSection } from './cfo/risks.ts';
import { actionLine, figuresOn } from './figures.ts';
import { headlineOf, nothingFound } from './headline.ts';
import { incomeSection, yieldSection } from './rental/earning.ts';
import { calendarSection, occupancySection, propertySection, rentSection } from './rental/letting.ts';
import { summarySection } from './rental/summary.ts';
import { maintenanceSection } from './rental/upkeep.ts';
import { recordsToBring } from './to-record.ts';
import { writtenReport } from './written-report.ts';

/** How full the rented property is, what it earns and yields, and what its papers and tenants ask for next. */
export const rentalAudit = writtenReport({
  id: 'rental',
  slug: '3028-51st-st-rental-audit',
  title: '3028 51st Street rental audit',
  audience: 'Owner',
  perCharter: 'never',
  kinds: ['rental'],
  rules: RENTAL_RULES,
  headline,
  sections(sheet, findings, context) {
    const body = [
      propertySection(sheet),
      rentSection(sheet),
      occupancySection(sheet),
      incomeSection(sheet),
      maintenanceSection(sheet),
      yieldSection(sheet),
      calendarSection(sheet),
    ];
    const filling = { toRecord: recordsToBring(body, sheet), ownerRole: 'Property' };
    const agenda = foremost(agendaOf(findings, sheet.today, context.blackoutDays, filling));
    const shortfalls = { ...riskSection(sheet, findings), id: 'shortfalls', heading: 'Shortfalls' };
    return [summarySection(sheet, agenda), shortfalls, actionSection(agenda.map(actionLine)), ...body];
  },
});

/** The worst shortfall, else what the property yields. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  const at = figuresOn(sheet);
  const nothing = nothingFound('shortfall', findings);
  if (sheet.measuredOf('rental-net-yield').state === 'unknown') return [nothing];
  return [`${nothing} Net yield: `, at('rental-net-yield'), '; occupancy: ', at('rental-occupancy'), '.'];
}
