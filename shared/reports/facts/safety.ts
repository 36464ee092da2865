import { plusDays } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { mapped, measured, unknown } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { ActionItem, Incident } from '../../records/organisation.ts';
import type { FactDefinition } from './fact.ts';
import { namesOf } from './naming.ts';
import { recordsOf, unreadable } from './readings.ts';
import type { FactView } from './view.ts';

/** A critical action this many days late has stopped being acted on. */
const CRITICAL_LATE_DAYS = 14;

/**
 * Incidents, as of now. None recorded is a fact once charters are completed here: every completion asks whether there
 * was one.
 */
export function incidents(view: FactView): Measured<readonly Incident[]> {
  const source = view.registers.incident;
  if (source.state === 'unreadable') return unreadable('incidents', source.because);
  const asked = view.books.tally(view.entityIds, view.books.months(view.entityIds), 'operations', 'performed') > 0;
  if (source.records.length === 0 && !asked) return unknown(`incidents of ${namesOf(view)}`);
  const basis = { records: `incidents of ${namesOf(view)}`, count: source.records.length, asOf: view.today };
  return measured(source.records, basis);
}

/** Actions neither done nor dropped, as of now. */
export function openActions(view: FactView): Measured<readonly ActionItem[]> {
  const open = (action: ActionItem) => action.status !== 'done' && action.status !== 'dropped';
  return mapped(recordsOf(view, 'action'), (all) => all.filter(open));
}

const POLICY = 'policy default';

export const SAFETY_FACTS: readonly FactDefinition[] = [
  {
    id: 'open-incidents',
    title: 'Open incidents',
    unit: 'count',
    perEntity: true,
    definition: 'Things that went wrong on the water or at the dock and are not closed, as of now.',
    formula: 'number of incidents with status open',
    source: POLICY,
    needs: ['incident', 'balances'],
    compute: (view) => mapped(incidents(view), (all) => all.filter((of) => of.status === 'open').length),
  },
  {
    id: 'open-actions',
    title: 'Open actions',
    unit: 'count',
    perEntity: true,
    definition: 'Actions somebody promised that are neither done nor dropped, as of now.',
    formula: 'number of actions open, accepted or in progress',
    source: POLICY,
    needs: ['action'],
    compute: (view) => mapped(openActions(view), (all) => all.length),
  },
  {
    id: 'overdue-actions-share',
    title: 'Actions overdue',
    unit: 'share',
    perEntity: true,
    definition: 'Of the open actions, the share whose due day has passed; none when none are open.',
    formula: 'open actions due before today ÷ open actions',
    source: POLICY,
    needs: ['action'],
    compute: (view) =>
      mapped(openActions(view), (all) => ratio(all.filter((of) => of.dueOn < view.today).length, all.length) ?? 0),
  },
  {
    id: 'critical-actions-long-overdue',
    title: 'Critical actions more than 14 days late',
    unit: 'count',
    perEntity: true,
    definition: 'Open critical actions whose due day is more than 14 days past.',
    formula: 'number of open critical actions due more than 14 days ago',
    source: POLICY,
    needs: ['action'],
    compute: (view) =>
      mapped(openActions(view), (all) => {
        const since = plusDays(view.today, -CRITICAL_LATE_DAYS);
        return all.filter((of) => of.severity === 'critical' && of.dueOn < since).length;
      }),
  },
];
