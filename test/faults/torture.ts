import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Runs `storms.ts` as one file of plain JavaScript: there, loading a part of the product that is loaded already takes no
 * time of the machine's, so that the same seed is the same schedule on every machine.
 */
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'node_modules', '.cache', 'torture');
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'lambda', 'reports', 'assets'), join(folder, 'assets'), { recursive: true });
const outfile = join(folder, 'storms.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'storms.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
const roomForTheYoung = '--max-semi-space-size=64';
const ran = spawnSync(process.execPath, [roomForTheYoung, '--stack-trace-limit=0', outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
});
process.exitCode = ran.status ?? 1;
