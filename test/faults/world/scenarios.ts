import { configOf } from '../../../lambda/config.ts';
import { moveCharter } from '../../../lambda/host/charter-moves.ts';
import type { HostDeps } from '../../../lambda/host/deps.ts';
import { announced } from '../../../lambda/reports/announce.ts';
import { startedRun } from '../../../lambda/reports/manual-run.ts';
import type { Runtime } from '../../../lambda/runtime.ts';
import { readCharterFile } from '../../../lambda/stores/charter-store.ts';
import type { Instant } from '../../../shared/kernel/calendar.ts';
import { shortDigest } from '../../../shared/kernel/digest.ts';
import { joinedRunKey, windowAt } from '../../../shared/reports/joining.ts';
import { manualRunKey } from '../../../shared/reports/run.ts';
import type { Cloud } from './cloud.ts';
import { ADMIN, CAPTAIN, CHARTER_ID, MONTH_DUE_AT, OTHER_CHARTER_ID, RETURNED_AT } from './company.ts';
import { ENVIRONMENT } from './place.ts';
import type { World } from './world.ts';

/** A run there has to be, and who is mailed what by it: report and address. */
export interface ExpectedRun {
  readonly runKey: string;
  readonly mails: readonly (readonly [report: string, address: string])[];
}

/** Something that has to end with every report archived once and every mail sent once. */
export interface Scenario extends ExpectedRun {
  readonly name: string;
  readonly startsAt: Instant;
  /** Other runs it makes. */
  readonly also?: readonly ExpectedRun[];
  /** The environment, where it says more than the world's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What makes it happen, and how often at the same moment. */
  begin(cloud: Cloud, world: World): void;
  /** The same once more, after the end: it must change nothing. */
  again(cloud: Cloud): void;
}

/** How long somebody waits before pressing a button again that did not answer. */
const IMPATIENCE_MS = 2 * 60_000;

/** The captain presses Complete until the charter is complete. */
export const COMPLETED_CHARTER: Scenario = {
  name: 'a completed charter',
  startsAt: RETURNED_AT,
  runKey: `charter.${CHARTER_ID}.1`,
  mails: [
    ['ceo', 'ceo@example.com'],
    ['cfo', 'cfo@example.com'],
    ['charter-debrief', 'captain@example.com'],
  ],
  begin: (cloud, world) => pressed(cloud, world, 'captain', (runtime) => complete(runtime)),
  again(cloud) {
    cloud.run(
      'captain',
      (runtime) => complete(runtime),
      () => undefined,
    );
    cloud.run(
      'stale captain',
      (runtime) => completeAt(runtime, 1),
      () => undefined,
    );
    finishTwice(cloud, this.runKey);
  },
};

/** Two charters come back and are completed three minutes apart, with a quarter of an hour in which completions are joined. */
const WINDOW_MIN = 15;
const WINDOW = windowAt(configOf(ENVIRONMENT).zone, RETURNED_AT, WINDOW_MIN);
export const JOINED_CHARTERS: Scenario = {
  name: 'two charters in one window',
  startsAt: RETURNED_AT,
  environment: { JOINING_WINDOW_MIN: String(WINDOW_MIN) },
  runKey: joinedRunKey(WINDOW),
  mails: [
    ['ceo', 'ceo@example.com'],
    ['cfo', 'cfo@example.com'],
  ],
  also: [CHARTER_ID, OTHER_CHARTER_ID].map((id) => ({
    runKey: `charter.${id}.1`,
    mails: [['charter-debrief', 'captain@example.com']],
  })),
  begin(cloud, world) {
    pressed(cloud, world, 'captain', (runtime) => complete(runtime));
    world.after(3 * 60_000, () =>
      pressed(cloud, world, 'other captain', (runtime) => complete(runtime, OTHER_CHARTER_ID)),
    );
  },
  again(cloud) {
    for (const id of [CHARTER_ID, OTHER_CHARTER_ID]) {
      cloud.run(
        'captain',
        (runtime) => complete(runtime, id),
        () => undefined,
      );
    }
    for (const { runKey } of runsOf(this)) finishTwice(cloud, runKey);
  },
};

/** The first business day of a month comes to eight o'clock. */
export const MONTHLY_TICK: Scenario = {
  name: 'a monthly tick',
  startsAt: MONTH_DUE_AT,
  runKey: 'monthly.2026-10',
  mails: [
    ['ceo', 'ceo@example.com'],
    ['cfo', 'cfo@example.com'],
  ],
  begin: (cloud) => cloud.tick(),
  again(cloud) {
    cloud.tick();
    finishTwice(cloud, this.runKey);
  },
};

/** Somebody in the office asks for two reports, until they are answered. */
export const MANUAL_RUN: Scenario = {
  name: 'a run by hand',
  startsAt: RETURNED_AT,
  runKey: manualRunKey(shortDigest(`${ADMIN.id}|request-1`)),
  mails: [
    ['ceo', 'ceo@example.com'],
    ['cfo', 'cfo@example.com'],
  ],
  begin: (cloud, world) => pressed(cloud, world, 'office', ask),
  again(cloud) {
    cloud.run('office', ask, () => undefined);
    finishTwice(cloud, this.runKey);
  },
};

export const SCENARIOS: readonly Scenario[] = [COMPLETED_CHARTER, JOINED_CHARTERS, MONTHLY_TICK, MANUAL_RUN];

/** Every run a scenario makes. */
export function runsOf({ runKey, mails, also = [] }: Scenario): readonly ExpectedRun[] {
  return [{ runKey, mails }, ...also];
}

function pressed(cloud: Cloud, world: World, who: string, work: (runtime: Runtime) => Promise<void>): void {
  cloud.run(who, work, () => world.after(IMPATIENCE_MS, () => pressed(cloud, world, who, work)));
}

function finishTwice(cloud: Cloud, runKey: string): void {
  for (const _ of [1, 2]) cloud.invoke({ source: 'scc.self', kind: 'finish-run', runKey });
}

async function complete(runtime: Runtime, charterId = CHARTER_ID): Promise<void> {
  const file = await readCharterFile(runtime.tables, charterId);
  if (file?.charter.lifecycle === 'returned') await completeAt(runtime, file.charter.version, charterId);
}

async function completeAt(runtime: Runtime, version: number, charterId = CHARTER_ID): Promise<void> {
  const { config, tables, log, reporting, reportingDeps } = runtime;
  const { clock, random } = reportingDeps;
  const deps: HostDeps = { config, tables, log, clock, random, reporting };
  await moveCharter(deps, { user: CAPTAIN, now: clock() }, charterId, { to: 'completed', version });
}

/** What the route does with the request. */
async function ask({ reportingDeps: deps }: Runtime): Promise<void> {
  const request = { requestKey: 'request-1', reports: ['ceo', 'cfo'], sendTo: 'subscribers' } as const;
  const started = await startedRun(deps, ADMIN, request, deps.clock());
  if (!started.repeated) await announced(deps, started.runKey);
}
