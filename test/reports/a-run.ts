import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { PlannableReport } from '../../shared/reports/plan.ts';
import type { Run } from '../../shared/reports/run.ts';

/** Runs, people and entities for the tests of planning: show what matters, the rest is ordinary. */

export const TODAY: LocalDate = localDate('2026-11-21');
const NOW = instant('2026-11-21T20:00:00Z');

export const REPORTS: readonly PlannableReport[] = [
  { id: 'ceo', perCharter: 'executive' },
  { id: 'charter-debrief', perCharter: 'debrief' },
  { id: 'dashboard', perCharter: 'never' },
];

const STAMP = {
  createdAt: NOW,
  createdBy: 'tests',
  updatedAt: NOW,
  version: 1,
  source: 'manual',
  schemaVersion: 1,
} as const;

export function anEntity(id: string, active = true): Entity {
  return {
    id,
    name: id.toUpperCase(),
    kind: 'charter',
    zone: 'America/Los_Angeles' as Entity['zone'],
    currency: 'USD',
    fiscalYearStartMonth: 1,
    taxForm: 'sched_c',
    active,
    createdOn: localDate('2020-01-01'),
    ...STAMP,
  };
}

/** Someone who holds reports for entities (`ceo:jada`) and asked for reports at a cadence (`ceo:each-charter`). */
export function aPerson(
  id: string,
  grants: readonly string[],
  wishes: readonly string[],
  over: Partial<Recipient> = {},
): Recipient {
  const pair = (text: string) => text.split(':') as [string, string];
  return {
    id: `rcp_${id}`,
    name: id,
    email: `${id}@example.com`,
    grants: grants.map(pair).map(([report, entityId]) => ({ report, entityId })),
    subscriptions: wishes
      .map(pair)
      .map(([report, cadence]) => ({ report, cadence: cadence as Recipient['subscriptions'][number]['cadence'] })),
    status: 'active',
    ...STAMP,
    ...over,
  };
}

export function aCharterRun(entityId = 'jada'): Run {
  return {
    key: 'charter.chr_1.1',
    trigger: { kind: 'charter', charterId: 'chr_1', completionSeq: 1, entityId },
    state: 'pending',
    createdAt: NOW,
    createdBy: 'usr_captain',
    archivedOn: TODAY,
    issues: [],
    requested: [],
    version: 1,
  };
}

export function aManualRun(over: Partial<Run> = {}): Run {
  return {
    ...aCharterRun(),
    key: 'manual.abc',
    trigger: { kind: 'manual', requestKey: 'abc', requestedBy: 'usr_ada' },
    requested: ['ceo'],
    sendTo: [],
    ...over,
  };
}
