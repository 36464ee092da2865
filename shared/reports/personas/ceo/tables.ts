import { textFigure } from '../../document/cells.ts';
import type { Block } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** Figures of the group under their titles; nothing when none of them applies here. */
export function figureTable(sheet: FactSheet, caption: string, ids: readonly string[]): readonly Block[] {
  const at = figuresOn(sheet);
  const rows = ids.filter((id) => sheet.has(id)).map((id) => [textFigure(sheet.get(id).meaning.title), at(id)]);
  if (rows.length === 0) return [];
  const columns = [
    { heading: 'Figure', align: 'left' as const },
    { heading: 'Value', align: 'right' as const },
  ];
  return [{ kind: 'table', caption, columns, rows }];
}

/** Figures by entity with those of all together below; entities to which none applies are left out. */
export function entityTable(
  sheet: FactSheet,
  caption: string,
  columns: readonly (readonly [fact: string, heading: string])[],
): readonly Block[] {
  const at = figuresOn(sheet);
  const ids = columns.map(([id]) => id);
  const entities = sheet.entities.filter((entity) => ids.some((id) => sheet.has(id, entity.id)));
  if (entities.length === 0) return [];
  const rows = entities.map((entity) => [
    textFigure(entity.name),
    ...ids.map((id) => (sheet.has(id, entity.id) ? at(id, entity.id) : NOT_APPLICABLE)),
  ]);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'Entity', align: 'left' },
        ...columns.map(([, heading]) => ({ heading, align: 'right' as const })),
      ],
      rows,
      ...(entities.length > 1 ? { totals: [textFigure('Together'), ...ids.map((id) => at(id))] } : {}),
    },
  ];
}
