import { resolve } from 'node:path';
import { handlerOf } from '../../lambda/handler.ts';
import type { Tick } from '../../lambda/reports/door.ts';
import { scheduleAt } from '../../lambda/reports/schedule.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { readDeliveries, readRun } from '../../lambda/stores/run-store.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, epochMs, instantOfMs, plusMs } from '../../shared/kernel/calendar.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import { nextDue, owedSlots } from '../../shared/reports/due.ts';
import { formatInstant, formatPeriod } from '../../shared/reports/render/format-days.ts';
import { RHYTHMS } from '../../shared/reports/run.ts';
import { nextSlot } from '../../shared/reports/slots.ts';
import { ArgumentError } from './arguments.ts';
import { NoBooks, openBooks } from './books.ts';
import { TICK_USAGE, tickArguments } from './tick-arguments.ts';

const DONE = 0;
const FAILED = 1;
const MISUSED = 2;
const NOTHING_TO_READ = 3;

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');

async function main(argv: readonly string[]): Promise<number> {
  const asked = tickArguments(argv);
  if ('help' in asked) return print(TICK_USAGE);
  if (asked.at !== undefined && process.env['TABLE_MAIN']) {
    throw new ArgumentError(['--at rehearses on local data only: elsewhere the Scheduler says what time it is']);
  }
  const books = await openBooks(FOLDER, asked.at === undefined ? undefined : clockFrom(asked.at));
  try {
    const { zone } = books.runtime.config;
    const isOver = asked.at !== undefined && dayIn(zone, asked.at) < dayIn(zone, instantOfMs(Date.now()));
    return isOver ? await lookBack(books.runtime, asked.at as Instant) : await tick(books.runtime);
  } finally {
    await books.close();
  }
}

/** The Scheduler's event, through the function's own handler, and what came of it. */
async function tick(runtime: Runtime): Promise<number> {
  const now = runtime.reportingDeps.clock();
  const schedule = await scheduleAt(runtime.reportingDeps, now);
  const owed = owedSlots(schedule, now);
  const event = { source: 'scc.scheduler', kind: 'sweep', scheduledTime: now };
  const { created } = (await handlerOf(runtime)(event)) as Tick;
  print(`It is ${formatInstant(now, schedule.calendar.zone)}.`);
  const kept = owed.filter((slot) => !created.includes(slot.key)).map((slot) => slot.key);
  if (created.length === 0) print('Nothing is due.');
  if (kept.length > 0) print(`Made before: ${kept.join(', ')}`);
  let good = true;
  for (const key of created) good = (await printRun(runtime, key, schedule.calendar.zone)) && good;
  printNext(schedule, now);
  return good ? DONE : FAILED;
}

/** What a day that is over owed. Nothing is made: the books cannot be read as they were then. */
async function lookBack(runtime: Runtime, at: Instant): Promise<number> {
  const schedule = await scheduleAt(runtime.reportingDeps, instantOfMs(Date.now()));
  const zone = schedule.calendar.zone;
  print(`${formatInstant(at, zone)} is over. Nothing is made for it: the books cannot be read as they were then.`);
  if (at < schedule.since) print(`The schedule is kept since ${formatInstant(schedule.since, zone)}.`);
  for (const slot of owedSlots(schedule, at)) {
    const run = await readRun(runtime.tables, slot.key);
    print(`${slot.key}, due ${formatInstant(slot.dueAt, zone)}: ${run ? run.state : 'not made'}`);
  }
  return DONE;
}

/** Whether the run came to a good end. */
async function printRun(runtime: Runtime, key: string, zone: Zone): Promise<boolean> {
  const run = await readRun(runtime.tables, key);
  if (run === undefined) return false;
  const due = run.trigger.kind === 'schedule' ? `, due ${formatInstant(run.trigger.dueAt, zone)}` : '';
  print(`${key}${due}: ${run.state}`);
  const deliveries = await readDeliveries(runtime.tables, key);
  for (const issue of run.issues) {
    const failure = issue.failure === undefined ? '' : ` (${issue.failure})`;
    print(`  ${issue.title}, ${formatPeriod(issue.period)}, ${issue.scopeName}: ${issue.state}${failure}`);
    const mails = deliveries.filter((one) => one.report === issue.report && one.scopeName === issue.scopeName);
    for (const { recipientName, state, problem, parties } of mails)
      print(`    mailed to ${recipientName}: ${state}${problem ? ` (${problem})` : ''}; audit copy: ${parties.bcc.state}`);
    if (mails.length === 0) print('    archived; nobody is subscribed');
  }
  return run.state === 'complete';
}

function printNext(schedule: Schedule, now: Instant): void {
  const { calendar, recipients } = schedule;
  print('Next:');
  for (const rhythm of RHYTHMS) {
    const { key, dueAt } = nextSlot(rhythm, now, calendar);
    print(`  ${key.padEnd(20)} ${formatInstant(dueAt, calendar.zone)}`);
  }
  for (const { recipientId, report, cadence, at } of nextDue(schedule, now)) {
    const name = recipients.find((person) => person.id === recipientId)?.name ?? recipientId;
    const when = at === undefined ? 'after the next completed charter' : formatInstant(at, calendar.zone);
    print(`  ${report} to ${name} (${cadence}): ${when}`);
  }
}

/** A clock set to an instant that runs on from there. */
function clockFrom(at: Instant): () => Instant {
  const started = Date.now();
  return () => plusMs(at, epochMs(instantOfMs(Date.now())) - started);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return DONE;
}

function complain(error: unknown): number {
  if (error instanceof ArgumentError) {
    process.stderr.write(`These arguments do not fit:\n${error.message}\n\n${TICK_USAGE}\n`);
    return MISUSED;
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof NoBooks ? NOTHING_TO_READ : FAILED;
}

// Whoever reads along may stop reading: the reports are made and mailed by then, and the rest has no reader.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set, not forced: a pipe still gets everything that was printed.
process.exitCode = await main(process.argv.slice(2)).catch(complain);
