import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { stackId } from '../../facts/inventory/stack-subjects.ts';
import { figuresOn } from '../figures.ts';

/** What each entity runs, under which names, and how much of it is open to misuse. */
export function stackSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const recorded = sheet.entities.filter(({ id }) => sheet.has('stack-functions', stackId(id)));
  const silent = sheet.entities.filter((entity) => !recorded.includes(entity));
  const table: Block = {
    kind: 'table',
    caption: 'What runs, the security items open, and how old the inventory is',
    columns: [
      { heading: 'What', align: 'left' },
      ...recorded.map(({ name }) => ({ heading: name, align: 'right' as const })),
    ],
    rows: [
      ...['Functions', 'Tables', 'Buckets', 'Sites'].map((what) => [
        textFigure(what),
        ...recorded.map(({ id }) => at(`stack-${what.toLowerCase()}`, stackId(id))),
      ]),
      [textFigure('Critical security items'), ...recorded.map(({ id }) => at('open-items-critical', id))],
      [textFigure('High security items'), ...recorded.map(({ id }) => at('open-items-high', id))],
      [textFigure('Age of the inventory'), ...recorded.map(({ id }) => at('inventory-age', id))],
    ],
  };
  const domains = recorded.flatMap(({ id, name }, i): Span[] => [
    i === 0 ? 'Domains: ' : '; ',
    at('stack-domains', stackId(id)),
    sheet.entities.length > 1 ? ` (${name})` : '',
  ]);
  return {
    id: 'stack',
    heading: sheet.entities.length > 1 ? 'Stack by entity and domain' : 'Stack and domains',
    blocks: [
      ...(recorded.length === 0 ? [] : [table, { kind: 'paragraph' as const, spans: [...domains, '.'] }]),
      ...silent.map(
        ({ id, name }): Block => ({ kind: 'paragraph', spans: [`${name}: `, at('inventory-age', id), '.'] }),
      ),
    ],
  };
}
