import type { Section, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CTO_RULES } from '../findings/cto-rules/cto-rules.ts';
import { numberIn } from '../findings/judging.ts';
import { actionsSection, oncePerGap, unmadeSection } from './cto/actions.ts';
import { changesSection } from './cto/changes.ts';
import { costSection } from './cto/cost.ts';
import { endingsSection } from './cto/endings.ts';
import { findingsSection, lesserSection, secretsSection } from './cto/findings.ts';
import { journeysSection } from './cto/journeys.ts';
import { maturitySection } from './cto/maturity.ts';
import { scoreCardSection } from './cto/score-card.ts';
import { stackSection } from './cto/stack.ts';
import { definitionLines, figuresOn } from './figures.ts';
import type { ReportDefinition } from './report.ts';

/** How the stack stands, what is open to misuse, what it costs and what to mend first, for the person who answers for it. */
export const ctoReport: ReportDefinition = {
  id: 'cto',
  slug: 'cto-report',
  title: 'CTO report',
  audience: 'CTO',
  perCharter: 'executive',
  rules: CTO_RULES,
  compose(sheet, findings, context) {
    const agenda = agendaOf(oncePerGap(findings), sheet.today, context.blackoutDays);
    const sections = [
      scoreCardSection(sheet),
      stackSection(sheet),
      findingsSection(sheet, findings),
      lesserSection(sheet, findings),
      secretsSection(sheet),
      costSection(sheet, findings),
      journeysSection(sheet),
      maturitySection(sheet),
      endingsSection(sheet),
      actionsSection(agenda),
      changesSection(sheet),
      unmadeSection(findings),
    ].filter((section) => section !== undefined);
    return {
      schema: 1,
      report: 'cto',
      slug: 'cto-report',
      title: 'CTO report',
      scope: { ...context.scope, entityIds: sheet.entityIds },
      period: sheet.period,
      asOf: sheet.takenAt,
      zone: sheet.zone,
      headline: headline(sheet),
      sections: [...sections, appendix(sections, sheet)],
      ...(context.nextDue === undefined ? {} : { nextDue: context.nextDue }),
    };
  },
};

/** What is critical, and whether the audit can be relied on: stale or incomplete is never clean. */
function headline(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const critical = numberIn(sheet.get('open-items-critical'));
  const state = sheet.measuredOf('audit-state');
  if (state.state === 'unknown') return ['Nobody has recorded what the company runs: no check could be made.'];
  const reliability: Span[] = state.value === 'current' ? [] : [' The audit is ', at('audit-state'), '.'];
  if (critical === undefined || critical === 0) {
    return [
      critical === 0 ? 'No critical security item is open.' : 'No critical security item was found so far.',
      ...reliability,
    ];
  }
  return [
    'Critical security items open: ',
    at('open-items-critical'),
    '; the oldest, in days: ',
    at('oldest-critical-age'),
    '.',
    ...reliability,
  ];
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
