import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { build } from 'esbuild';

/** A file of a split bundle with the names it offers. */
interface Chunk {
  readonly name: string;
  readonly exports: readonly string[];
}

/**
 * Puts everything an entry of a split bundle loads at once into the entry itself: thirty small files cost a fresh process
 * 10 ms more than one. What loads on demand stays apart; where it asks for one of those files, it finds their names
 * handed on from the entry.
 */
export async function gatherEntry(folder: string, entry: string, outputs: Metafile['outputs'], how: BuildOptions) {
  const [first, ...others] = loadedAtOnce(entry, outputs);
  if (first === undefined) throw new Error(`there is no ${entry} in the bundle`);
  const whole = [
    `export * from './${first.name}';`,
    ...others.map(
      ({ name, exports }, i) => `export { ${renamed(exports, (own) => [own, `${own}$${i}`])} } from './${name}';`,
    ),
  ];
  const gathered = await build({
    ...how,
    banner: {}, // each file has brought its own
    stdin: { contents: whole.join('\n'), resolveDir: folder },
    write: false,
    plugins: [...(how.plugins ?? []), onDemandStays],
  });
  await writeFile(join(folder, entry), gathered.outputFiles[0]?.contents ?? '');
  for (const [i, { name, exports }] of others.entries()) {
    await writeFile(
      join(folder, name),
      `export{${renamed(exports, (own) => [`${own}$${i}`, own])}}from"./${entry}";\n`,
    );
  }
}

function renamed(names: readonly string[], pair: (own: string) => readonly [string, string]): string {
  return names.map((own) => pair(own).join(' as ')).join(',');
}

/** The entry and every file it imports outright, in the order they are met. */
function loadedAtOnce(entry: string, outputs: Metafile['outputs']): readonly Chunk[] {
  const found = new Map<string, Chunk>();
  const visit = (path: string) => {
    const output = outputs[path];
    if (output === undefined || found.has(path)) return;
    found.set(path, { name: basename(path), exports: output.exports });
    for (const { kind, path: next } of output.imports) if (kind === 'import-statement') visit(next);
  };
  for (const path of Object.keys(outputs)) if (basename(path) === entry) visit(path);
  return [...found.values()];
}

/** Leaves `import('./x')` as it stands in the file it came from. */
const onDemandStays: Plugin = {
  name: 'on-demand-stays',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/**
 * Asks for some of the platform's modules by `require`. Imported into an ES module they show every name they have, and
 * each loads what is behind it: with node:http on Node 22 the platform's fetch, 10 ms of every start.
 */
export const byRequire: Plugin = {
  name: 'by-require',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?(https?|net|util)$/ }, ({ path, namespace }) =>
      namespace === 'by-require' ? { path, external: true } : { path, namespace: 'by-require' },
    );
    onLoad({ filter: /.*/, namespace: 'by-require' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};
