import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Caller } from '../support/a-stack.ts';
import { callerWithLink } from '../support/a-stack.ts';

/** What the process is told: to make a sign-in link, to die at so manieth mail it claims, or to take so long for each report. */
export type LiveOrder =
  | { readonly linkFor: string }
  | { readonly dieAtClaim: number }
  | { readonly printsInMs: number };

/** The product running in a process of its own. */
export interface LiveApp {
  readonly appUrl: string;
  readonly inboxUrl: string;
  /** A sign-in link that opens once, in any browser. */
  link(email: string): Promise<string>;
  caller(email: string): Promise<Caller>;
  /** Ends the process as SIGKILL does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Has it end itself so at the so manieth mail it claims from now on, before SES is asked. */
  dieAtClaim(claim: number): void;
  /** Has each report take so long from now on, so that there is time to look on. */
  printsIn(ms: number): void;
  /** Waits until the process is gone. */
  gone(): Promise<void>;
}

/** Where a live app keeps its data, what it shows, and where: 0 picks a port, the same one again is where it was. */
export interface LivePlace {
  readonly folder: string;
  readonly webFolder: string;
  readonly port: number;
  /** How far its clock is set ahead. */
  readonly aheadMin?: number;
}

/** Starts it and waits until it answers. */
export async function liveApp({ folder, webFolder, port, aheadMin = 0 }: LivePlace): Promise<LiveApp> {
  const child = fork(join(import.meta.dirname, 'live-app.ts'), [folder, webFolder, String(port), String(aheadMin)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const { appUrl, inboxUrl } = (await told(child, gone)) as Pick<LiveApp, 'appUrl' | 'inboxUrl'>;
  const link = async (email: string) => {
    const answer = told(child, gone);
    child.send({ linkFor: email } satisfies LiveOrder);
    return (await answer) as string;
  };
  return {
    appUrl,
    inboxUrl,
    link,
    caller: async (email) => callerWithLink(appUrl, await link(email)),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    dieAtClaim: (claim) => void child.send({ dieAtClaim: claim } satisfies LiveOrder),
    printsIn: (ms) => void child.send({ printsInMs: ms } satisfies LiveOrder),
    async gone() {
      await gone;
    },
  };
}

/** The next word of the process. @throws Error when it ends without one */
async function told(child: ChildProcess, gone: Promise<unknown[]>): Promise<unknown> {
  const [word] = await Promise.race([once(child, 'message'), gone.then(() => [])]);
  if (word === undefined) throw new Error('the app ended before it answered');
  return word;
}
