import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { ensureWebBuild } from './dev/web-build.ts';

const ROOT = resolve(import.meta.dirname, '..');
const LAMBDA = join(ROOT, 'dist/lambda');

/** Bundles the function as ES modules, split so that SES, S3 and the mail composer load only when a run needs them. */
export async function buildLambda(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await bundle({
    entryPoints: [join(ROOT, 'lambda/handler.ts')],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    // CommonJS packages inside an ES module still ask for require.
    banner: { js: "import{createRequire as scc_cr}from'node:module';const require=scc_cr(import.meta.url);" },
    logLevel: 'warning',
  });
}

async function main(): Promise<void> {
  await buildLambda(LAMBDA);
  await ensureWebBuild(ROOT, () => undefined);
  const { size } = await stat(join(LAMBDA, 'handler.mjs'));
  process.stdout.write(`Built dist/lambda (entry ${Math.round(size / 1_024)} KB) and dist/web.\n`);
}

if (process.argv[1] === import.meta.filename) await main();
