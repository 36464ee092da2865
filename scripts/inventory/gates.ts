import type { RepositoryScan } from '../../shared/records/repository-scan.ts';

/** The parts of package.json a scan reads. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/**
 * The scripts of package.json that CI comes to, directly or through others, as their commands. A script that runs a file
 * of the repository comes to what that file names.
 */
export async function reachedScripts(
  ciCommands: readonly string[],
  scripts: Readonly<Record<string, string>>,
  read: (file: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const reached = new Set<string>();
  const texts = [ciCommands.join('\n')];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const name of Object.keys(scripts)) {
      if (reached.has(name) || !calls(text, name)) continue;
      reached.add(name);
      const command = scripts[name] ?? '';
      const file = /[\w./-]+\.[cm]?[jt]s\b/.exec(command)?.[0];
      texts.push(command, (file === undefined ? undefined : await read(file)) ?? '');
    }
  }
  return [...reached].map((name) => scripts[name] ?? '');
}

/** Which of the three gates the commands contain. */
export function gatesIn(commands: readonly string[]): RepositoryScan['gates'] {
  const has = (tool: RegExp) => commands.some((command) => tool.test(command));
  return {
    types: has(/\btsc\b/),
    lint: has(/\b(biome|eslint|oxlint)\b/),
    tests: has(/\b(vitest|jest|mocha|ava)\b|node --test/),
  };
}

/** Whether a text runs a script: npm run types, or ['run', 'types'] in a program; npm test needs no run. */
function calls(text: string, name: string): boolean {
  const escaped = name.replace(/[^\w-]/g, '\\$&');
  const asRun = new RegExp(String.raw`\brun['"]?[,\s]+['"]?${escaped}(?![\w:-])`);
  const asTest = /\bnpm['"]?[,\s]+(\[)?['"]?test\b|\[['"]test['"]\]/;
  return asRun.test(text) || (name === 'test' && asTest.test(text));
}
