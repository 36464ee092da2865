import type { Section, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { ACCOUNTING_RULES } from '../findings/accounting-rules/accounting-rules.ts';
import { agendaOf } from '../findings/agenda.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { bySeverity } from '../findings/ranking.ts';
import { recognitionSection } from './accounting/deposits.ts';
import {
  agingSection,
  closeSection,
  form1099Section,
  heldSection,
  papersSection,
  taxSection,
} from './accounting/open-items.ts';
import { actionsSection, findingsSection, gapsSection, roadmapSection } from './accounting/outlook.ts';
import { balanceSheetSection, incomeSection, trialBalanceSection } from './accounting/statements.ts';
import { summarySection } from './accounting/summary.ts';
import { definitionLines, figuresOn, spansOf } from './figures.ts';
import type { ReportDefinition } from './report.ts';

const MOST_ACTIONS = 10;

/** Whether the month is closed and the books are right, and what is missing, for whoever keeps them. */
export const accountingReport: ReportDefinition = {
  id: 'accounting',
  slug: 'accounting-report',
  title: 'Accounting report',
  audience: 'Accounting',
  perCharter: 'executive',
  rules: ACCOUNTING_RULES,
  compose(sheet, findings, context) {
    const agenda = agendaOf(findings, sheet.today, context.blackoutDays).slice(0, MOST_ACTIONS);
    const sections = [
      summarySection(sheet),
      findingsSection(sheet, findings),
      actionsSection(agenda),
      closeSection(sheet),
      trialBalanceSection(sheet),
      incomeSection(sheet),
      balanceSheetSection(sheet),
      recognitionSection(sheet),
      taxSection(sheet),
      agingSection(sheet),
      heldSection(sheet),
      form1099Section(sheet),
      papersSection(sheet),
      gapsSection(sheet, findings),
      roadmapSection(sheet),
    ];
    return {
      schema: 1,
      report: 'accounting',
      slug: 'accounting-report',
      title: 'Accounting report',
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

/** The worst thing found, else how the books stand. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return [`${worst.rule.title}. `, ...spansOf(worst.gap, sheet)];
  return ['No shortfall found. Net income is ', figuresOn(sheet)('net-income'), '.'];
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
