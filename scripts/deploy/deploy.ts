import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quietSdk } from '../quiet-sdk.ts';
import type { Outcome } from './apply.ts';
import { applyCargo } from './apply.ts';
import type { DeployArguments } from './arguments.ts';
import { ArgumentError, deployArguments, USAGE } from './arguments.ts';
import type { Cloud } from './cloud.ts';
import { cloudOf, hasCredentials, identityIn } from './cloud.ts';
import type { LogLine } from './deploy-log.ts';
import { addLogLine } from './deploy-log.ts';
import { functionZip } from './function-zip.ts';
import { fileJournal } from './journal.ts';
import { pagesIn } from './pages.ts';
import type { Cargo, Changes } from './plan.ts';
import { changeSummary, changesOf } from './plan.ts';
import { cargoText, changesText } from './plan-text.ts';
import type { Settings } from './settings.ts';
import { readSettings, SettingsError } from './settings.ts';
import type { Sources } from './sources.ts';
import { npmRun, sourcesOf } from './sources.ts';
import { standingOf } from './standing.ts';

const DONE = 0;
const STOPPED = 1;
const MISUSED = 2;
const EXIT: Readonly<Record<Outcome['result'], number>> = {
  live: DONE,
  stopped: STOPPED,
  'rolled-back': 3,
  unfinished: 4,
};
const RESULT: Readonly<Record<Outcome['result'], string>> = {
  live: 'live',
  stopped: 'stopped, nothing switched',
  'rolled-back': 'rolled back',
  unfinished: 'unfinished, run it again',
};

/** npm runs its scripts in the package's folder. */
const ROOT = process.cwd();

/** Nothing was touched, and this is why. */
class Refusal extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const asked = deployArguments(argv);
  if ('help' in asked) return print(USAGE);
  const settings = await readSettings(ROOT, asked.name);
  const sources = await sourcesOf(ROOT);
  const cloud = cloudOf(settings.region, asked.endpoints);
  const known = await hasCredentials(cloud);
  if (asked.apply) await mustBeReady(asked, sources, known);
  const cargo = await loaded(asked, settings, sources);
  print(cargoText(cargo));
  if (!known) throw new Refusal('there are no AWS credentials, so it cannot be held against what is in the cloud');
  print(`Signed in as  ${await identityIn(cloud, settings.account)}`);
  const standing = await standingOf(cloud, settings);
  const changes = changesOf(cargo, standing);
  print(changesText(cargo, changes, standing));
  if (!asked.apply) return print('\nNothing was touched. With --apply it is done.');
  const outcome = await applied(cloud, cargo, standing, asked);
  await remember(asked, cargo, changes, outcome);
  return EXIT[outcome.result];
}

/** What must hold before anybody is asked anything. @throws Refusal saying what does not. */
async function mustBeReady(asked: DeployArguments, sources: Sources, hasKeys: boolean): Promise<void> {
  if (!sources.clean) throw new Refusal('there are changes that are not committed; a deployment is of a commit');
  if (!hasKeys) throw new Refusal('there are no AWS credentials');
  if (asked.skipCheck !== undefined) print(`npm run check is left out: ${asked.skipCheck}`);
  else if (!npmRun(ROOT, 'check')) throw new Refusal('npm run check does not pass');
}

async function loaded(asked: DeployArguments, settings: Settings, sources: Sources): Promise<Cargo> {
  if (!npmRun(ROOT, 'build')) throw new Refusal('npm run build does not pass');
  const zip = await functionZip(join(ROOT, 'dist/lambda'));
  await writeFile(join(ROOT, 'dist/function.zip'), zip.bytes);
  const pages = await pagesIn(join(ROOT, 'dist/web'));
  return { name: asked.name, settings, sources, zip, pages, migrations: asked.migrations };
}

function applied(
  cloud: Cloud,
  cargo: Cargo,
  standing: Parameters<typeof applyCargo>[2],
  { name, waitMs, smokeMs }: DeployArguments,
): Promise<Outcome> {
  const now = () => new Date();
  const journal = fileJournal(join(ROOT, '.local/deploy', `${name}.jsonl`), now, print);
  const reference = `${cargo.sources.version} ${now().toISOString()}`;
  return applyCargo(cloud, cargo, standing, { waitMs, smokeMs, journal, reference });
}

/** The log tells of every deployment, however it ended. When it cannot be written, the screen has the line. */
async function remember(asked: DeployArguments, cargo: Cargo, changes: Changes, outcome: Outcome): Promise<void> {
  const because = outcome.because === undefined ? '' : `: ${outcome.because}`;
  const unchecked = asked.skipCheck === undefined ? '' : `; unchecked: ${asked.skipCheck}`;
  const line: LogLine = {
    at: new Date(),
    environment: cargo.name,
    version: cargo.sources.version,
    digest: cargo.zip.digest,
    changes: `${changeSummary(changes)}${unchecked}`,
    migrations: cargo.migrations,
    result: `${RESULT[outcome.result]}${because}`,
  };
  print(`\n${line.result}`);
  try {
    await addLogLine(ROOT, line);
    print('The deploy log has a new line; commit shipcaptaincrew.md.');
  } catch (error) {
    process.stderr.write(`The deploy log could not be written (${String(error)}). Add: ${JSON.stringify(line)}\n`);
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return DONE;
}

function complain(error: unknown): number {
  if (error instanceof ArgumentError) {
    process.stderr.write(`These arguments do not fit:\n${error.message}\n\n${USAGE}\n`);
    return MISUSED;
  }
  if (error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    return MISUSED;
  }
  const because = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Stopped before anything was touched: ${because}\n`);
  return STOPPED;
}

quietSdk();
process.exitCode = await main(process.argv.slice(2)).catch(complain);
