import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { AgendaItem } from '../../findings/agenda.ts';
import type { Finding, Shortfall } from '../../findings/finding.ts';
import { shortfallsIn } from '../../findings/finding.ts';
import { bySeverity } from '../../findings/ranking.ts';
import { actionLine, figure, figuresOn } from '../figures.ts';

/** What to do in the next thirty days, who does it, and by when. */
export function agendaSection(agenda: readonly AgendaItem[], sheet: FactSheet): Section {
  return {
    id: 'agenda',
    heading: '30-day agenda',
    count: agenda.length,
    blocks:
      agenda.length === 0
        ? [{ kind: 'paragraph', spans: ['Nothing to do that these figures ask for.'] }]
        : [RANKED, { kind: 'actions', actions: agenda.map(actionLine) }, ...promises(agenda, sheet)],
  };
}

/** What the promises among them are worth, as somebody put it: they are ranked by nothing firmer. */
function promises(agenda: readonly AgendaItem[], sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const items = agenda.flatMap(({ promise, title }): Span[][] =>
    promise === undefined ? [] : [[`${title}: worth `, at('promised-impact', promise.id), '.']],
  );
  if (items.length === 0) return [];
  const spans = ['Promised on record, and ranked by the effort and impact entered with them:'];
  return [
    { kind: 'paragraph', spans },
    { kind: 'list', items },
  ];
}

/** Why the first is first: the days alone would give another order. */
const RANKED: Block = {
  kind: 'paragraph',
  spans: ['What matters most for the least work comes first; each line says by when.'],
};

/** What nobody but the reader can decide, the most pressing first, with what it is worth and the day it is needed by. */
export function decisionsSection(
  sheet: FactSheet,
  findings: readonly Finding[],
  agenda: readonly AgendaItem[],
): Section {
  const dueOf = ({ rule }: Shortfall) => agenda.find((item) => item.rule?.id === rule.id)?.dueOn;
  const short = bySeverity(shortfallsIn(findings));
  const pressing = [...short].sort((a, b) => compared(dueOf(a) ?? LATER, dueOf(b) ?? LATER));
  const items = pressing.flatMap((finding): Span[][] => {
    const { decision } = finding.rule;
    if (decision === undefined) return [];
    const due = dueOf(finding);
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

/** After every day there is. */
const LATER = '9999-12-31';

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
