import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Schedule } from '../../shared/reports/due.ts';
import { dueSlots, owedSlots } from '../../shared/reports/due.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import type { Run } from '../../shared/reports/run.ts';
import type { Slot } from '../../shared/reports/slots.ts';
import { companyRegisters } from '../stores/register-store.ts';
import { newRunWrite, readRun } from '../stores/run-store.ts';
import { scheduleBeginWrite, scheduleSince } from '../stores/schedule-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import { logStep, stepWrite } from './steps.ts';

/**
 * Creates the run of every slot that is due and has none, each once however many ticks come at a time. Answers the keys
 * this tick created; whoever finishes runs takes it from there.
 */
export async function createDueRuns(deps: ReportingDeps): Promise<string[]> {
  const now = deps.clock();
  await begin(deps, now);
  const schedule = await scheduleAt(deps, now);
  const created: string[] = [];
  for (const slot of await slotsWithoutRun(deps, schedule, now)) {
    if (await createRun(deps, slot, now)) created.push(slot.key);
  }
  return created;
}

/** The schedule as the records say it. */
export async function scheduleAt(deps: ReportingDeps, now: Instant): Promise<Schedule> {
  const registers = await companyRegisters(deps.tables);
  return {
    calendar: {
      zone: deps.config.zone,
      closedDays: new Set((registers['closed-day'] ?? []).map((closed) => closed.on)),
    },
    since: (await scheduleSince(deps.tables)) ?? firstSince(now),
    reports: REPORTS,
    entities: registers.entity ?? [],
    recipients: registers.recipient ?? [],
  };
}

async function slotsWithoutRun(deps: ReportingDeps, schedule: Schedule, now: Instant): Promise<Slot[]> {
  const made = new Set<string>();
  for (const { key } of owedSlots(schedule, now)) if (await readRun(deps.tables, key)) made.add(key);
  return dueSlots(schedule, made, now);
}

/** Whether this call created it: of many at a time one does. */
async function createRun(deps: ReportingDeps, slot: Slot, now: Instant): Promise<boolean> {
  const { key, rhythm, dueOn, dueAt, period } = slot;
  const run: Run = {
    key,
    trigger: { kind: 'schedule', rhythm, dueOn, dueAt },
    state: 'pending',
    createdAt: now,
    createdBy: 'scc',
    archivedOn: dayIn(deps.config.zone, now),
    issues: [],
    requested: [],
    version: 1,
    ...(period === undefined ? {} : { requestedPeriod: period }),
  };
  const step = { runKey: key, action: 'run.created', object: key, data: { trigger: 'schedule', rhythm, due: dueAt } };
  const { stored } = await committed(deps.tables, [newRunWrite(deps.tables, run), stepWrite(deps, step, now)]);
  if (stored) logStep(deps, step);
  return stored;
}

/** How far back the first tick ever looks. What fell due before, nobody was promised. */
const FIRST_LOOK_MIN = 60;

/** The schedule is kept from the hour of the first tick on, whoever ticks. */
export async function begin(deps: ReportingDeps, now: Instant): Promise<void> {
  if ((await scheduleSince(deps.tables)) !== undefined) return;
  await committed(deps.tables, [scheduleBeginWrite(deps.tables, firstSince(now))]);
}

function firstSince(now: Instant): Instant {
  return plusMinutes(now, -FIRST_LOOK_MIN);
}
