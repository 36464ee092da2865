import { countFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
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

/** How each horizon is told; each holds what the one before does not. */
const HORIZONS: Readonly<Record<string, string>> = {
  late: 'Late',
  'within 30 days': 'Due within 30 days',
  'within 60 days': 'Due in 31 to 60 days',
  'within 90 days': 'Due in 61 to 90 days',
};
/** Lines of one horizon a reader can take in. */
const SHOWN = 10;

/** What is late, and what comes due within 30, 60 and 90 days. */
export function milestoneSection(sheet: FactSheet): Section {
  const all = sheet.subjects('marketing-milestone');
  const spans = ['late', 'within 30 days', 'within 60 days', 'within 90 days'].map((horizon) => ({
    horizon,
    due: all.filter((one) => wordAt(sheet, 'plan-horizon', one) === horizon),
  }));
  const told = spans.filter(({ due }) => due.length > 0);
  const blocks = told.flatMap(({ horizon, due }): Block[] => [
    horizonLine(horizon, due.length),
    { kind: 'list', items: due.slice(0, SHOWN).map((one) => milestoneLine(sheet, one)) },
  ]);
  const shown = told.reduce((sum, { due }) => sum + Math.min(SHOWN, due.length), 0);
  return listedSection(
    { id: 'milestones', heading: 'Milestones: late, and due in 30, 60 and 90 days' },
    shown,
    blocks,
    ['No dated work is recorded for the next 90 days.'],
  );
}

/** The span with how much falls due in it, and that only the first is told where it is more than a reader takes in. */
function horizonLine(horizon: string, count: number): Block {
  const name = `${HORIZONS[horizon] ?? horizon}: `;
  const rest: readonly Span[] = count > SHOWN ? ['; the first ', countFigure(SHOWN)] : [];
  return { kind: 'paragraph', spans: [name, countFigure(count), ...rest, '.'] };
}

function milestoneLine(sheet: FactSheet, { id, name }: Subject): readonly Span[] {
  const at = figuresOn(sheet);
  const owner = sheet.measuredOf('plan-owner', id);
  const isReader = owner.state !== 'unknown' && owner.value === 'CMO';
  return [`${name}. Due `, at('plan-due', id), ...(isReader ? [] : [', owner ', at('plan-owner', id)]), '.'];
}
