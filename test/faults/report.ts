import { HELD_RATHER_THAN_SENT } from './mutants/wiring-mutants.ts';
import { callsOf, faultsAt, singleFault, storm } from './world/campaign.ts';
import type { Design } from './world/cloud.ts';
import { Dice } from './world/dice.ts';
import type { Outcome } from './world/episode.ts';
import type { FaultKind } from './world/faults.ts';
import { FAULT_KINDS } from './world/faults.ts';
import { linkRace } from './world/link-race.ts';
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

/** Tries the promises one after the other, or only some; a row of figures for each. */
export async function reported(extent: Extent, only: readonly string[] = []): Promise<readonly Row[]> {
  const isWanted = (promise: string) => only.length === 0 || only.includes(promise);
  for (const scenario of SCENARIOS) await callsOf(scenario);
  const all: Tally[] = [];
  const apart: Tally[] = [];
  const trying = (tally: Tally, also: Tally[] = all) => {
    also.push(tally);
    return tally;
  };
  if (isWanted('P1')) {
    const single = trying(new Tally('P1', `one fault, at ${every(extent.every)} call, in each of 8 ways`));
    await singles(extent.every, single, trying(new Tally('P6', 'of these: killed before or after a call'), apart));
  }
  if (isWanted('P2')) await pairs(extent, trying(new Tally('P2', 'two faults')));
  for (const { promise, tried, feedback, design } of STORMS.filter((one) => isWanted(one.promise)))
    await stormy(extent, trying(new Tally(promise, tried, `${extent.first}-${extent.last}`)), feedback, design);
  if (isWanted('P7')) {
    const crowd = trying(new Tally('P7', 'fifty triggers at once', '1-20'));
    for (let seed = 1; seed <= 20; seed += 1) counted(crowd, `fifty, seed ${seed}`, await fiftyAtOnce(seed));
    apart.push(Tally.of('P9', 'fifty writers at once: chains verified', [crowd], 'chained history'));
  }
  if (isWanted('P10')) await troubled(trying(new Tally('P10', `one report ${TROUBLES.join(', ')}`), apart));
  if (isWanted('P11')) {
    const slow = trying(new Tally('P11', 'calls of 0.25 to 1.5 s each'));
    for (let pace = 250; pace <= 1_500; pace += 250) counted(slow, `calls of ${pace} ms`, await atPace(pace));
  }
  if (isWanted('P12')) {
    const short = trying(new Tally('P12', 'room for 0 to 5 of 6 recipients, for two hours'));
    for (let room = 0; room < 6; room += 1) short.add(nothingEarly(await withQuota(room)));
  }
  if (isWanted('P13')) await raced(trying(new Tally('P13', '64 open one sign-in link at once', `1-${RACES}`), apart));
  if (all.length > 0) {
    apart.push(Tally.of('P5', 'all of the above: bytes sent, archived, recorded', all, 'sent as archived'));
    apart.push(Tally.of('P8', 'all of the above: chains verified', all, 'chained history'));
  }
  const rows = [...all, ...apart].map((tally) => tally.row());
  return rows.sort((a, b) => Number(a.promise.slice(1)) - Number(b.promise.slice(1)));
}

/** The weathers of the storms: how what SES tells arrives, and by which rule mails in doubt are settled. */
const STORMS: readonly {
  readonly promise: string;
  readonly tried: string;
  readonly feedback: Feedback;
  readonly design?: Design;
}[] = [
  { promise: 'P3', tried: 'storms, events in time', feedback: IN_TIME },
  { promise: 'P3', tried: 'storms, events up to 3 h late', feedback: LATE },
  { promise: 'P3', tried: 'storms, a fifth of all copies bounces', feedback: BOUNCING },
  { promise: 'P3', tried: 'storms, 30 % of events lost, `resend`', feedback: LOSING },
  { promise: 'P3', tried: 'storms, 30 % of events lost, `hold`', feedback: LOSING, design: HELD_RATHER_THAN_SENT },
  { promise: 'P4', tried: 'storms, all events lost', feedback: DEAD },
];

/** One report in every kind of trouble; its row counts the others. */
async function troubled(tally: Tally): Promise<void> {
  for (const trouble of TROUBLES) {
    for (const [report] of COMPLETED_CHARTER.mails)
      tally.add(othersDelivered(await reportThat(trouble, report), report));
  }
}

const RACES = 200;

async function raced(tally: Tally): Promise<void> {
  for (let seed = 1; seed <= RACES; seed += 1) {
    const { letIn, refused, sessions } = await linkRace(seed);
    tally.add(letIn === 1 && refused === 63 && sessions === 1);
  }
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
