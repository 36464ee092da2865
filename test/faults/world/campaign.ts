import { epochMs } from '../../../shared/kernel/calendar.ts';
import type { Design } from './cloud.ts';
import type { Outcome } from './episode.ts';
import { episode } from './episode.ts';
import type { FaultKind } from './faults.ts';
import { atCalls, NO_FAULTS, stormUntil } from './faults.ts';
import type { Feedback } from './mail-channel.ts';
import { IN_TIME } from './mail-channel.ts';
import type { Scenario } from './scenarios.ts';
import { runsOf } from './scenarios.ts';

/** The schedules campaigns are made of: by name and seed, each can be lived again alone. */

/** How many calls a scenario makes when nothing strikes it. */
export async function callsOf(scenario: Scenario, design?: Design): Promise<number> {
  return (await episode({ scenario, plan: NO_FAULTS, ...(design === undefined ? {} : { design }) })).calls;
}

/** One call struck by one fault. */
export function singleFault(scenario: Scenario, n: number, kind: FaultKind, design?: Design): Promise<Outcome> {
  return faultsAt(scenario, new Map([[n, kind]]), { design });
}

/** What else may differ between schedules. */
export interface Ways {
  readonly design?: Design | undefined;
  readonly feedback?: Feedback;
  readonly tracing?: boolean;
}

/** Some calls struck, each by one fault. */
export function faultsAt(
  scenario: Scenario,
  faults: ReadonlyMap<number, FaultKind>,
  { design, feedback = IN_TIME, tracing = false }: Ways = {},
): Promise<Outcome> {
  return episode({ scenario, plan: atCalls(faults), tracing, feedback, ...(design === undefined ? {} : { design }) });
}

/** A storm: everything it does follows from its seed. */
export interface Storm {
  readonly scenario: Scenario;
  readonly seed: number;
  /** How many of a thousand calls are struck, in thousandths: 0.05 is every twentieth. */
  readonly rate: number;
  readonly kinds: readonly FaultKind[];
  readonly design?: Design;
  readonly feedback?: Feedback;
  readonly tracing?: boolean;
}

/** A storm lasts three hours; the weather after it is fine. */
const STORM_MS = 3 * 60 * 60_000;

/** Faults at random while everything happens in any order, its triggers three times at once. */
export function storm({ scenario, seed, rate, kinds, design, feedback, tracing = false }: Storm): Promise<Outcome> {
  return episode({
    scenario,
    plan: stormUntil(epochMs(scenario.startsAt) + STORM_MS, seed, rate, kinds),
    order: 'by-dice',
    seed,
    tracing,
    alsoTriggered: (cloud) => {
      for (const _ of [1, 2]) cloud.tick();
      for (const { runKey } of runsOf(scenario)) cloud.invoke({ source: 'scc.self', kind: 'finish-run', runKey });
    },
    ...(design === undefined ? {} : { design }),
    ...(feedback === undefined ? {} : { feedback }),
  });
}
