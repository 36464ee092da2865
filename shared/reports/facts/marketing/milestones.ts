import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/calendar.ts';
import { entered, mapped } from '../../../kernel/measured.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { listingName } from './visibility.ts';
import { among } from './windows.ts';

/** A dated piece of marketing work still to do. */
interface Milestone {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly dueOn: LocalDate;
  readonly owner: string;
}

const HORIZONS = [30, 60, 90] as const;

const isToDo = ({ status }: { readonly status: string }) => status === 'open' || status === 'in_progress';

/** Local search tasks, steps towards a listing and next actions of listings, whichever are recorded, by day. */
function milestones(view: FactView): readonly Milestone[] {
  const { listing, 'seo-task': search, 'onboarding-task': steps } = view.registers;
  const listings = listing.state === 'read' ? listing.records : [];
  const onListing = (id: string) => listings.find((held) => held.id === id);
  const open = (steps.state === 'read' ? steps.records : []).filter(isToDo);
  const isStep = (id: string, action: string) => open.some((step) => step.listingId === id && step.task === action);
  const all: Milestone[] = [
    ...(search.state === 'read' ? search.records : [])
      .filter(isToDo)
      .map(({ id, entityId, task, dueOn, ownerRole }) => ({
        id,
        entityId,
        name: `${nameOf(view, entityId)}: ${task}`,
        dueOn,
        owner: ownerRole,
      })),
    ...(steps.state === 'read' ? steps.records : []).filter(isToDo).flatMap((step) => {
      const on = onListing(step.listingId);
      const { id, entityId, task, dueOn, ownerRole: owner } = step;
      return dueOn === undefined || on === undefined
        ? []
        : [{ id, entityId, name: `${listingName(view, on)}: ${task}`, dueOn, owner }];
    }),
    ...listings.flatMap((of) =>
      of.nextAction === undefined || of.nextActionDueOn === undefined || isStep(of.id, of.nextAction)
        ? []
        : [
            {
              id: of.id,
              entityId: of.entityId,
              name: `${listingName(view, of)}: ${of.nextAction}`,
              dueOn: of.nextActionDueOn,
              owner: of.ownerRole ?? 'CMO',
            },
          ],
    ),
  ];
  const near = all.filter(({ dueOn }) => daysBetween(view.today, dueOn) <= 90);
  return near.sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

function horizonOf(view: FactView, dueOn: LocalDate): string {
  const days = daysBetween(view.today, dueOn);
  return days < 0 ? 'late' : `within ${HORIZONS.find((horizon) => days <= horizon)} days`;
}

/** What is to be done in the next ninety days, and what should be done already, by day. */
export const MILESTONE_PLAN_SUBJECTS: SubjectFacts = {
  kind: 'marketing-milestone',
  meanings: (
    [
      ['due', 'Due', 'day', 'The day it is to be done by.', 'as recorded'],
      ['owner', 'Owner', 'text', 'Who does it.', 'as recorded'],
      [
        'horizon',
        'Horizon',
        'text',
        'Late, or within 30, 60 or 90 days of today.',
        'days from today to the day it is due',
      ],
    ] as const
  ).map(([id, title, unit, definition, formula]) => ({
    id: `plan-${id}`,
    title,
    unit,
    definition,
    formula,
    source: 'policy default',
    needs: ['seo-task', 'onboarding-task', 'listing'],
  })),
  list: (view) =>
    milestones(view).map(({ id, entityId, name, dueOn, owner }) => {
      const basis = { records: name, asOf: view.today };
      return {
        subject: { kind: 'marketing-milestone', id: `plan-${id}`, name, entityId },
        figures: {
          'plan-due': entered(dueOn, basis),
          'plan-owner': entered(owner, basis),
          'plan-horizon': entered(horizonOf(view, dueOn), basis),
        },
      };
    }),
};

const step = {
  unit: 'count',
  perEntity: true,
  kinds: ['charter'],
  owner: 'CMO',
  needs: ['onboarding-task'],
  source: 'policy default',
} as const;

export const PLAN_FACTS: readonly FactDefinition[] = [
  {
    ...step,
    id: 'open-onboarding-tasks',
    title: 'Steps to open platforms still to do',
    definition: 'Steps towards a live listing that are open or in progress, as of now.',
    formula: 'number of steps open or in progress',
    compute: (view) => mapped(among(recordsOf(view, 'onboarding-task'), isToDo), (open) => open.length),
  },
  {
    ...step,
    id: 'blocked-onboarding-tasks',
    title: 'Steps to open platforms that are blocked',
    definition: 'Those of them that wait for something named.',
    formula: 'number of these steps with a blocker',
    compute: (view) =>
      mapped(
        among(recordsOf(view, 'onboarding-task'), (task) => isToDo(task) && task.blocker !== undefined),
        (blocked) => blocked.length,
      ),
  },
];
