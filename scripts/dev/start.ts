import { appendFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lineLog } from '../../lambda/log.ts';
import { listUsers } from '../../lambda/stores/user-store.ts';
import { ensureSample } from '../sample/ensure-sample.ts';
import { begunSample } from '../sample/sample-marker.ts';
import { keepScanOfThisRepository } from '../sample/scan-of-this-repository.ts';
import type { StartArguments } from './arguments.ts';
import { startArguments, USAGE } from './arguments.ts';
import { bold, faint, progressLine, say } from './console.ts';
import { consoleLink } from './console-link.ts';
import type { LocalStack } from './local-stack.ts';
import { startLocalStack } from './local-stack.ts';
import { isOwnCompany } from './own-company.ts';
import { forgetRunning, noteRunning } from './running-stack.ts';
import { choosePort } from './services/ports.ts';
import { ensureWebBuild } from './web-build.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = resolve(ROOT, process.env['SCC_DATA'] ?? '.local');
const SWEEP_EVERY_MS = 5 * 60_000;
const WATCH_EVERY_MS = 15 * 60_000;

const PREFERRED = { app: 8080, inbox: 8025, dynamo: 8000, s3: 9000 } as const;

async function main(): Promise<void> {
  const asked = startArguments(process.argv.slice(2));
  if ('isEmpty' in asked) return start(asked);
  if ('page' in asked) return say(USAGE);
  process.stderr.write(`  ${asked.problem}\n\n${USAGE}\n`);
  process.exitCode = 2;
}

async function start({ isEmpty }: StartArguments): Promise<void> {
  const since = performance.now();
  await mkdir(FOLDER, { recursive: true });
  const webFolder = await ensureWebBuild(ROOT, () => say(faint('Building the pages of the app …')));
  const { ports, notes } = await chosenPorts();
  const stack = await startLocalStack({
    folder: FOLDER,
    webFolder,
    ports,
    log: lineLog(
      (line) => appendFileSync(join(FOLDER, 'scc.log'), `${line}\n`),
      () => new Date().toISOString(),
    ),
    report: (message) => say(faint(message)),
    endpoints: endpointsElsewhere(),
  });
  stopTidily(stack);
  const { tables, config, reportingDeps } = stack.runtime;
  const isOwn = (isEmpty && !(await begunSample(tables))) || (await isOwnCompany(tables));
  const loaded = isOwn ? undefined : await ensureSample(tables, config.zone, reportingDeps.clock(), progressLine());
  const { appUrl, inboxUrl, endpoints } = stack;
  await noteRunning(FOLDER, { pid: process.pid, appUrl, inboxUrl, endpoints });
  keepSweeping(stack);
  const places = isOwn ? await ownPlaces(stack) : await samplePlaces(stack);
  if (isEmpty && !isOwn)
    notes.push('These data hold the sample company; set SCC_DATA to another folder for one of your own.');
  welcome(stack, [...(loaded ? [loaded] : []), ...notes], places, performance.now() - since);
  if (!isOwn) await keepScan(stack);
}

async function chosenPorts() {
  const taken = new Set<number>();
  const notes: string[] = [];
  const ports: Record<keyof typeof PREFERRED, number> = { ...PREFERRED };
  for (const name of Object.keys(PREFERRED) as (keyof typeof PREFERRED)[]) {
    const chosen = await choosePort(name === 'app' ? 'app' : `local ${name}`, PREFERRED[name], taken);
    taken.add(chosen.port);
    ports[name] = chosen.port;
    if (chosen.note) notes.push(chosen.note);
  }
  return { ports, notes };
}

function endpointsElsewhere() {
  const of = (key: string, name: string) => (process.env[name] ? { [key]: process.env[name] } : {});
  return { ...of('dynamo', 'DYNAMODB_ENDPOINT'), ...of('ses', 'SES_ENDPOINT'), ...of('s3', 'S3_ENDPOINT') };
}

/** The scan takes seconds and nothing waits for it: without one the report says which figures are unknown. */
async function keepScan({ runtime }: LocalStack): Promise<void> {
  const { tables, config, reportingDeps } = runtime;
  await keepScanOfThisRepository(tables, config.zone, reportingDeps.clock()).catch((error: unknown) =>
    say(faint(`The repository was not scanned: ${String(error)}`)),
  );
}

/**
 * The scheduler's part: one tick at once, for what a crash left behind, then every five minutes; the watch looks once that
 * is made up, then every quarter of an hour.
 */
function keepSweeping(stack: LocalStack): void {
  const tick = (kind: 'sweep' | 'watch') => {
    const event = { source: 'scc.scheduler', kind, scheduledTime: new Date().toISOString() };
    return stack.invoke(event).catch((error: unknown) => say(faint(`${kind} failed: ${String(error)}`)));
  };
  void tick('sweep').then(() => tick('watch'));
  setInterval(tick, SWEEP_EVERY_MS, 'sweep').unref();
  setInterval(tick, WATCH_EVERY_MS, 'watch').unref();
}

/** Ready links for two people of the sample. */
async function samplePlaces({ runtime }: LocalStack): Promise<readonly string[]> {
  const admin = await consoleLink(runtime, 'admin@example.com', 'reports');
  const captain = await consoleLink(runtime, 'captain@example.com', 'charters');
  return [`Sign in as captain  ${captain}`, `Sign in as admin    ${admin}`, faint(`${INDENT}${ONCE}`)];
}

/** A ready link for the first admin of somebody's own company; the first steps where there is none yet. */
async function ownPlaces({ runtime }: LocalStack): Promise<readonly string[]> {
  const admin = (await listUsers(runtime.tables)).find(
    ({ roles, status }) => roles.includes('admin') && status === 'active',
  );
  if (admin === undefined) return FIRST_STEPS;
  return [`Sign in as admin    ${await consoleLink(runtime, admin.email, 'reports')}`, faint(`${INDENT}${ONCE}`)];
}

const INDENT = ' '.repeat(20);
const ONCE = 'each link works once; restart for new ones, or ask on the sign-in page';
const FIRST_STEPS = [
  'Nobody can sign in yet. In a second terminal, with the same SCC_DATA:',
  'Somebody            npm run person -- you@example.com --name "Your name" --roles admin',
  'Your business       npm run handoff -- your-business.md      (begin with a copy of scripts/handoff/template.md)',
];

function welcome(stack: LocalStack, notes: readonly string[], places: readonly string[], tookMs: number): void {
  say();
  say(bold('Ship Captain Crew is up') + faint(`  (${(tookMs / 1_000).toFixed(1)} s)`));
  for (const note of notes) say(`  ${note}`);
  say();
  say(`  App                 ${bold(stack.appUrl)}`);
  say(`  Inbox               ${bold(stack.inboxUrl)}   every mail the app sends lands here`);
  say();
  for (const place of places) say(`  ${place}`);
  say();
  say(`  Tests               npm test`);
  say(`  A report            npm run report -- ceo --format text`);
  say(`  Data and log        ${FOLDER}`);
  say(faint('  Ctrl-C stops everything.'));
}

function stopTidily(stack: LocalStack): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    Promise.all([stack.close(), forgetRunning(FOLDER)]).then(
      () => process.exit(0),
      (error: unknown) => {
        say(String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
