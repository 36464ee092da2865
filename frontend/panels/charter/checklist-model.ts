import { isSettled, PHASE_NAMES } from '../../../shared/operations/checklist.ts';
import type { ChecklistItem } from '../../../shared/records/charter.ts';
import type { ChecklistPhase } from '../../../shared/records/charter-terms.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';

/** One phase of the checklist and how far it is. */
export interface PhaseGroup {
  readonly phase: ChecklistPhase;
  readonly name: string;
  readonly items: readonly ChecklistItem[];
  readonly done: number;
  readonly progress: string;
  readonly complete: boolean;
}

/** The checklist by phase, in the order of the day; phases without items are left out. */
export function phaseGroups(items: readonly ChecklistItem[]): readonly PhaseGroup[] {
  return (Object.keys(PHASE_NAMES) as ChecklistPhase[]).flatMap((phase) => {
    const own = items
      .filter((item) => item.phase === phase)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    if (own.length === 0) return [];
    const done = own.filter(isSettled).length;
    return [
      {
        phase,
        name: PHASE_NAMES[phase],
        items: own,
        done,
        progress: progressWords(done, own.length),
        complete: done === own.length,
      },
    ];
  });
}

/** The phase to show opened: the first that is not complete. */
export function phaseToOpen(groups: readonly PhaseGroup[]): ChecklistPhase | undefined {
  return groups.find((group) => !group.complete)?.phase;
}

/** How far something is: 4 of 9. */
export function progressWords(done: number, all: number): string {
  return `${formatCell({ kind: 'count', value: done })} of ${formatCell({ kind: 'count', value: all })}`;
}

/** What an item asks for beside a tick: a reading with its unit and bounds, or a name. */
export function evidenceHint(item: ChecklistItem): string | undefined {
  if (item.evidence === 'none') return undefined;
  if (item.evidence === 'signature') return 'Name of who checked it.';
  const unit = item.unit === undefined ? '' : ` in ${item.unit}`;
  if (item.min !== undefined && item.max !== undefined) return `Reading${unit}, from ${item.min} to ${item.max}.`;
  if (item.min !== undefined) return `Reading${unit}, at least ${item.min}.`;
  if (item.max !== undefined) return `Reading${unit}, at most ${item.max}.`;
  return `Reading${unit}.`;
}

/** What was recorded for an item, in words. */
export function completionWords(item: ChecklistItem): string | undefined {
  const { completion } = item;
  if (completion === undefined) return undefined;
  if (completion.state === 'not_applicable') return `Not applicable: ${completion.reason ?? 'no reason given'}`;
  if (completion.value === undefined) return completion.by;
  const unit = item.unit === undefined ? '' : ` ${item.unit}`;
  return `${completion.value}${unit} · ${completion.by}`;
}
