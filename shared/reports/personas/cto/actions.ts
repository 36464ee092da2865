import { textFigure } from '../../document/cells.ts';
import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { AgendaItem } from '../../findings/agenda.ts';
import { criticalItemsLeftOpen } from '../../findings/cto-rules/audit-rules.ts';
import type { Finding } from '../../findings/finding.ts';
import { unjudgedIn } from '../../findings/finding.ts';
import { actionSection } from '../actions.ts';
import { actionLine } from '../figures.ts';
import { namesFailing } from './whose.ts';

/** What to do, each with the resources it is about. */
export function actionsSection(sheet: FactSheet, agenda: readonly AgendaItem[]): Section {
  const actions = agenda.map((item) => ({ ...actionLine(item), because: aboutWhat(sheet, item) }));
  return actionSection(actions, 'Engineering actions');
}

/** What is wrong and, where a check found it, with what: a title alone sends nobody to the right place. */
function aboutWhat(sheet: FactSheet, { because, rule }: AgendaItem): string {
  const names = rule === undefined ? '' : namesFailing(sheet, rule.id);
  return names === '' ? because : `${because}: ${names}`;
}

/**
 * The findings without the one that repeats others: each critical item left open has an action of its own, which is due
 * as soon as the one left out.
 */
export function oncePerAct(findings: readonly Finding[]): readonly Finding[] {
  const { id, action } = criticalItemsLeftOpen;
  return findings
    .filter(({ rule }) => rule.id !== id)
    .map((finding) => {
      if (finding.state !== 'shortfall' || finding.severity !== 'critical') return finding;
      const dueDays = Math.min(finding.rule.action.dueDays, action.dueDays);
      return { ...finding, rule: { ...finding.rule, action: { ...finding.rule.action, dueDays } } };
    });
}

/** What could not be checked, by what to record to check it; no section when all was. */
export function unmadeSection(findings: readonly Finding[]): Section | undefined {
  const byRecord = new Map<string, number>();
  for (const { missing } of unjudgedIn(findings)) {
    for (const text of missing) byRecord.set(text, (byRecord.get(text) ?? 0) + 1);
  }
  const rows = [...byRecord]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([record, count]) => [textFigure(record), { cell: { kind: 'count' as const, value: count } }]);
  if (rows.length === 0) return undefined;
  const columns = [
    { heading: 'What to record', align: 'left' as const },
    { heading: 'Rules waiting', align: 'right' as const },
  ];
  return {
    id: 'unmade',
    heading: 'Could not be judged: what to record',
    count: rows.length,
    blocks: [{ kind: 'table', caption: 'Rules that none of the businesses could be held against', columns, rows }],
  };
}
