import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';

const SHOWN = 12;

/** What visitors look for on the sites and do not find, worst first. */
export function journeysSection(sheet: FactSheet): Section | undefined {
  const at = figuresOn(sheet);
  const gaps = sheet.subjects('journey').slice(0, SHOWN);
  if (gaps.length === 0) return undefined;
  const nameOf = (entityId: string | undefined) => sheet.entities.find(({ id }) => id === entityId)?.name ?? '';
  const items = gaps.map(({ id, name, entityId }): Span[] => [
    `${nameOf(entityId)}, ${name}: `,
    at('journey-missing', id),
    '. Evidence: ',
    at('journey-evidence', id),
    '. Impact ',
    at('journey-impact', id),
    ', effort ',
    at('journey-effort', id),
    '.',
  ]);
  return { id: 'journeys', heading: 'What visitors miss', count: items.length, blocks: [{ kind: 'list', items }] };
}
