import type { Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { agendaOf } from '../findings/agenda.ts';
import { CTO_RULES } from '../findings/cto-rules/cto-rules.ts';
import { numberIn } from '../findings/judging.ts';
import { foremost } from './actions.ts';
import { actionsSection, oncePerAct, unmadeSection } from './cto/actions.ts';
import { changesSection } from './cto/changes.ts';
import { costSection } from './cto/cost.ts';
import { endingsSection } from './cto/endings.ts';
import { findingsSection, lesserSection, secretsSection } from './cto/findings.ts';
import { journeysSection } from './cto/journeys.ts';
import { maturitySection } from './cto/maturity.ts';
import { scoreCardSection } from './cto/score-card.ts';
import { stackSection } from './cto/stack.ts';
import { figuresOn } from './figures.ts';
import { writtenReport } from './written-report.ts';

/** How the stack stands, what is open to misuse, what it costs and what to mend first, for the person who answers for it. */
export const ctoReport = writtenReport({
  id: 'cto',
  slug: 'cto-report',
  title: 'CTO report',
  audience: 'CTO',
  perCharter: 'executive',
  rules: CTO_RULES,
  headline,
  sections(sheet, findings, context) {
    const agenda = foremost(agendaOf(oncePerAct(findings), sheet.today, context.blackoutDays));
    return [
      scoreCardSection(sheet),
      stackSection(sheet),
      findingsSection(sheet, findings),
      lesserSection(sheet, findings),
      secretsSection(sheet),
      costSection(sheet, findings),
      journeysSection(sheet),
      maturitySection(sheet),
      endingsSection(sheet),
      actionsSection(sheet, agenda),
      changesSection(sheet),
      unmadeSection(findings),
    ];
  },
});

/** What is critical and whether the audit can be relied on, in one sentence: stale or incomplete is never clean. */
function headline(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const critical = numberIn(sheet.get('open-items-critical'));
  if (sheet.measuredOf('audit-state').state === 'unknown') {
    return ['Nobody has recorded what the company runs: no check could be made.'];
  }
  if (critical === undefined) return ['No critical security item was found so far', ...reliability(sheet), '.'];
  if (critical === 0) return ['No critical security item is open', ...reliability(sheet), '.'];
  const open = critical === 1 ? ' critical security item is open, for ' : ' critical security items are open, one for ';
  return [at('open-items-critical'), open, at('oldest-critical-age'), ...reliability(sheet), '.'];
}

/** What the audit lacks, as the end of a sentence; nothing where it is current. */
function reliability(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const state = sheet.measuredOf('audit-state');
  if (state.state === 'unknown' || state.value === 'current') return [];
  if (state.value === 'incomplete') return ['; ', at('checks-unknown'), ' checks could not be made'];
  return ['; the audit is ', at('audit-state'), ': an inventory is ', at('inventory-age'), ' old'];
}
