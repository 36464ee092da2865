import { textFigure } from '../../document/cells.ts';
import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';

const DAYS_AHEAD = 365;
const ROWS = 20;

/** Runtimes, certificates and domains that have ended or will within a year, by day. */
export function endingsSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const ending = sheet
    .subjects('ending')
    .filter(({ id }) => (numberIn(sheet.get('ends-in-days', id)) ?? 0) <= DAYS_AHEAD)
    .slice(0, ROWS);
  const nameOf = (entityId: string | undefined) => sheet.entities.find(({ id }) => id === entityId)?.name ?? '';
  const rows = ending.map(({ id, name, entityId }) => [
    at('ends-on', id),
    textFigure(name),
    at('ends-what', id),
    textFigure(nameOf(entityId)),
    at('ends-in-days', id),
  ]);
  const columns = ['Last day', 'Name', 'What', 'Entity'].map((heading) => ({ heading, align: 'left' as const }));
  return {
    id: 'endings',
    heading: 'What ends within a year',
    count: rows.length,
    blocks:
      rows.length === 0
        ? [{ kind: 'paragraph', spans: ['Next end of a runtime, in days: ', at('days-to-runtime-end'), '.'] }]
        : [
            {
              kind: 'table',
              caption: 'Runtimes, certificates and domains by day; below zero is past',
              columns: [...columns, { heading: 'Days left', align: 'right' }],
              rows,
            },
          ],
  };
}
