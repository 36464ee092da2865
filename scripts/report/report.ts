import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { illustratedRenderings } from '../../lambda/reports/illustrated.ts';
import { letterheadOf } from '../../lambda/reports/issue-archiver.ts';
import { startedRun } from '../../lambda/reports/manual-run.ts';
import { composedNow } from '../../lambda/reports/report-service.ts';
import { finishRun } from '../../lambda/reports/run-service.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { readDeliveries } from '../../lambda/stores/run-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, instantOfMs } from '../../shared/kernel/calendar.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import { periodName } from '../../shared/kernel/period.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';
import type { Format } from '../../shared/reports/render/rendering.ts';
import type { CliFormat, ReportArguments } from './arguments.ts';
import { ArgumentError, reportArguments, USAGE } from './arguments.ts';
import { NoBooks, openBooks } from './books.ts';
import { OPERATOR } from './operator.ts';

const DONE = 0;
const FAILED = 1;
const MISUSED = 2;
const NOTHING_TO_READ = 3;

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');
const EXTENSION: Readonly<Record<CliFormat, Format>> = {
  text: 'txt',
  html: 'html',
  md: 'md',
  json: 'json',
  csv: 'csv',
};

async function main(argv: readonly string[]): Promise<number> {
  const zone = (process.env['BUSINESS_ZONE'] ?? 'America/Los_Angeles') as Zone;
  const asked = reportArguments(argv, dayIn(zone, instantOfMs(Date.now())));
  if ('help' in asked) return print(USAGE);
  if (asked.report === 'list') return print(catalogText());
  if (!REPORTS.some((report) => report.id === asked.report)) {
    throw new ArgumentError([
      `there is no report "${asked.report}"; expected one of ${REPORTS.map((report) => report.id).join(', ')}`,
    ]);
  }
  const books = await openBooks(FOLDER);
  try {
    return asked.send ? await send(books.runtime, asked) : await show(books.runtime, asked);
  } finally {
    await books.close();
  }
}

async function show(runtime: Runtime, asked: ReportArguments): Promise<number> {
  const { reportingDeps } = runtime;
  const document = await composedNow(reportingDeps, OPERATOR, asked, reportingDeps.clock());
  const extension = EXTENSION[asked.format];
  const { body } = (await illustratedRenderings(document, letterheadOf(reportingDeps)))[extension];
  if (asked.outFolder === undefined) return print(body);
  await mkdir(asked.outFolder, { recursive: true });
  const path = join(
    asked.outFolder,
    `${document.slug}-${document.scope.name}-${periodName(document.period)}.${extension}`,
  );
  await writeFile(path, body);
  return print(path);
}

async function send(runtime: Runtime, asked: ReportArguments): Promise<number> {
  const { reportingDeps } = runtime;
  const { runKey } = await startedRun(
    reportingDeps,
    OPERATOR,
    {
      requestKey: randomUUID(),
      reports: [asked.report],
      entityIds: asked.entityIds,
      period: asked.period,
      sendTo: asked.to ? { addresses: asked.to } : 'subscribers',
    },
    reportingDeps.clock(),
  );
  const state = await finishRun(reportingDeps, runKey);
  const deliveries = await readDeliveries(runtime.tables, runKey);
  print(`Run ${runKey}: ${state}`);
  for (const one of deliveries)
    print(`  ${one.report} to ${one.recipientName}: ${one.state}${one.problem ? ` (${one.problem})` : ''}`);
  if (deliveries.length === 0)
    print('  Nobody is subscribed to this report for these entities; it was archived, not mailed.');
  return state === 'complete' ? DONE : FAILED;
}

function catalogText(): string {
  return REPORTS.map((report) => `${report.id.padEnd(18)} ${report.title}, for ${report.audience}`).join('\n');
}

function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return DONE;
}

function complain(error: unknown): number {
  if (error instanceof ArgumentError) {
    process.stderr.write(`These arguments do not fit:\n${error.message}\n\n${USAGE}\n`);
    return MISUSED;
  }
  const problems =
    error instanceof FaultError ? error.fault.problems.map((one) => `  ${one.field}: ${one.message}`) : [];
  process.stderr.write(`${[error instanceof Error ? error.message : String(error), ...problems].join('\n')}\n`);
  return error instanceof NoBooks ? NOTHING_TO_READ : FAILED;
}

// The exit code is set, not forced: a pipe still gets everything that was printed.
process.exitCode = await main(process.argv.slice(2)).catch(complain);
