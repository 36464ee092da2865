import type { Measured } from '../../../kernel/measured.ts';
import { mapped } from '../../../kernel/measured.ts';
import type { SeoTask } from '../../../records/seo-task.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { among } from './windows.ts';

const isOpen = ({ status }: SeoTask) => status === 'open' || status === 'in_progress';
const isDone = ({ status }: SeoTask) => status === 'done';
const isLate = (view: FactView) => (task: SeoTask) => isOpen(task) && task.dueOn < view.today;

function count(view: FactView, which: (task: SeoTask) => boolean): Measured<number> {
  return mapped(among(recordsOf(view, 'seo-task'), which), (tasks) => tasks.length);
}

const search = { unit: 'count', owner: 'CMO', perEntity: true, needs: ['seo-task'], source: 'policy default' } as const;

export const SEARCH_FACTS: readonly FactDefinition[] = [
  {
    ...search,
    id: 'seo-tasks-done',
    title: 'Local search tasks done',
    definition: 'Tasks of the local search plan that are done, as of now.',
    formula: 'number of tasks done',
    compute: (view) => count(view, isDone),
  },
  {
    ...search,
    id: 'seo-tasks-open',
    title: 'Local search tasks open',
    definition: 'Tasks of the local search plan still to do, late ones included, as of now.',
    formula: 'number of tasks open or in progress',
    compute: (view) => count(view, isOpen),
  },
  {
    ...search,
    id: 'seo-tasks-late',
    title: 'Local search tasks late',
    definition: 'Tasks of the local search plan still to do although their day has passed.',
    formula: 'number of tasks open or in progress, due before today',
    compute: (view) => count(view, isLate(view)),
  },
];

/** The local search plan by business and phase. */
export const SEARCH_SUBJECTS: SubjectFacts = {
  kind: 'search-phase',
  meanings: (
    [
      ['done', 'Tasks of the phase done', 'Tasks of the phase that are done.', 'number of tasks done'],
      [
        'open',
        'Tasks of the phase open',
        'Tasks of the phase still to do, late ones included.',
        'number of tasks open',
      ],
      [
        'late',
        'Tasks of the phase late',
        'Those of them whose day has passed.',
        'number of open tasks due before today',
      ],
      ['hours', 'Hours left in the phase', 'Hours the open tasks were planned to take.', 'sum of hours of open tasks'],
    ] as const
  ).map(([id, title, definition, formula]) => ({
    id: `search-phase-${id}`,
    title,
    unit: 'count',
    definition,
    formula,
    source: 'policy default',
    needs: ['seo-task'],
  })),
  list: (view) => {
    const tasks = recordsOf(view, 'seo-task');
    if (tasks.state === 'unknown') return [];
    const keys = [...new Set(tasks.value.map(({ entityId, phase }) => `${entityId}-${phase}`))].sort();
    return keys.map((key) => {
      const ours = among(tasks, ({ entityId, phase }) => `${entityId}-${phase}` === key);
      const of = (keep: (task: SeoTask) => boolean) => mapped(among(ours, keep), (kept) => kept.length);
      const { entityId, phase } = tasks.value.find((task) => `${task.entityId}-${task.phase}` === key)!; // the key is one's
      return {
        subject: {
          kind: 'search-phase',
          id: `search-${key}`,
          name: `${nameOf(view, entityId)}, first ${phase} days`,
          entityId,
        },
        figures: {
          'search-phase-done': of(isDone),
          'search-phase-open': of(isOpen),
          'search-phase-late': of(isLate(view)),
          'search-phase-hours': mapped(among(ours, isOpen), (open) =>
            open.reduce((sum, { effortHours }) => sum + effortHours, 0),
          ),
        },
      };
    });
  },
};
