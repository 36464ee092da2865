import type { Block, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { withEntity } from './whose.ts';

const SHOWN = 8;

/** What the newest inventories show that the ones before did not, and what is mended. */
export function changesSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  if (sheet.measuredOf('items-new').state === 'unknown') {
    return {
      id: 'changes',
      heading: 'Changes since the previous inventories',
      blocks: [{ kind: 'paragraph', spans: ['New: ', at('items-new'), '.'] }],
    };
  }
  const fresh = sheet.subjects('audit-item').filter(({ id }) => {
    const state = sheet.measuredOf('item-state', id);
    return state.state !== 'unknown' && state.value === 'new';
  });
  return {
    id: 'changes',
    heading: 'Changes since the previous inventories',
    blocks: [
      ...listed(sheet, [at('items-new'), ' new'], fresh, 'item-evidence'),
      ...listed(sheet, [at('items-fixed'), ' fixed'], sheet.subjects('fixed-item'), 'fixed-check'),
      { kind: 'paragraph', spans: [at('items-persisting'), ' open before and still open.'] },
    ],
  };
}

function listed(
  sheet: FactSheet,
  title: readonly Span[],
  subjects: readonly Subject[],
  fact: string,
): readonly Block[] {
  const at = figuresOn(sheet);
  const items = subjects
    .slice(0, SHOWN)
    .map(({ id, name, entityId }): Span[] => [`${withEntity(sheet, name, entityId)}: `, at(fact, id), '.']);
  if (items.length === 0) return [{ kind: 'paragraph', spans: [...title, '.'] }];
  const more = subjects.length > SHOWN ? ', of which the first are' : '';
  return [
    { kind: 'paragraph', spans: [...title, `${more}:`] },
    { kind: 'list', items },
  ];
}
