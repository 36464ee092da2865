import { announced } from '../../lambda/reports/announce.ts';
import { startedRun } from '../../lambda/reports/manual-run.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import type { Evidence } from '../../scripts/verify/evidence.ts';
import { keptObject, streamsOf } from '../../scripts/verify/evidence.ts';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import { AS_IT_IS, Cloud } from '../faults/world/cloud.ts';
import { ADMIN, companyTables, MONTH_DUE_AT } from '../faults/world/company.ts';
import { Dice } from '../faults/world/dice.ts';
import { NO_FAULTS } from '../faults/world/faults.ts';
import type { Place } from '../faults/world/place.ts';
import { aPlace } from '../faults/world/place.ts';
import { COMPLETED_CHARTER } from '../faults/world/scenarios.ts';
import { World } from '../faults/world/world.ts';

/** What a company leaves behind: lines as the table holds them, and the bytes of every object. */
export interface Past {
  readonly place: Place;
  readonly cloud: Cloud;
  readonly lines: () => readonly ChainedLine[];
  readonly bytes: () => ReadonlyMap<string, Uint8Array>;
}

const MINUTE_MS = 60_000;

/**
 * Two days of a small company as the production code leaves them, without a network: a charter completes, the month's
 * reports fall due, and the office asks for two reports twice; a tick follows on each.
 */
export async function aPast(): Promise<Past> {
  const start = epochMs(COMPLETED_CHARTER.startsAt);
  const dice = new Dice(1);
  const world = new World(start, dice, NO_FAULTS, { order: 'as-asked', tracing: false });
  const place = aPlace(world, dice, companyTables());
  const cloud = new Cloud(place, AS_IT_IS);
  const later = (minutes: number) => world.runUntil(world.now + minutes * MINUTE_MS);
  const tick = async () => {
    cloud.tick();
    await later(4);
  };
  COMPLETED_CHARTER.begin(cloud, world);
  await later(4);
  await tick();
  await world.runUntil(epochMs(MONTH_DUE_AT));
  await tick();
  for (const requestKey of ['request-1', 'request-2']) {
    cloud.run('office', (runtime) => asked(runtime, requestKey), unexpected);
    await later(4);
    await tick();
  }
  return {
    place,
    cloud,
    lines: () => [...place.tables.table('audit').items.values()].map(({ pk: _pk, sk: _sk, ...line }) => line as never),
    bytes: () => new Map([...place.archive.versions.keys()].map((key) => [key, place.archive.get(key) as Uint8Array])),
  };
}

/** The evidence a past leaves, as it lies. */
export function evidenceOf(lines: readonly ChainedLine[], bytes: ReadonlyMap<string, Uint8Array>): Evidence {
  return {
    streams: streamsOf(
      [...lines].sort((a, b) => (a.stream === b.stream ? a.seq - b.seq : a.stream < b.stream ? -1 : 1)),
    ),
    objects: new Map([...bytes].map(([key, body]) => [key, keptObject(key, body)])),
  };
}

async function asked({ reportingDeps: deps }: Runtime, requestKey: string): Promise<void> {
  const request = { requestKey, reports: ['ceo', 'cfo'], sendTo: 'subscribers' } as const;
  const { runKey } = await startedRun(deps, ADMIN, request, deps.clock());
  await announced(deps, runKey);
}

function unexpected(): void {
  throw new Error('nothing strikes in this past');
}
