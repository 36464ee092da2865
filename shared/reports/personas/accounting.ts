import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { ACCOUNTING_RULES } from '../findings/accounting-rules/accounting-rules.ts';
import { agendaOf } from '../findings/agenda.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { numberIn } from '../findings/judging.ts';
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
import { findingsSection, gapsSection, roadmapSection } from './accounting/outlook.ts';
import { balanceSheetSection, incomeSection, trialBalanceSection } from './accounting/statements.ts';
import { summarySection } from './accounting/summary.ts';
import { actionSection, foremost } from './actions.ts';
import { actionLine, figuresOn } from './figures.ts';
import { headlineOf } from './headline.ts';
import { writtenReport } from './written-report.ts';

/** Whether the month is closed and the books are right, and what is missing, for whoever keeps them. */
export const accountingReport = writtenReport({
  id: 'accounting',
  slug: 'accounting-report',
  title: 'Accounting report',
  audience: 'Accounting',
  perCharter: 'executive',
  rules: ACCOUNTING_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = foremost(agendaOf(findings, sheet.today, context.blackoutDays));
    return [
      summarySection(sheet),
      findingsSection(sheet, findings),
      actionSection(agenda.map(actionLine)),
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
      gapsSection(findings),
      roadmapSection(sheet),
    ];
  },
});

/** Whether the books can be relied on, in one sentence: they balance, the month is closed, every business keeps them. */
function headline(sheet: FactSheet, findings: readonly Finding[]): readonly Span[] {
  const at = figuresOn(sheet);
  const off = numberIn(sheet.get('trial-balance-difference'));
  if (off !== undefined && off !== 0) {
    return ['Debits and credits differ by ', at('trial-balance-difference'), ': no statement can be relied on.'];
  }
  const status = sheet.measuredOf('last-month-status');
  const isOpen = status.state !== 'unknown' && status.value !== 'closed';
  if (off === 0 && isOpen) {
    return [
      'The last full month is not closed ',
      at('unclosed-days'),
      ' after it ended; the books balance',
      ...withoutBooks(sheet),
      '.',
    ];
  }
  const [worst] = bySeverity(shortfallsIn(findings));
  if (worst) return headlineOf(worst, sheet);
  return ['No shortfall found; net income is ', at('net-income'), '.'];
}

/** Which businesses keep no books, as the end of a sentence; nothing where all do. */
function withoutBooks(sheet: FactSheet): readonly Span[] {
  const silent = sheet.entities.filter(({ id }) => numberIn(sheet.get('untracked-entities', id)) === 1);
  if (silent.length === 0) return [];
  if (sheet.entities.length === 1) return ['; nothing was booked in that month'];
  const names = silent.map(({ name }) => name).join(', ');
  if (silent.length === 1) return [`; one business (${names}) keeps no books`];
  return ['; ', figuresOn(sheet)('untracked-entities'), ` businesses (${names}) keep no books`];
}
