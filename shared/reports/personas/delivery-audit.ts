import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { DELIVERY_RULES } from '../findings/delivery-rules/delivery-rules.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
import { bySeverity } from '../findings/ranking.ts';
import { findingsSection, gapsSection } from './accounting/outlook.ts';
import { actionSection, foremost } from './actions.ts';
import { boardSection, entitlementSection, unbilledSection } from './delivery/billing.ts';
import { cashSection, crewSection, leakageSection, marginSection } from './delivery/money.ts';
import { summarySection } from './delivery/summary.ts';
import { actionLine, figuresOn } from './figures.ts';
import { writtenReport } from './written-report.ts';

/** Whether everything the deliveries earned was asked for and paid, and what each of them left, for their owner. */
export const deliveryAudit = writtenReport({
  id: 'delivery-audit',
  slug: 'expert-yacht-delivery-audit',
  title: 'Expert Yacht Delivery audit',
  audience: 'Owner',
  perCharter: 'never',
  kinds: ['delivery'],
  rules: DELIVERY_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = foremost(agendaOf(findings, sheet.today, context.blackoutDays));
    return [
      summarySection(sheet),
      findingsSection(sheet, findings),
      actionSection(agenda.map(actionLine)),
      boardSection(sheet),
      entitlementSection(sheet),
      unbilledSection(sheet),
      marginSection(sheet),
      cashSection(sheet),
      crewSection(sheet),
      leakageSection(sheet),
      gapsSection(findings),
    ];
  },
});

/** What is earned and not asked for, in one sentence. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const at = figuresOn(sheet);
  const due = numberIn(sheet.get('delivery-gap-due'));
  if (due === undefined) return ['No delivery job could be read: nothing was audited.'];
  if (due > 0) {
    return [
      at('delivery-gap-due'),
      ' that could be billed today is on no invoice; another ',
      at('delivery-gap-in-progress'),
      ' is work still in progress.',
    ];
  }
  const [worst] = bySeverity(shortfallsIn(findings));
  return worst ? [`${worst.rule.title}.`] : ['All that could be billed is billed: ', at('delivery-billed'), '.'];
}
