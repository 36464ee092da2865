import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';

/** The view of the businesses that sail; nothing when none of them does. An agency must not hide what sailed. */
export function charterBusinesses(view: FactView): FactView | undefined {
  const sailing = view.entityIds.filter((id) => (view.entityOf(id)?.kind ?? 'charter') === 'charter');
  return sailing.length === 0 ? undefined : narrowedTo(view, sailing);
}
