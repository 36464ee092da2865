import { minutesBetween } from '../../../kernel/calendar.ts';
import { measured, unknown } from '../../../kernel/measured.ts';
import type { FactUnit, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { narrowedTo } from '../view.ts';
import { charterDay, DAY_MEANINGS } from './charter-day.ts';
import { charterIncidents, INCIDENT_MEANINGS } from './charter-incidents.ts';
import { charterMoney } from './charter-money.ts';
import { charterTrip, TRIP_MEANINGS } from './charter-trip.ts';
import { MONEY_MEANINGS } from './money-meanings.ts';

/** The charter just completed, where the run is about one. */
export const CHARTER_SUBJECTS: SubjectFacts = {
  kind: 'charter',
  meanings: [...DAY_MEANINGS, ...TRIP_MEANINGS, ...INCIDENT_MEANINGS, ...MONEY_MEANINGS],
  list: (view) => {
    const file = view.completed;
    if (file === undefined) return [];
    const { id, title, entityId } = file.charter;
    const own = narrowedTo(view, [entityId]);
    return [
      {
        subject: { kind: 'charter', id, name: title, entityId },
        figures: {
          ...charterDay(file, own),
          ...charterTrip(file, own),
          ...charterIncidents(file, own),
          ...charterMoney(file, own),
        },
      },
    ];
  },
};

/** The stations of that charter's day, in the order they happen. */
export const MILESTONE_SUBJECTS: SubjectFacts = {
  kind: 'milestone',
  meanings: [
    milestone(
      'milestone-planned',
      'Planned',
      'instant',
      'When it was to happen.',
      'planned from the charter’s start and end',
    ),
    milestone('milestone-actual', 'Actual', 'instant', 'When it happened.', AS_RECORDED),
    milestone(
      'milestone-variance',
      'Variance',
      'minutes',
      'Minutes after the plan; negative when early.',
      'actual − planned',
    ),
  ],
  list: (view) => {
    const file = view.completed;
    if (file === undefined) return [];
    const basis = { records: `milestones of charter ${file.charter.title}`, asOf: view.today };
    return file.charter.milestones.map(({ name, plannedAt, actualAt }) => {
      const words = name.replaceAll('_', ' ');
      const missing = unknown(`the time of ${words}`);
      return {
        subject: { kind: 'milestone', id: `${file.charter.id}.${name}`, name: words, entityId: file.charter.entityId },
        figures: {
          'milestone-planned': measured(plannedAt, basis),
          'milestone-actual': actualAt ? measured(actualAt, basis) : missing,
          'milestone-variance': actualAt ? measured(minutesBetween(plannedAt, actualAt), basis) : missing,
        },
      };
    });
  },
};

function milestone(id: string, title: string, unit: FactUnit, definition: string, formula: string) {
  return { id, title, unit, definition, formula, source: 'policy default', needs: ['completed'] } as const;
}
