import { resolve } from 'node:path';
import { storeHandoff } from '../../lambda/host/handoff-service.ts';
import type { HandoffProblem } from '../../shared/handoffs/handoff-problem.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import { OPERATOR } from '../report/operator.ts';
import { handoffArguments, USAGE } from './arguments.ts';
import { planText, problemText, readText } from './handoff-text.ts';
import type { NamedReading } from './on-disk.ts';
import { documentsIn, Unreadable } from './on-disk.ts';

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');

async function main(): Promise<number> {
  const asked = handoffArguments(process.argv.slice(2));
  if ('page' in asked) return print(`${USAGE}\n`);
  if ('problem' in asked) {
    process.stderr.write(`  ${asked.problem}\n\n${USAGE}\n`);
    return 2;
  }
  const readings = onePerEntity(await documentsIn(asked.files));
  for (const reading of readings) print(readText(reading));
  const clean = readings.every(({ problems }) => problems.length === 0);
  if (asked.check) return clean ? 0 : 1;
  return (await store(readings)) && clean ? 0 : 1;
}

/** Stores them one after the other; false when something a person entered stands against one. */
async function store(readings: readonly NamedReading[]): Promise<boolean> {
  const books = await openBooks(FOLDER);
  try {
    const { tables, reportingDeps } = books.runtime;
    const deps = { tables, random: reportingDeps.random };
    let agreed = true;
    for (const { path, handoff } of readings) {
      if (handoff === undefined) continue;
      const plan = await storeHandoff(deps, { user: OPERATOR, now: reportingDeps.clock() }, handoff);
      print(problemText(path, plan.conflicts) + planText(path, plan));
      agreed = agreed && plan.conflicts.length === 0;
    }
    return agreed;
  } finally {
    await books.close();
  }
}

/** A second document of an entity is named and not read: each would withdraw what the other says. */
function onePerEntity(readings: readonly NamedReading[]): NamedReading[] {
  const seen = new Map<string, string>();
  return readings.map((reading): NamedReading => {
    const { path, handoff, problems } = reading;
    if (handoff === undefined) return reading;
    const { id, line } = handoff.entity;
    const before = seen.get(id);
    seen.set(id, before ?? path);
    if (before === undefined) return reading;
    const twice: HandoffProblem = { line, message: `expected one document per entity; ${before} describes ${id} too` };
    return { path, problems: [...problems, twice] };
  });
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof Unreadable) return 2;
  if (error instanceof NoBooks) return 3;
  return 1;
});
