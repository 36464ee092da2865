import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What is about to be deployed, as git knows it. */
export interface Sources {
  /** `0.1.0+3f2a91c`: the package's version and the commit. */
  readonly version: string;
  readonly commit: string;
  readonly clean: boolean;
}

/** The state of a checkout. @throws Error when it is not on a commit. */
export async function sourcesOf(root: string): Promise<Sources> {
  const commit = git(root, ['rev-parse', '--verify', 'HEAD']);
  if (commit === undefined) throw new Error('this folder is not on a commit; a deployment is always of one');
  const changes = git(root, ['status', '--porcelain']);
  const clean = changes === '';
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { version: `${version}+${commit.slice(0, 7)}${clean ? '' : '.changed'}`, commit, clean };
}

/** A script of the package, run in its folder. Answers whether it passed; what it said goes through. */
export function npmRun(root: string, script: string): boolean {
  return spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
}

function git(root: string, argv: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...argv], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
