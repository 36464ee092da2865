import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { AgendaItem } from '../../findings/agenda.ts';
import type { Finding } from '../../findings/finding.ts';
import { shortfallsIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { actionLine, figure } from '../figures.ts';

/** What to do in the next thirty days, who does it, and by when. */
export function agendaSection(agenda: readonly AgendaItem[]): Section {
  return {
    id: 'agenda',
    heading: '30-day agenda',
    count: agenda.length,
    blocks:
      agenda.length === 0
        ? [{ kind: 'paragraph', spans: ['Nothing to do that these figures ask for.'] }]
        : [{ kind: 'actions', actions: agenda.map(actionLine) }],
  };
}

/** What nobody but the reader can decide, with what it is worth and the day by which the agenda needs it. */
export function decisionsSection(
  sheet: FactSheet,
  findings: readonly Finding[],
  agenda: readonly AgendaItem[],
): Section {
  const items = bySeverity(shortfallsIn(findings)).flatMap((finding): Span[][] => {
    const { decision, id } = finding.rule;
    if (decision === undefined) return [];
    const due = agenda.find((item) => item.rule?.id === id)?.dueOn;
    const worth: Span[] = finding.impactCents ? ['; at stake: ', figure(finding.impactCents, sheet.zone)] : [];
    const by: Span[] = due === undefined ? [] : ['; needed by ', { cell: { kind: 'day', value: due } }];
    return [[decision, ...worth, ...by, '.']];
  });
  return {
    id: 'decisions',
    heading: 'Decisions needed',
    count: items.length,
    blocks:
      items.length === 0 ? [{ kind: 'paragraph', spans: ['No decision waits for you.'] }] : [{ kind: 'list', items }],
  };
}
