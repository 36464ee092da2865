import type { Instant } from '../../../shared/kernel/calendar.ts';
import type { Actor } from '../../../shared/operations/actor.ts';
import type { TimingRow } from '../../../shared/operations/timeline.ts';
import { recordMilestone, timingPanel } from '../../../shared/operations/timeline.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import type { MilestoneName } from '../../../shared/records/charter-terms.ts';
import { formatCell } from '../../../shared/reports/render/format.ts';
import { clockTime } from '../../components/clock.ts';

/** One station of the day as the panel shows it. */
export interface Station {
  readonly name: MilestoneName;
  readonly label: string;
  readonly planned: string;
  readonly actual: string | undefined;
  readonly actualAt: Instant | undefined;
  /** How far from the plan, in words; nothing until it has happened. */
  readonly variance: string | undefined;
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  /** Why its time was changed or is out of order. */
  readonly correction: string | undefined;
  /** Whether it is the one that happens next. */
  readonly next: boolean;
}

/** The day's stations in order, planned against actual. */
export function stations(charter: Charter): readonly Station[] {
  const rows = timingPanel(charter);
  const next = rows.findLastIndex((row) => row.actualAt !== undefined) + 1;
  return rows.map((row, index) => ({
    name: row.name,
    label: row.label,
    planned: clockTime(row.plannedAt, charter.zone),
    actual: row.actualAt === undefined ? undefined : clockTime(row.actualAt, charter.zone),
    actualAt: row.actualAt,
    variance: row.varianceMin === undefined ? undefined : varianceWords(row.varianceMin),
    tone: TONES[row.tone],
    correction: charter.milestones.find((milestone) => milestone.name === row.name)?.correction,
    next: index === next,
  }));
}

const TONES: Readonly<Record<TimingRow['tone'], Station['tone']>> = {
  planned: 'plain',
  'on-time': 'good',
  amber: 'warn',
  red: 'bad',
};

/** How far a time was from its plan, as one says it: on time, 12 min late, 1 h 5 min early. */
export function varianceWords(minutes: number): string {
  if (minutes === 0) return 'on time';
  const span = formatCell({ kind: 'minutes', value: Math.abs(minutes) });
  return `${span} ${minutes > 0 ? 'late' : 'early'}`;
}

/** Whether a station can be recorded at an instant without saying why; the rule is the server's own. */
export function isPlain(charter: Charter, name: MilestoneName, at: Instant, actor: Actor): boolean {
  const result = recordMilestone(charter, name, at, undefined, actor, at);
  return result.ok || result.fault.problems.every(({ field }) => field !== 'at' && field !== 'correction');
}
