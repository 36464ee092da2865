import type { Instant } from '../../shared/kernel/calendar.ts';
import type { Run } from '../../shared/reports/run.ts';
import { readRun, runWrite } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { Step } from './steps.ts';
import { logStep, stepWrite } from './steps.ts';

/** What else is stored with a step of a run, and when the run is looked at next. */
export interface Along {
  readonly more?: readonly Write[];
  readonly dueAt?: Instant;
}

/** The changed run and its audit line, together. Nothing, and nothing stored, when somebody else was faster. */
export async function stepped(
  deps: ReportingDeps,
  run: Run,
  at: Instant,
  step: Step,
  { more = [], dueAt }: Along = {},
): Promise<Run | undefined> {
  const writes = [runWrite(deps.tables, run, dueAt), ...more, stepWrite(deps, step, at)];
  const { stored } = await committed(deps.tables, writes);
  if (!stored) return undefined;
  logStep(deps, step);
  return { ...run, version: run.version + 1 };
}

/** The same; when somebody else was faster, the run as they left it. */
export async function recorded(
  deps: ReportingDeps,
  run: Run,
  at: Instant,
  step: Step,
  along: Along = {},
): Promise<Run | undefined> {
  return (await stepped(deps, run, at, step, along)) ?? readRun(deps.tables, run.key);
}
