import { parseArgs } from 'node:util';
import { callsOf, faultsAt, storm } from './world/campaign.ts';
import { Dice } from './world/dice.ts';
import type { Outcome } from './world/episode.ts';
import type { FaultKind } from './world/faults.ts';
import { FAULT_KINDS } from './world/faults.ts';
import type { Scenario } from './world/scenarios.ts';
import { SCENARIOS } from './world/scenarios.ts';
import { toldOf } from './world/telling.ts';

const USAGE = `npm run torture -- [options]
  --seeds A-B      storms with these seeds (default 1-300)
  --pairs N        instead of storms, N pairs of faults, drawn by the seeds' first
  --rate R         how many of all calls are struck in a storm (default 0.05)
  --kinds a,b      only these kinds of faults: ${FAULT_KINDS.join(', ')}
  --scenario TEXT  only scenarios whose name holds this text
  --told           tell every step; for one seed that failed`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-300' },
    pairs: { type: 'string' },
    rate: { type: 'string', default: '0.05' },
    kinds: { type: 'string', default: FAULT_KINDS.join(',') },
    scenario: { type: 'string', default: '' },
    told: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const [first = 1, last = first] = values.seeds.split('-').map(Number);
const kinds = values.kinds.split(',').map((name) => {
  const kind = FAULT_KINDS.find((one) => one === name);
  if (kind === undefined) throw new RangeError(`${name} is no kind of fault\n${USAGE}`);
  return kind;
});
const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.scenario));
const count = { schedules: 0, faults: 0, failed: 0, dropped: 0 };
const states: Record<string, number> = {};
const broken: Record<string, number> = {};

for (const scenario of scenarios) await callsOf(scenario); // everything is loaded before the first schedule counts
if (values.pairs === undefined) await storms();
else await pairs(Number(values.pairs));
summed();
process.exitCode = count.failed === 0 ? 0 : 1;

async function storms(): Promise<void> {
  for (let seed = first; seed <= last; seed += 1) {
    for (const scenario of scenarios) {
      const outcome = await storm({ scenario, seed, rate: Number(values.rate), kinds, tracing: values.told });
      counted(`seed ${seed}, ${scenario.name}, rate ${values.rate}`, outcome);
    }
  }
}

/** Two faults in one schedule, both drawn: the second often strikes what the first set going. */
async function pairs(wanted: number): Promise<void> {
  const dice = new Dice(first);
  const calls = new Map<Scenario, number>();
  for (const scenario of scenarios) calls.set(scenario, await callsOf(scenario));
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const scenario = scenarios[dice.below(scenarios.length)] as Scenario;
    const strike = (beyond: number): [number, FaultKind] => [
      dice.below((calls.get(scenario) ?? 0) * beyond),
      kinds[dice.below(kinds.length)] as FaultKind,
    ];
    const faults = new Map([strike(1), strike(1.5)].map(([n, kind]) => [Math.floor(n), kind]));
    const told = [...faults].map(([n, kind]) => `${kind} at call ${n}`).join(' and ');
    counted(`${scenario.name}, ${told}`, await faultsAt(scenario, faults, { tracing: values.told }));
  }
}

function counted(schedule: string, { violations, struck, states: ended, dropped, trace }: Outcome): void {
  count.schedules += 1;
  count.dropped += dropped;
  for (const strikes of struck.values()) count.faults += strikes;
  for (const [state, how] of Object.entries(ended)) states[state] = (states[state] ?? 0) + how;
  if (values.told) console.log(trace.join('\n'));
  if (violations.length === 0) return;
  count.failed += 1;
  for (const { invariant } of violations) broken[invariant] = (broken[invariant] ?? 0) + 1;
  console.log(toldOf(schedule, violations));
}

function summed(): void {
  const list = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, how]) => `${how} ${name}`)
      .join(', ') || 'none';
  console.log(`${count.schedules} schedules, ${count.faults} faults, ${count.dropped} events given up by Lambda.`);
  console.log(`Deliveries: ${list(states)}. Broken: ${list(broken)}.`);
  console.log(`${(process.cpuUsage().user / 1e6).toFixed(1)} s of CPU. ${count.failed} schedules failed.`);
}
