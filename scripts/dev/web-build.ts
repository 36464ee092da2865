import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the sources of the pages lie, and where they are built to. */
const SOURCES = ['frontend', 'shared', 'vite.config.ts', 'package-lock.json'];
const OUTPUT = 'dist/web';

/** Builds the pages of the app when their sources have changed since the last build. Answers the folder. */
export async function ensureWebBuild(root: string, announce: () => void): Promise<string> {
  const folder = join(root, OUTPUT);
  const stamp = join(folder, '.sources');
  const digest = await sourcesDigest(root);
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === digest) return folder;
  announce();
  await buildForProduction(root);
  await writeFile(stamp, digest);
  return folder;
}

/** Started by tests, NODE_ENV says so, and the bundler would take the packages' development code for it. */
async function buildForProduction(root: string): Promise<void> {
  const { build } = await import('vite');
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', mode: 'production' });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function sourcesDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of (await filesIn(join(root, source))).sort()) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
