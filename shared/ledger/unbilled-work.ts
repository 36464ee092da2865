import type { Month } from '../kernel/calendar.ts';
import { monthOf } from '../kernel/calendar.ts';
import type { ClientContract, WorkEntry } from '../records/client-work.ts';
import { workWorth } from './client-tallies.ts';

/** Work on no invoice, and what of it its client owes beside the retainer. */
export interface UnbilledWork {
  readonly entry: WorkEntry;
  /** Whether a retainer with included time ran that day. */
  readonly isRetained: boolean;
  /** The time to be charged: all of it, or what goes beyond the retainer. */
  readonly minutes: number;
  readonly cents: number;
}

/**
 * What work on no invoice is worth, entry by entry in the order it was done. The time a retainer includes is used up
 * first: by the work invoiced as part of it, then by this; only what goes beyond is to be charged.
 */
export function unbilledWork(
  work: readonly WorkEntry[],
  contracts: readonly ClientContract[],
  usedMinutes: (clientId: string, month: Month) => number,
): readonly UnbilledWork[] {
  const left = new Map<string, number>();
  return [...work].sort(byDay).map((entry) => {
    const included = retainerOf(entry, contracts)?.includedMinutes;
    if (included === undefined) return { entry, isRetained: false, minutes: entry.minutes, cents: workWorth(entry) };
    const month = monthOf(entry.on);
    const key = `${entry.contractId} ${month}`;
    const free = left.get(key) ?? Math.max(0, included - usedMinutes(entry.clientId, month));
    const minutes = Math.max(0, entry.minutes - free);
    left.set(key, free - (entry.minutes - minutes));
    return { entry, isRetained: true, minutes, cents: workWorth({ ...entry, minutes }) };
  });
}

/** The retainer with included time that an entry was worked under, if it ran that day. */
export function retainerOf(
  { contractId, on }: Pick<WorkEntry, 'contractId' | 'on'>,
  contracts: readonly ClientContract[],
): ClientContract | undefined {
  return contracts.find(
    (of) => of.id === contractId && of.kind === 'retainer' && (of.includedMinutes ?? 0) > 0 && isInForce(of, on),
  );
}

/** Whether a contract runs on a day, its last day included. */
export function isInForce({ from, to }: Pick<ClientContract, 'from' | 'to'>, on: WorkEntry['on']): boolean {
  return from <= on && (to === undefined || on <= to);
}

/** What some unbilled work comes to, in cents. */
export function worthOf(work: readonly UnbilledWork[]): number {
  return work.reduce((sum, { cents }) => sum + cents, 0);
}

function byDay(a: WorkEntry, b: WorkEntry): number {
  return `${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1;
}
