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
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const table: Block = {
    kind: 'table',
    caption: 'What each entity runs, and its open security items',
    columns: [
      { heading: 'Entity', align: 'left' },
      right('Functions'),
      right('Tables'),
      right('Buckets'),
      right('Sites'),
      right('Critical'),
      right('High'),
      right('Inventory, days old'),
    ],
    rows: recorded.map(({ id, name }) => [
      textFigure(name),
      ...['functions', 'tables', 'buckets', 'sites'].map((what) => at(`stack-${what}`, stackId(id))),
      at('open-items-critical', id),
      at('open-items-high', id),
      at('inventory-age', id),
    ]),
  };
  const domains = recorded.map(({ id, name }): Span[] => [`${name}: `, at('stack-domains', stackId(id)), '.']);
  return {
    id: 'stack',
    heading: 'Stack by entity and domain',
    blocks: [
      ...(recorded.length === 0 ? [] : [table, { kind: 'list' as const, items: domains }]),
      ...silent.map(
        ({ id, name }): Block => ({ kind: 'paragraph', spans: [`${name}: `, at('inventory-age', id), '.'] }),
      ),
    ],
  };
}
