import type { Month } from '../../kernel/calendar.ts';
import { monthRuns } from '../../kernel/month-runs.ts';
import { oncePerView } from './once-per-view.ts';
import type { FactView } from './view.ts';

/** Entities as a basis lists them, by the names people know: JADA charters, Queen of San Diego. */
export function namesOf(view: FactView, ids: readonly string[] = view.entityIds): string {
  return ids === view.entityIds ? allNames(view, ids) : ids.map((id) => nameOf(view, id)).join(', ');
}

const allNames = oncePerView((view, ids: readonly string[]) => ids.map((id) => nameOf(view, id)).join(', '));

/** An entity by its name; by its id where it is on no record. */
export function nameOf(view: FactView, id: string): string {
  return view.entityOf(id)?.name ?? id;
}

/** Months as a basis lists them, runs joined: 2026-08 to 2026-10, 2026-12. Earliest first in, earliest first out. */
export function isoMonths(months: readonly Month[]): string {
  return monthRuns(months)
    .map((run) => run.join(' to '))
    .join(', ');
}
