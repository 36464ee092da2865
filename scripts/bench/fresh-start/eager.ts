import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { BUNDLING } from '../../build.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The same function with everything it loads on demand loaded at once, in one file: what a start would be without care. */
export async function buildEagerly(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(ROOT, 'lambda/handler.ts')],
    outfile,
    ...BUNDLING,
    plugins: [loadedAtOnce, ...(BUNDLING.plugins ?? [])],
  });
}

/** `import('x')` as it runs; `typeof import('x')` and types made of it are gone from what runs. */
const LAZY = /(?<!typeof )\bimport\('([^']+)'\)/g;

/** Turns every `import('x')` of our own code into an import at the top of its file. */
const loadedAtOnce: Plugin = {
  name: 'loaded-at-once',
  setup({ onLoad }) {
    onLoad({ filter: /\/(lambda|shared)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const lazy = [...new Set([...source.matchAll(LAZY)].map((match) => match[1] ?? ''))];
      const imports = lazy.map((name, i) => `import * as eager${i} from '${name}';`).join('');
      const contents = source.replace(LAZY, (_all, name: string) => `Promise.resolve(eager${lazy.indexOf(name)})`);
      return { contents: imports + contents, loader: 'ts' };
    });
  },
};
