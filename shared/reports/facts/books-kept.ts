import type { Measured } from '../../kernel/measured.ts';
import { measured } from '../../kernel/measured.ts';
import type { FactDefinition, FactMeaning } from './fact.ts';
import { booksBasis, unreadable } from './readings.ts';
import type { FactView } from './view.ts';
import { isExpected } from './view.ts';

function untracked(view: FactView): Measured<number> {
  if (view.balances.state === 'unreadable') return unreadable('journal entries', view.balances.because);
  const month = view.lastFullMonth;
  const silent = view.entityIds.filter((id) => isExpected(view, id, month) && !view.books.hasEntries(id, month));
  return measured(silent.length, booksBasis(view, [month]));
}

export const BOOK_FACTS: readonly FactDefinition[] = [
  {
    id: 'untracked-entities',
    title: 'Businesses without entries last month',
    unit: 'count',
    perEntity: true,
    definition: 'Businesses in operation that have not one journal entry in the last full month.',
    formula: 'number of active entities without entries',
    source: 'policy default',
    needs: ['balances', 'entity'],
    compute: untracked,
  },
];

/** The count of figures the sheet could not compute; filled in by the sheet itself, last. */
export const MISSING_KPIS: FactMeaning = {
  id: 'missing-kpis',
  title: 'Figures not known',
  unit: 'count',
  definition: 'Figures of the registry that cannot be computed because something was not recorded or not readable.',
  formula: 'number of figures of this report’s scope that are unknown',
  source: 'computed from the registry of figures',
  needs: ['facts'],
};
