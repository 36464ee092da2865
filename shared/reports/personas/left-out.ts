import type { Block } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { numberIn } from '../findings/judging.ts';
import { figuresOn } from './figures.ts';

/** What the group’s figures leave out between its businesses; nothing to say where nothing stands between them. */
export function leftOutBetween(sheet: FactSheet): readonly Block[] {
  const isThere = (id: string) => sheet.has(id) && (numberIn(sheet.get(id)) ?? 0) !== 0;
  if (!['charged-between', 'owed-between'].some(isThere)) return [];
  const at = figuresOn(sheet);
  return [
    {
      kind: 'paragraph',
      spans: [
        'Left out between the businesses, so that nothing counts twice: charged to each other in the period ',
        at('charged-between'),
        ', owed to each other at its end ',
        at('owed-between'),
        '.',
      ],
    },
  ];
}
