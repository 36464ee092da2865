import { epochMs } from '../../../shared/kernel/calendar.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import type { Design } from './cloud.ts';
import { AS_IT_IS, Cloud } from './cloud.ts';
import { companyTables } from './company.ts';
import { Dice } from './dice.ts';
import { fateViolations } from './fate-invariants.ts';
import type { FaultKind, FaultPlan } from './faults.ts';
import type { Violation } from './invariants.ts';
import { fingerprint, isOver, recordedRuns, violationsIn } from './invariants.ts';
import type { Feedback } from './mail-channel.ts';
import { IN_TIME, MailChannel } from './mail-channel.ts';
import { takenOf } from './mail-invariants.ts';
import type { Quota } from './memory-mail.ts';
import { MemoryMail, UNBOUNDED } from './memory-mail.ts';
import type { Place } from './place.ts';
import { aPlace } from './place.ts';
import type { Scenario } from './scenarios.ts';
import type { Jump, Order } from './world.ts';
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
  /** How what SES tells arrives; in time. */
  readonly feedback?: Feedback;
  /** How much mail the account may send; any. */
  readonly quota?: Quota;
  /** How long every call takes; no time. */
  readonly paceMs?: number;
  /** When all clocks begin to be wrong, and by how much; never. */
  readonly jump?: Jump;
}

/** What became of it. */
export interface Outcome {
  readonly violations: readonly Violation[];
  /** Calls until all was told of it: those a fault can strike. */
  readonly calls: number;
  readonly struck: ReadonlyMap<FaultKind, number>;
  /** How many deliveries ended in which state. */
  readonly states: Readonly<Record<string, number>>;
  /** How the deliveries of each report ended, and how the run did. */
  readonly byReport: Readonly<Record<string, string>>;
  readonly ended: string;
  /** Mails taken beyond the first of a delivery. */
  readonly duplicates: number;
  /** When each mail of the run was taken, and how long after the beginning the run was over. */
  readonly mailedAt: readonly number[];
  readonly tookMs: number;
  readonly dropped: number;
  readonly trace: readonly string[];
}

const MINUTE_MS = 60_000;
/** A mail nothing is known of is held after a day; a run that is not over after two will never be. */
const LONGEST_MS = 48 * 60 * MINUTE_MS;
/** Long enough for everything that is late to happen. */
const AFTERMATH_MS = 12 * MINUTE_MS;
/** A message of the topic that is not dealt with after half a day will never be. */
const MOST_AFTERMATHS = 60;

const company = companyTables();

/** Lives a schedule to its end, settles it, repeats its triggers, and looks whether everything holds. */
export async function episode(schedule: Schedule): Promise<Outcome> {
  const { scenario, plan, design = AS_IT_IS, order = 'as-asked', seed = 1, tracing = false } = schedule;
  const { feedback = IN_TIME, quota = UNBOUNDED, paceMs = 0 } = schedule;
  const start = epochMs(scenario.startsAt);
  let isCalm = false;
  const dice = new Dice(seed);
  const world = new World(start, dice, (call) => (isCalm ? undefined : plan(call)), {
    order,
    tracing,
    paceMs,
    jump: schedule.jump,
  });
  const channel = new MailChannel(world, feedback, seed, (event) => cloud.tell(event));
  const mail = new MemoryMail(
    () => world.now,
    (taken) => channel.follow(taken),
    quota,
  );
  const place = aPlace(world, dice, company.copy(), { mail, environment: scenario.environment });
  const cloud = new Cloud(place, design);
  const recorded = () => recordedRuns(place, scenario);
  let calls = 0;
  let tookMs = 0;
  const violations: Violation[] = [];
  try {
    let isDone = false;
    scenario.begin(cloud, world);
    schedule.alsoTriggered?.(cloud);
    world.after(5 * MINUTE_MS, () => cloud.tickWhile(() => !isDone));
    for (let now = start; !recorded().every(isOver) && now < start + LONGEST_MS; now += MINUTE_MS)
      await world.runUntil(now);
    tookMs = world.now - start;
    isDone = true;
    await world.runUntil(Math.max(world.now, channel.lastAt) + AFTERMATH_MS);
    for (let more = 0; cloud.untold > 0 && more < MOST_AFTERMATHS; more += 1)
      await world.runUntil(world.now + AFTERMATH_MS);
    calls = world.calls;
    violations.push(...violationsIn(place, scenario));
    if (feedback.lost === 0) {
      const deliveries = recorded().flatMap((run) => run.deliveries);
      violations.push(...sentInVain(place, deliveries));
      fateViolations(place, channel.fates, deliveries, (invariant, holds, what) => {
        if (!holds) violations.push({ invariant, what: what() });
      });
    }
    isCalm = true;
    const before = fingerprint(place, scenario);
    scenario.again(cloud);
    for (const event of [...channel.told].reverse()) cloud.tell(event);
    cloud.tick();
    await world.runUntil(world.now + AFTERMATH_MS);
    if (fingerprint(place, scenario) !== before)
      violations.push({ invariant: 'nothing repeated', what: 'repeating its triggers and events changed something' });
  } catch (error) {
    if (!(error instanceof Livelock)) throw error;
    violations.push({ invariant: 'no livelock', what: error.message });
  }
  const states: Record<string, number> = {};
  const byReport: Record<string, string> = {};
  let duplicates = 0;
  const ended = recorded();
  const deliveries = ended.flatMap((one) => one.deliveries);
  for (const delivery of deliveries) {
    byReport[delivery.report] = delivery.state;
    states[delivery.state] = (states[delivery.state] ?? 0) + 1;
    duplicates += Math.max(0, takenOf(place, delivery).length - 1);
  }
  return {
    violations,
    calls,
    struck: world.struck,
    states,
    byReport,
    ended: ended[0]?.run?.state ?? 'absent',
    duplicates,
    mailedAt: deliveries.flatMap((delivery) => takenOf(place, delivery)).map(({ at }) => at - start),
    tookMs,
    dropped: cloud.dropped.length,
    trace: world.trace,
  };
}

/** Where no event is lost, none that came was waited for in vain: then no mail goes again that had gone. */
function sentInVain(place: Place, deliveries: readonly Delivery[]): Violation[] {
  return deliveries
    .filter((delivery) => takenOf(place, delivery).length > 1)
    .map(({ report }) => ({ invariant: 'nothing in vain', what: `${report} went again although it had gone` }));
}
