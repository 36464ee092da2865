import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** One import of a source file: of one of our files (path from the root) or of a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isOurs: boolean;
}

/** Every TypeScript source file below some folders, as paths from the root, sorted. */
export function sourceFiles(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a file imports, statically, for its types, or when it runs; on request without what vanishes with the types. */
export function importsOf(file: string, valuesOnly = false): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(
    valuesOnly ? /(?:^|\n)\s*(?:import|export) type [^;]*;/g : /$^/g,
    '\n',
  );
  return [...text.matchAll(IMPORT)].map((match) => {
    const to = match[1] ?? match[2] ?? '';
    const isOurs = to.startsWith('.');
    return { from: file, to: isOurs ? relative(ROOT, resolve(ROOT, dirname(file), to)) : to, isOurs };
  });
}

/** Source text without comments and string contents, so that a word in a sentence is not taken for code. */
export function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
