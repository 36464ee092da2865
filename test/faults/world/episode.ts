import { epochMs } from '../../../shared/kernel/calendar.ts';
import type { Design } from './cloud.ts';
import { AS_IT_IS, Cloud } from './cloud.ts';
import { companyTables } from './company.ts';
import { Dice } from './dice.ts';
import type { FaultKind, FaultPlan } from './faults.ts';
import type { Violation } from './invariants.ts';
import { fingerprint, isOver, recordedRun, violationsIn } from './invariants.ts';
import { MemoryArchive } from './memory-archive.ts';
import { MemoryMail } from './memory-mail.ts';
import type { Place } from './place.ts';
import type { Scenario } from './scenarios.ts';
import type { Order } from './world.ts';
import { Livelock, World } from './world.ts';

/** One life of a scenario: what strikes it, in which order things happen, and who does it. */
export interface Schedule {
  readonly scenario: Scenario;
  readonly plan: FaultPlan;
  readonly design?: Design;
  readonly order?: Order;
  readonly seed?: number;
  /** Further triggers at the moment it begins: late, early and repeated events. */
  readonly alsoTriggered?: (cloud: Cloud) => void;
  readonly tracing?: boolean;
}

/** What became of it. */
export interface Outcome {
  readonly violations: readonly Violation[];
  /** Calls until the run was over: those a fault can strike. */
  readonly calls: number;
  readonly struck: ReadonlyMap<FaultKind, number>;
  /** How many deliveries ended in which state. */
  readonly states: Readonly<Record<string, number>>;
  readonly dropped: number;
  readonly trace: readonly string[];
}

const MINUTE_MS = 60_000;
/** A run that is not over after a day will never be. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** Long enough for everything that is late to happen. */
const AFTERMATH_MS = 12 * MINUTE_MS;

const company = companyTables();

/** Lives a schedule to its end, settles it, repeats its triggers, and looks whether everything holds. */
export async function episode(schedule: Schedule): Promise<Outcome> {
  const { scenario, plan, design = AS_IT_IS, order = 'as-asked', seed = 1, tracing = false } = schedule;
  const start = epochMs(scenario.startsAt);
  let isCalm = false;
  const dice = new Dice(seed);
  const world = new World(start, dice, (call) => (isCalm ? undefined : plan(call)), { order, tracing });
  const mail = new MemoryMail(() => world.now);
  const place: Place = { world, dice, tables: company.copy(), archive: new MemoryArchive(), mail, said: [] };
  const cloud = new Cloud(place, design);
  const recorded = () => recordedRun(place, scenario.runKey);
  let calls = 0;
  const violations: Violation[] = [];
  try {
    let isDone = false;
    scenario.begin(cloud, world);
    schedule.alsoTriggered?.(cloud);
    world.after(5 * MINUTE_MS, () => cloud.tickWhile(() => !isDone));
    for (let now = start; !isOver(recorded()) && now < start + LONGEST_MS; now += MINUTE_MS) await world.runUntil(now);
    calls = world.calls;
    isDone = true;
    await world.runUntil(world.now + AFTERMATH_MS);
    violations.push(...violationsIn(place, scenario));
    isCalm = true;
    const before = fingerprint(place, scenario.runKey);
    scenario.again(cloud);
    cloud.tick();
    await world.runUntil(world.now + AFTERMATH_MS);
    if (fingerprint(place, scenario.runKey) !== before)
      violations.push({ invariant: 'nothing repeated', what: 'repeating its triggers changed something' });
  } catch (error) {
    if (!(error instanceof Livelock)) throw error;
    violations.push({ invariant: 'no livelock', what: error.message });
  }
  const states: Record<string, number> = {};
  for (const { state } of recorded().deliveries) states[state] = (states[state] ?? 0) + 1;
  return { violations, calls, struck: world.struck, states, dropped: cloud.dropped.length, trace: world.trace };
}
