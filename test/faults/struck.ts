import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runTag } from '../../lambda/reports/run-tag.ts';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { firstBreak } from '../../shared/kernel/audit-chain.ts';
import { dayIn, plusMinutes } from '../../shared/kernel/calendar.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

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
  let completions = 0;
  let next = aProcess(stack);

  /** The scheduler's ticks: at once, past the longest life of a process, and past the grace of the mail events. */
  async function settled(runKey: string): Promise<void> {
    for (const laterMin of [0, 30, 65]) {
      aheadMin += laterMin;
      await sweep(stack);
      await stack.idle();
      const { run, deliveries } = await runOf(stack, runKey);
      if (run.state === 'complete' && deliveries.every(({ state }) => state === 'delivered')) break;
    }
    await sweep(stack); // once more: what is over stays as it is
    await stack.idle();
  }

  return {
    async completedUnder(death = {}) {
      const worker = await next;
      next = aProcess(stack);
      const captain = await signedIn(stack, 'captain@example.com');
      const lifecycle = async () => (await charterOf(stack, charterId)).file.charter;
      await told(worker, { ...death, aheadMin });
      const { version } = await lifecycle();
      await fetch(`${worker.appUrl}/api/charters/${charterId}/moves`, {
        method: 'POST',
        headers: { cookie: captain.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        body: JSON.stringify({ to: 'completed', version }),
      }).catch(() => undefined); // the reply may die with the process
      const finished = await lived(worker);
      if ((await lifecycle()).lifecycle !== 'completed') await completed(captain, charterId); // who saw it fail tries again
      completions += 1;
      const runKey = completionRunKey(charterId, completions);
      await stack.idle();
      await settled(runKey);
      const wrong = await wrongWith(stack, runKey, charterId);
      await reopened(stack, charterId);
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

/** Everything of a run that is not as promised: each mail once and as archived, all of it told, the history whole. */
async function wrongWith(stack: TestStack, runKey: string, charterId: string): Promise<string[]> {
  const { run, deliveries } = await runOf(stack, runKey);
  const mails = (await inbox(stack)).filter((mail) => tagIn(mail, 'run') === runTag(runKey));
  const digests = await Promise.all(
    mails.map(async ({ messageId }) => {
      const raw = await fetch(`${stack.inboxUrl}/mail/${messageId}/raw`);
      return sha256Hex(new Uint8Array(await raw.arrayBuffer()));
    }),
  );
  const lines = await auditLines(stack.runtime.tables, `run.${runKey}`);
  const { balances } = (await charterOf(stack, charterId)).file;
  return [
    ...differs('state of the run', run.state, 'complete'),
    ...differs(
      'states of its mails',
      deliveries.map(({ state }) => state),
      MAILED_PER_CHARTER.map(() => 'delivered'),
    ),
    ...differs(
      'mails in the inboxes',
      mails.map((mail) => `${tagIn(mail, 'report')} ${mail.destinations[0]}`).sort(),
      MAILED_PER_CHARTER.map(([report, address]) => `${report} ${address}`).sort(),
    ),
    ...differs(
      'bytes in the inboxes',
      [...digests].sort(),
      deliveries.map(({ messageDigest }) => messageDigest).sort(),
    ),
    ...differs('first break of the history', firstBreak(`run.${runKey}`, lines), undefined),
    ...differs('completions on record', lines.filter(({ action }) => action === 'run.completed').length, 1),
    ...differs('revenue of the charter', balances['4010'], -178_000),
  ];
}

function differs(what: string, is: unknown, should: unknown): string[] {
  const [one, other] = [JSON.stringify(is), JSON.stringify(should)];
  return one === other ? [] : [`${what}: ${one} instead of ${other}`];
}

function tagIn(mail: { readonly tags: readonly { readonly name: string; readonly value: string }[] }, name: string) {
  return mail.tags.find((tag) => tag.name === name)?.value;
}

async function runOf(stack: TestStack, runKey: string): Promise<RunResponse> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<RunResponse>(`/api/reports/runs/${runKey}`)).body;
}

async function charterOf(stack: TestStack, charterId: string): Promise<ReadCharterResponse> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<ReadCharterResponse>(`/api/charters/${charterId}`)).body;
}

/** The charter back to where its completion begins, as the office does it. */
async function reopened(stack: TestStack, charterId: string): Promise<void> {
  const admin = await signedIn(stack, 'admin@example.com');
  const { version } = (await charterOf(stack, charterId)).file.charter;
  const move = { to: 'returned', version, reopenReason: 'the head count was written down wrong' };
  const { status } = await admin.send('POST', `/api/charters/${charterId}/moves`, move);
  if (status !== 200) throw new Error(`the charter was not reopened: ${status}`);
  await stack.idle();
}

async function sweep(stack: TestStack): Promise<void> {
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
}
