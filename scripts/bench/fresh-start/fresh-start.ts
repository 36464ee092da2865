import { spawn } from 'node:child_process';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING, buildLambda, bundleSplit } from '../../build.ts';
import { gatewayEvent } from '../../dev/api-gateway.ts';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { raced } from '../rounds.ts';
import type { SampleVisit } from '../sample-visit.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow, sizeRow } from '../table.ts';
import { buildEagerly } from './eager.ts';

const CHILD = join(import.meta.dirname, 'child.mjs');
/** What the function loads beside the SDK, as it loads it: on the way to the first answer, or with the first request that sends something. */
const PACKAGES: Readonly<Record<string, string>> = {
  jose: "import * as jose from 'jose'; globalThis.held = [jose.jwtVerify, jose.decodeProtectedHeader, jose.SignJWT];",
  'zod/mini': "import { userSchema } from '../../../shared/records/user.ts'; globalThis.held = userSchema;",
  '@noble/hashes': "import { sha256 } from '@noble/hashes/sha2.js'; globalThis.held = sha256;",
};
const MOST_MS_OUTSIDE_SDK = 15;

/**
 * M3: a fresh process to its first authenticated dashboard answer, beside the floor and beside an eager bundle. The floor
 * is bundled just as ours is, the eager bundle with the same options, so that what is measured is what our code adds.
 */
export async function freshStartRows({ rounds, nodes }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('fresh-start');
  await mkdir(folder, { recursive: true });
  const visit = await sampleVisit(join(folder, 'data'));
  try {
    const bundles = await bundlesIn(folder);
    const eventFile = join(folder, 'event.json');
    await writeFile(eventFile, JSON.stringify(await dashboardEvent(visit)));
    const rows: Row[] = [];
    for (const node of nodes) {
      const version = await versionOf(node);
      const times = await raced(
        Object.entries(bundles).map(([name, bundle]) => ({
          name,
          go: () => startedOnce(node, bundle, eventFile, environment(visit)),
        })),
        rounds,
      );
      rows.push(...rowsOf(times, version));
    }
    const { size } = await stat(bundles['ours'] ?? '');
    return [...rows, sizeRow('M3', 'entry chunk, minified', size, 450)];
  } finally {
    await visit.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(times: ReadonlyMap<string, number>, version: string): readonly Row[] {
  const ms = (name: string) => times.get(name) ?? Number.NaN;
  const outside = Object.keys(PACKAGES).map((name) => ({ name, ms: Math.max(0, ms(name) - ms('nothing')) }));
  return [
    ratioRow('M3', `Node ${version}: ours ÷ a bare handler with one GetItem`, ms('ours') / ms('bare'), 1.35),
    ratioRow('M3', `Node ${version}: ours ÷ the same code loaded eagerly`, ms('ours') / ms('eager'), 0.65),
    ...outside.map(({ name, ms: cost }) => ({
      metric: 'M3',
      what: `Node ${version}: ${name}, beside an empty process (${Math.round(ms('nothing'))} ms)`,
      measured: `${cost.toFixed(0)} ms`,
      target: { text: `≤ ${MOST_MS_OUTSIDE_SDK} ms`, holds: cost <= MOST_MS_OUTSIDE_SDK },
    })),
  ];
}

/** Every bundle that is started, by name; each a handler. */
async function bundlesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  await buildLambda(join(folder, 'ours'));
  await bundleSplit(join(folder, 'bare'), ['scripts/bench/fresh-start/bare.ts']);
  await buildEagerly(join(folder, 'eager.mjs'));
  const alone = async (name: string, source: string) => {
    const outfile = join(folder, `${name.replaceAll(/\W/g, '-')}.mjs`);
    await build({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
      outfile,
      ...BUNDLING,
    });
    return [name, outfile] as const;
  };
  const answer = 'export const handler = () => ({ statusCode: 200 });';
  const small = [await alone('nothing', answer)];
  for (const [name, source] of Object.entries(PACKAGES)) small.push(await alone(name, `${source} ${answer}`));
  return {
    ours: join(folder, 'ours/handler.mjs'),
    bare: join(folder, 'bare/bare.mjs'),
    eager: join(folder, 'eager.mjs'),
    ...Object.fromEntries(small),
  };
}

/** Somebody's browser asking for the dashboard, as API Gateway hands it on. */
function dashboardEvent({ appUrl, cookie }: SampleVisit): Promise<unknown> {
  const request = new Request(`${appUrl}/api/reports/dashboard`, {
    headers: { 'sec-fetch-site': 'same-origin', 'accept-encoding': 'gzip, deflate, br, zstd', cookie },
  });
  return gatewayEvent(request, 'bench', '127.0.0.1', new Date());
}

/** The environment of the function, and nothing that would slow a start for reasons of this machine. */
function environment(visit: SampleVisit): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...visit.environment };
}

/** Milliseconds from starting a process to its answer. @throws Error when it answers anything but 200. */
function startedOnce(
  node: string,
  bundle: string,
  eventFile: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(node, [CHILD, bundle, eventFile], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let trouble = '';
    let ms: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (ms === undefined && said.split('\n').includes('200')) ms = performance.now() - began;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += String(chunk);
    });
    child.once('error', reject);
    child.once('close', () => {
      if (ms === undefined) reject(new Error(`${bundle} answered ${said.slice(0, 300)} ${trouble.slice(0, 600)}`));
      else resolve(ms);
    });
  });
}

async function versionOf(node: string): Promise<string> {
  const child = spawn(node, ['--version'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) said += String(chunk);
  return said.trim().replace(/^v/, '');
}
