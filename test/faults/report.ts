import { HELD_RATHER_THAN_SENT } from './mutants/wiring-mutants.ts';
import { callsOf, faultsAt, singleFault, storm } from './world/campaign.ts';
import type { Design } from './world/cloud.ts';
import { Dice } from './world/dice.ts';
import type { Outcome } from './world/episode.ts';
import type { FaultKind } from './world/faults.ts';
import { FAULT_KINDS } from './world/faults.ts';
import type { Feedback } from './world/mail-channel.ts';
import { BOUNCING, DEAD, IN_TIME, LATE, LOSING } from './world/mail-channel.ts';
import { COMPLETED_CHARTER, JOINED_CHARTERS, SCENARIOS } from './world/scenarios.ts';
import type { Row } from './world/tally.ts';
import { Tally } from './world/tally.ts';
import { toldOf } from './world/telling.ts';
import { atPace, fiftyAtOnce, othersMissed, QUOTA_FREE_MS, reportThat, TROUBLES, withQuota } from './world/trials.ts';

/** How far a report goes: seeds of the storms, how many pairs, and every how-manieth call is struck alone. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly pairs: number;
  readonly every: number;
  /** How many of all calls are struck in a storm; each seed is lived at each. */
  readonly rates: readonly number[];
}

/** Tries the promises of delivery one after the other; a row of figures for each. */
export async function reported(extent: Extent): Promise<readonly Row[]> {
  const { first, last } = extent;
  for (const scenario of SCENARIOS) await callsOf(scenario);
  const single = new Tally('P1', `one fault, at ${every(extent.every)} call, in each of 8 ways`);
  const killed = new Tally('P6', 'of these: killed before or after a call');
  await singles(extent.every, single, killed);
  const paired = new Tally('P2', 'two faults');
  await pairs(extent, paired);
  const seeds = `${first}-${last}`;
  const storms = [
    new Tally('P3', 'storms, events in time', seeds),
    new Tally('P3', 'storms, events up to 3 h late', seeds),
    new Tally('P3', 'storms, a fifth of all copies bounces', seeds),
    new Tally('P3', 'storms, 30 % of events lost, `resend`', seeds),
    new Tally('P3', 'storms, 30 % of events lost, `hold`', seeds),
    new Tally('P4', 'storms, all events lost', seeds),
  ] as const;
  await stormy(extent, storms[0], IN_TIME);
  await stormy(extent, storms[1], LATE);
  await stormy(extent, storms[2], BOUNCING);
  await stormy(extent, storms[3], LOSING);
  await stormy(extent, storms[4], LOSING, HELD_RATHER_THAN_SENT);
  await stormy(extent, storms[5], DEAD);
  const crowd = new Tally('P7', 'fifty triggers at once', '1-20');
  for (let seed = 1; seed <= 20; seed += 1) counted(crowd, `fifty, seed ${seed}`, await fiftyAtOnce(seed));
  const failing = new Tally('P10', `one report ${TROUBLES.join(', ')}: the others are delivered`);
  for (const trouble of TROUBLES) {
    for (const [report] of COMPLETED_CHARTER.mails)
      failing.add(othersDelivered(await reportThat(trouble, report), report));
  }
  const slow = new Tally('P11', 'calls of 0.25 to 1.5 s each');
  for (let pace = 250; pace <= 1_500; pace += 250) counted(slow, `calls of ${pace} ms`, await atPace(pace));
  const short = new Tally('P12', 'room for 0 to 5 of 6 recipients, for two hours');
  for (let room = 0; room < 6; room += 1) short.add(nothingEarly(await withQuota(room)));
  const all = [single, paired, ...storms, crowd, slow, short];
  const bytes = Tally.of('P5', 'all of the above: bytes sent, archived, recorded', all, 'sent as archived');
  const chains = Tally.of('P8', 'all of the above: chains verified', all, 'chained history');
  const forks = Tally.of('P9', 'fifty writers at once: chains verified', [crowd], 'chained history');
  const rows = [...all, killed, failing, bytes, chains, forks].map((tally) => tally.row());
  return rows.sort((a, b) => Number(a.promise.slice(1)) - Number(b.promise.slice(1)));
}

function every(n: number): string {
  return n === 1 ? 'every' : `every ${n}th`;
}

async function singles(step: number, single: Tally, killed: Tally): Promise<void> {
  for (const scenario of SCENARIOS) {
    const calls = await callsOf(scenario);
    for (const kind of FAULT_KINDS) {
      for (let n = 0; n < calls; n += step) {
        const outcome = await singleFault(scenario, n, kind);
        counted(single, `${scenario.name}, ${kind} at call ${n}`, outcome);
        if (kind === 'killBefore' || kind === 'killAfter') killed.add(outcome);
      }
    }
  }
}

async function pairs({ first, pairs: wanted }: Extent, tally: Tally): Promise<void> {
  const dice = new Dice(first);
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const scenario = SCENARIOS[dice.below(SCENARIOS.length)] ?? COMPLETED_CHARTER;
    const strike = (): [number, FaultKind] => [dice.below(200), FAULT_KINDS[dice.below(8)] as FaultKind];
    const faults = new Map([strike(), strike()]);
    const told = [...faults].map(([n, kind]) => `${kind} at call ${n}`).join(' and ');
    counted(tally, `${scenario.name}, ${told}`, await faultsAt(scenario, faults));
  }
}

async function stormy(extent: Extent, tally: Tally, feedback: Feedback, design?: Design): Promise<void> {
  const { first, last, rates } = extent;
  const ruled = design === undefined ? {} : { design };
  for (const scenario of SCENARIOS.filter((one) => feedback !== BOUNCING || one !== JOINED_CHARTERS)) {
    for (const rate of rates) {
      for (let seed = first; seed <= last; seed += 1) {
        const outcome = await storm({ scenario, seed, rate, kinds: FAULT_KINDS, feedback, ...ruled });
        counted(tally, `seed ${seed}, ${scenario.name}, rate ${rate}, events ${feedback.name}`, outcome);
      }
    }
  }
}

function counted(tally: Tally, schedule: string, outcome: Outcome): void {
  tally.add(outcome);
  if (outcome.violations.length > 0) console.log(toldOf(schedule, outcome.violations));
}

/** That its own report is missing is what is tried; it counts when another is missing too, is late, or none says so. */
function othersDelivered(outcome: Outcome, report: string): Outcome {
  const violations = othersMissed(outcome, report).map((what) => ({ invariant: 'nothing lost', what }) as const);
  return { ...outcome, violations };
}

function nothingEarly(outcome: Outcome): Outcome {
  const early = outcome.mailedAt.filter((at) => at < QUOTA_FREE_MS).length;
  if (early === 0) return outcome;
  return { ...outcome, violations: [{ invariant: 'told truly', what: `${early} mails went before all could` }] };
}
