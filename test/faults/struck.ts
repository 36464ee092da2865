import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn, plusMinutes } from '../../shared/kernel/calendar.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { charterOf, pressedComplete, reopened, settled, wrongWith } from './a-completion.ts';

/** At which request a process kills itself, before it leaves or after it was answered; never, where none is named. */
export interface StruckOrder {
  readonly at?: number;
  readonly when?: 'before' | 'after';
  /** How far the clock is set ahead. */
  readonly aheadMin: number;
}

/** What the process says of itself. */
export type StruckWord =
  | { readonly is: 'up'; readonly appUrl: string }
  | { readonly is: 'armed' }
  | { readonly is: 'finished'; readonly calls: number; readonly asked: Readonly<Record<string, number>> };

/** What came of one completion under one death. */
export interface Struck {
  readonly died: boolean;
  /** How many requests it took, and of whom, where it lived to say so. */
  readonly finished?: Extract<StruckWord, { readonly is: 'finished' }>;
  /** Everything that is not as promised. */
  readonly wrong: readonly string[];
}

/** A company whose services, sweep and mail events go on while the processes that complete its charter die. */
export interface StruckCompany {
  /** Completes today's charter in a process that dies where it is told, lets time pass, and looks at what is left. */
  completedUnder(death?: Pick<StruckOrder, 'at' | 'when'>): Promise<Struck>;
  close(): Promise<void>;
}

/** Starts the company, with today's charter sailed and everybody ashore. */
export async function struckCompany(): Promise<StruckCompany> {
  let aheadMin = 0;
  const stack = await aStack({ substitutes: { clock: () => plusMinutes(testClock(), aheadMin) } });
  const { config, reportingDeps } = stack.runtime;
  const charterId = todaysCharterId({ today: dayIn(config.zone, reportingDeps.clock()) });
  await sailedUntilReturned(await signedIn(stack, 'captain@example.com'), charterId);
  const ahead = (laterMin: number) => {
    aheadMin += laterMin;
  };
  let completions = 0;
  let next = aProcess(stack);

  return {
    async completedUnder(death = {}) {
      const worker = await next;
      next = aProcess(stack);
      const captain = await signedIn(stack, 'captain@example.com');
      const lifecycle = async () => (await charterOf(stack, charterId)).file.charter;
      await told(worker, { ...death, aheadMin });
      const { version } = await lifecycle();
      await pressedComplete(worker.appUrl, captain.cookie, charterId, version);
      const finished = await lived(worker);
      if ((await lifecycle()).lifecycle !== 'completed') await completed(captain, charterId); // who saw it fail tries again
      completions += 1;
      const runKey = completionRunKey(charterId, completions);
      await stack.idle();
      await settled(stack, runKey, ahead, stack.idle);
      const wrong = await wrongWith(stack, runKey, charterId);
      await reopened(stack, charterId, stack.idle);
      return { died: finished === undefined, wrong, ...(finished === undefined ? {} : { finished }) };
    },
    async close() {
      (await next).child.kill('SIGKILL');
      await stack.remove();
    },
  };
}

interface Worker {
  readonly child: ChildProcess;
  readonly appUrl: string;
  readonly gone: Promise<unknown>;
}

async function aProcess({ folder, endpoints }: TestStack): Promise<Worker> {
  const child = fork(
    join(import.meta.dirname, 'struck-app.ts'),
    [folder, endpoints.dynamo, endpoints.ses, endpoints.s3],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const gone = once(child, 'exit');
  const [up] = (await once(child, 'message')) as [Extract<StruckWord, { is: 'up' }>];
  return { child, appUrl: up.appUrl, gone };
}

async function told({ child }: Worker, order: StruckOrder): Promise<void> {
  const armed = once(child, 'message');
  child.send(order);
  await armed;
}

/** What a process said when all its work was done; nothing when it died before. */
async function lived({ child, gone }: Worker): Promise<Struck['finished']> {
  if (child.connected) child.send('finish', () => undefined);
  const word = await Promise.race([once(child, 'message'), gone.then(() => undefined)]);
  if (word === undefined) return undefined;
  child.disconnect();
  await gone;
  return word[0] as Struck['finished'];
}
