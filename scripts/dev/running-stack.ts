import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../lambda/config.ts';

/** Where a running stack can be reached. */
export interface RunningStack {
  readonly pid: number;
  readonly appUrl: string;
  readonly inboxUrl: string;
  readonly endpoints: Required<Config['endpoints']>;
}

const NAME = 'stack.json';

/** Notes where the stack of a data folder can be reached, for commands run beside it. */
export async function noteRunning(folder: string, running: RunningStack): Promise<void> {
  await writeFile(join(folder, NAME), JSON.stringify(running, null, 2));
}

export async function forgetRunning(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}

/** The stack running on a data folder, or nothing when none is, or only a note of a dead one. */
export async function runningStack(folder: string): Promise<RunningStack | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const noted = JSON.parse(text) as RunningStack;
  return (await answers(noted.endpoints.dynamo)) ? noted : undefined;
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint, { method: 'POST', signal: AbortSignal.timeout(1_000) }).then(
    () => true,
    () => false,
  );
}
