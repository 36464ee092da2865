import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configOf } from '../../lambda/config.ts';
import { lineLog } from '../../lambda/log.ts';
import type { Runtime, Substitutes } from '../../lambda/runtime.ts';
import { runtimeOf } from '../../lambda/runtime.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { localConfig, startLocalStack } from '../dev/local-stack.ts';
import { runningStack } from '../dev/running-stack.ts';
import { quietSdk } from '../quiet-sdk.ts';

/** A process of the product for one command, and how to let go of it. */
export interface OpenBooks {
  readonly runtime: Runtime;
  close(): Promise<void>;
}

/** There is nothing to read. */
export class NoBooks extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoBooks';
  }
}

const quiet = lineLog(
  () => undefined,
  () => '',
);

/**
 * The books a command works on: those the environment names, else those of a local start that is running, else the
 * local data on disk. A rehearsal on local data may bring a clock of its own. @throws NoBooks when there are none yet.
 */
export async function openBooks(folder: string, clock?: () => Instant): Promise<OpenBooks> {
  quietSdk();
  const substitutes: Substitutes = clock === undefined ? {} : { clock };
  if (process.env['TABLE_MAIN']) {
    return { runtime: runtimeOf(configOf(process.env), { log: quiet }), close: async () => undefined };
  }
  const running = await runningStack(folder);
  if (running) {
    const config = localConfig(folder, running.appUrl, running.endpoints);
    return { runtime: runtimeOf(config, { log: quiet, ...substitutes }), close: async () => undefined };
  }
  if (!existsSync(join(folder, 'dynamo.sqlite'))) {
    throw new NoBooks(
      `There are no books here yet. Run "npm start" first: with the sample company, or "npm start -- --empty" without it. If it runs on another folder, name that in SCC_DATA here too (now: ${folder}); or set TABLE_MAIN and the rest.`,
    );
  }
  const stack = await startLocalStack({
    folder,
    webFolder: folder,
    ports: { app: 0, inbox: 0, dynamo: 0, s3: 0 },
    log: quiet,
    report: () => undefined,
    substitutes,
  });
  return { runtime: stack.runtime, close: () => stack.close() };
}
