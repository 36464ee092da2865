import { copyFile, cp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build as bundle } from 'esbuild';
import { ensureWebBuild } from './dev/web-build.ts';
import { byRequire, gatherEntry } from './one-entry.ts';

const ROOT = resolve(import.meta.dirname, '..');
const LAMBDA = join(ROOT, 'dist/lambda');

/** How everything that runs in the cloud is bundled, the function and what it is measured beside. */
export const BUNDLING: BuildOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The SDK as ES modules, of which only what is used is taken along: a third less to compile at every start.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  // What the calendar asks of Temporal, answered by Intl: a cold start need not pay for the rest of it.
  alias: { 'temporal-polyfill': join(ROOT, 'frontend/platform/temporal.ts') },
  // CommonJS packages inside an ES module still ask for require.
  banner: { js: "import{createRequire as scc_cr}from'node:module';const require=scc_cr(import.meta.url);" },
  plugins: [byRequire],
  logLevel: 'warning',
};

/**
 * Bundles the function as ES modules, split so that SES, S3, the mail composer and drawing load only when a run needs
 * them. Other entries can be named, to try what the function only reaches in the middle of a run.
 */
export async function buildLambda(outdir: string, entries: readonly string[] = ['lambda/handler.ts']): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await bundleSplit(outdir, entries);
  await copyAssets(join(outdir, 'assets'));
}

/** Entries with what they load on demand in files beside them; the first is one file with all it loads at once. */
export async function bundleSplit(outdir: string, entries: readonly string[]): Promise<void> {
  const [first = ''] = entries;
  const { metafile } = await bundle({
    entryPoints: entries.map((entry) => join(ROOT, entry)),
    outbase: join(ROOT, dirname(first)),
    outdir,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    ...BUNDLING,
    metafile: true,
  });
  await gatherEntry(outdir, `${basename(first, '.ts')}.mjs`, metafile.outputs, BUNDLING);
}

/** What the function reads while it draws: the typeface with its licence, and the WebAssembly that makes pictures. */
async function copyAssets(folder: string): Promise<void> {
  await cp(join(ROOT, 'lambda/reports/assets'), folder, { recursive: true });
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await copyFile(wasm, join(folder, 'resvg.wasm'));
}

async function main(): Promise<void> {
  await buildLambda(LAMBDA);
  await ensureWebBuild(ROOT, () => undefined);
  const { size } = await stat(join(LAMBDA, 'handler.mjs'));
  process.stdout.write(`Built dist/lambda (entry ${Math.round(size / 1_024)} KB) and dist/web.\n`);
}

if (process.argv[1] === import.meta.filename) await main();
