import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { reported } from './report.ts';
import { callsOf, faultsAt, storm } from './world/campaign.ts';
import { Dice } from './world/dice.ts';
import type { Outcome } from './world/episode.ts';
import type { FaultKind } from './world/faults.ts';
import { FAULT_KINDS } from './world/faults.ts';
import { BOUNCING, DEAD, IN_TIME, LATE, LOSING } from './world/mail-channel.ts';
import type { Scenario } from './world/scenarios.ts';
import { SCENARIOS } from './world/scenarios.ts';
import { tableOf } from './world/tally.ts';
import { toldOf } from './world/telling.ts';

const RESULTS = 'test/faults/results.md';
const TITLE = '# What struck, and what came of it\n';

const FEEDBACKS = [IN_TIME, LATE, BOUNCING, LOSING, DEAD];

const USAGE = `npm run torture -- [options]
  --seeds A-B      storms with these seeds (default 1-300)
  --pairs N        instead of storms, N pairs of faults, drawn by the seeds' first
  --rate R,S       how many of all calls are struck in a storm (default 0.05); each seed is lived at each
  --kinds a,b      only these kinds of faults: ${FAULT_KINDS.join(', ')}
  --scenario TEXT  only scenarios whose name holds this text
  --feedback TEXT  how what SES tells arrives: ${FEEDBACKS.map(({ name }) => name).join('; ')} (default in time)
  --single         instead of storms, one fault at every call
  --report         every promise in turn, as a table; --pairs counts (default 100), --every N strikes every Nth call alone
  --only P1,P13    of a report only these promises
  --write          puts the table into test/faults/results.md; with --only beside those that are there
  --told           tell every step; for one seed that failed`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-300' },
    pairs: { type: 'string' },
    rate: { type: 'string', default: '0.05' },
    kinds: { type: 'string', default: FAULT_KINDS.join(',') },
    scenario: { type: 'string', default: '' },
    feedback: { type: 'string', default: IN_TIME.name },
    single: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
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
const feedback = FEEDBACKS.find(({ name }) => name.includes(values.feedback)) ?? IN_TIME;
const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.scenario));
const rates = values.rate.split(',').map(Number);
const count = { schedules: 0, faults: 0, failed: 0, dropped: 0 };
const states: Record<string, number> = {};
const broken: Record<string, number> = {};

for (const scenario of scenarios) await callsOf(scenario); // everything is loaded before the first schedule counts
if (values.report) await report();
else {
  if (values.single) await singles();
  else if (values.pairs === undefined) await storms();
  else await pairs(Number(values.pairs));
  summed();
}
process.exitCode = count.failed === 0 ? 0 : 1;

async function report(): Promise<void> {
  const pairs = Number(values.pairs ?? 100);
  const only = values.only === '' ? [] : values.only.split(',');
  const rows = await reported({ first, last, pairs, every: Number(values.every), rates }, only);
  for (const { broken: failed } of rows) count.failed += failed;
  const command = `npm run torture -- ${process.argv.slice(2).join(' ')}`;
  const cpu = `${Math.ceil(process.cpuUsage().user / 60e6)} min of CPU`;
  const text = `${tableOf(rows)}\n\nBy \`${command}\`, ${cpu}.\n`;
  console.log(text);
  if (!values.write) return;
  const held = only.length === 0 ? TITLE : await readFile(RESULTS, 'utf8');
  await writeFile(RESULTS, `${held}\n${text}`);
}

async function singles(): Promise<void> {
  for (const scenario of scenarios) {
    const calls = await callsOf(scenario);
    for (const kind of kinds) {
      for (let n = 0; n < calls; n += Number(values.every)) {
        const outcome = await faultsAt(scenario, new Map([[n, kind]]), { tracing: values.told });
        counted(`${scenario.name}, ${kind} at call ${n}`, outcome);
      }
    }
  }
}

async function storms(): Promise<void> {
  for (let seed = first; seed <= last; seed += 1) {
    for (const scenario of scenarios) {
      for (const rate of rates) {
        const outcome = await storm({ scenario, seed, rate, kinds, feedback, tracing: values.told });
        counted(`seed ${seed}, ${scenario.name}, rate ${rate}, events ${feedback.name}`, outcome);
      }
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
