import type { ActionLine, Section } from '../document/report-document.ts';
import type { AgendaItem } from '../findings/agenda.ts';
import { byDay } from '../findings/agenda.ts';

/** More than ten actions at once are none. */
const MOST = 10;

/** The ten actions that matter most, in the order of the days they are due. */
export function foremost(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return byDay(agenda.slice(0, MOST));
}

/** What to do next: each by one person and one day. */
export function actionSection(actions: readonly ActionLine[], what = 'Actions'): Section {
  return {
    id: 'actions',
    heading: `${what}, the first due first`,
    count: actions.length,
    blocks:
      actions.length === 0
        ? [{ kind: 'paragraph', spans: ['Nothing to do that these figures ask for.'] }]
        : [{ kind: 'actions', actions }],
  };
}
