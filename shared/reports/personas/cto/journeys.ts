import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { withEntity } from './whose.ts';

const SHOWN = 12;

/** What visitors look for on the sites and do not find, worst first. */
export function journeysSection(sheet: FactSheet): Section | undefined {
  const at = figuresOn(sheet);
  const gaps = sheet.subjects('journey').slice(0, SHOWN);
  if (gaps.length === 0) return undefined;
  const items = gaps.map(({ id, name, entityId }): Span[] => [
    `${withEntity(sheet, name.charAt(0).toUpperCase() + name.slice(1), entityId)}; missing: `,
    at('journey-missing', id),
    '. Seen: ',
    at('journey-evidence', id),
    '. Impact: ',
    at('journey-impact', id),
    '; effort: ',
    at('journey-effort', id),
    '.',
  ]);
  return { id: 'journeys', heading: 'What visitors miss', count: items.length, blocks: [{ kind: 'list', items }] };
}
