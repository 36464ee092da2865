import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { listedSection, nothingKnown, subjectTable, wordAt } from './subject-table.ts';

/** How far each business is with being found near by. */
export function searchSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const phases = sheet.subjects('search-phase');
  const table = subjectTable(sheet, 'Tasks by business and phase', 'Phase', phases, [
    { fact: 'search-phase-done', heading: 'Done' },
    { fact: 'search-phase-open', heading: 'Open' },
    { fact: 'search-phase-late', heading: 'Late' },
    { fact: 'search-phase-hours', heading: 'Hours left' },
  ]);
  const names = [...new Set(phases.map(({ entityId }) => sheet.entities.find(({ id }) => id === entityId)?.name))];
  const whose = names.filter((name) => name !== undefined).join(', ');
  const note = {
    kind: 'paragraph' as const,
    spans: [
      'Done ',
      at('seo-tasks-done'),
      ', open ',
      at('seo-tasks-open'),
      ', of which late ',
      at('seo-tasks-late'),
      '. Search takes 6 to 12 months to pay; judge it by booked jobs.',
    ],
  };
  return listedSection(
    { id: 'search', heading: whose === '' ? 'Local search roadmap' : `Local search roadmap: ${whose}` },
    phases.length,
    table.length === 0 ? [] : [...table, note],
    nothingKnown(sheet, 'seo-tasks-open', 'No local search task is recorded.'),
  );
}

/** Lines of one horizon a reader can take in. */
const SHOWN = 12;

/** What is late, and what comes due within 30, 60 and 90 days. */
export function milestoneSection(sheet: FactSheet): Section {
  const all = sheet.subjects('marketing-milestone');
  const blocks: Block[] = ['late', 'within 30 days', 'within 60 days', 'within 90 days'].flatMap((horizon) => {
    const due = all.filter((one) => wordAt(sheet, 'plan-horizon', one) === horizon).slice(0, SHOWN);
    const caption = `${horizon.charAt(0).toUpperCase()}${horizon.slice(1)}`;
    return subjectTable(sheet, caption, 'What', due, [
      { fact: 'plan-due', heading: 'Due', words: true },
      { fact: 'plan-owner', heading: 'Owner', words: true },
    ]);
  });
  const shown = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  if (shown < all.length) {
    blocks.push({ kind: 'paragraph', spans: ['Of each span the first dozen is shown; more is recorded.'] });
  }
  return listedSection({ id: 'milestones', heading: '30, 60 and 90 days' }, shown, blocks, [
    'No dated work is recorded for the next 90 days.',
  ]);
}
