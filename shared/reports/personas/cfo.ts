import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CFO_RULES } from '../findings/cfo-rules/cfo-rules.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { bySeverity } from '../findings/ranking.ts';
import { burnSection, cashSection, weeksSection } from './cfo/cash.ts';
import { breakEvenSection, capitalSection, channelSection, receiptSection, targetSection } from './cfo/earning.ts';
import { actionSection, riskSection } from './cfo/risks.ts';
import { shownFact } from './cfo/shown.ts';
import { summarySection } from './cfo/summary.ts';
import { figure } from './figures.ts';
import { headlineOf, nothingFound } from './headline.ts';
import { recordsToBring } from './to-record.ts';
import { writtenReport } from './written-report.ts';

/** How long the money lasts, whether the boats pay for themselves, and what to do first. */
export const cfoReport = writtenReport({
  id: 'cfo',
  slug: 'cfo-report',
  title: 'CFO report',
  audience: 'CFO',
  perCharter: 'executive',
  rules: CFO_RULES,
  headline,
  sections(sheet, findings, context) {
    const body = [
      cashSection(sheet),
      burnSection(sheet),
      breakEvenSection(sheet),
      capitalSection(sheet),
      targetSection(sheet),
      channelSection(sheet),
      weeksSection(sheet),
      receiptSection(sheet),
    ];
    const agenda = agendaOf(findings, sheet.today, context.blackoutDays, {
      toRecord: recordsToBring(body, sheet),
      ownerRole: 'CFO',
    });
    return [summarySection(sheet, agenda), riskSection(sheet, findings), actionSection(agenda), ...body];
  },
});

/** The worst shortfall, else how long the money lasts. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  return [
    nothingFound('risk', findings),
    ' Unrestricted cash: ',
    figure(shownFact(sheet, 'unrestricted-cash'), sheet.zone),
    '; runway: ',
    figure(shownFact(sheet, 'runway'), sheet.zone),
    '.',
  ];
}
