import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Substitutes } from '../../lambda/runtime.ts';
import { localInvoker } from '../../scripts/dev/local-invoker.ts';
import type { Endpoints } from '../../scripts/dev/local-stack.ts';
import { startLocalDynamo } from '../../scripts/dev/services/local-dynamo.ts';
import { startLocalS3 } from '../../scripts/dev/services/local-s3.ts';
import { startLocalSes } from '../../scripts/dev/services/local-ses.ts';
import { topicEvent } from '../../scripts/dev/topic-event.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { gathered } from '../../scripts/verify/gathering.ts';
import { SOUND } from '../../scripts/verify/outcome.ts';
import { archivePart, auditPart } from '../../scripts/verify/proof-parts.ts';
import { dayIn, plusMinutes } from '../../shared/kernel/calendar.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { charterOf, mailsOf, pressedComplete, reopened, sentAgain, settled, wrongWith } from './a-completion.ts';
import type { Plan, Strike, TcpProxy } from './tcp-proxy.ts';
import { tcpProxy } from './tcp-proxy.ts';

export type Service = keyof Endpoints;
export const SERVICES: readonly Service[] = ['dynamo', 's3', 'ses'];

/** What came of one completion under harm. */
export interface Harmed {
  /** What was done to the requests of each service, and how many there were while it was. */
  readonly strikes: Readonly<Record<Service, readonly Strike[]>>;
  readonly requests: number;
  /** How many mails arrived, and how many of them went again on record. */
  readonly mails: number;
  readonly again: number;
  /** Everything that is not as promised. */
  readonly wrong: readonly string[];
}

/** A company whose function reaches each of its services through a proxy. */
export interface ProxiedCompany {
  /** Where the function reaches SES. */
  readonly sesEndpoint: string;
  /** Completes today's charter while the services are harmed, ends the harm, lets time pass, and looks what is there. */
  completedUnder(harm: Readonly<Partial<Record<Service, Plan>>>): Promise<Harmed>;
  /** What the audit and the archive of all completions have wrong. */
  unproven(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How often somebody presses Complete again who saw it fail. */
const PRESSES = 6;

const SENDING = { repeatsOnRecord: true } as const;

/** Starts the services, a proxy before each, and the function behind them, with today's charter sailed. */
export async function proxiedCompany(substitutes: (ses: string) => Substitutes = () => ({})): Promise<ProxiedCompany> {
  let aheadMin = 0;
  const clock = () => plusMinutes(testClock(), aheadMin);
  const folder = await mkdtemp(join(tmpdir(), 'scc-proxied-'));
  let stack: TestStack | undefined;
  // What SES tells goes to the function behind the proxies, as a topic brings it, tried again as Lambda does.
  const topic = localInvoker(
    () => (event) => stack?.invoke(event) ?? Promise.reject(new Error('not up yet')),
    () => undefined,
  );
  const [dynamo, s3, ses] = await Promise.all([
    startLocalDynamo({ port: 0 }),
    startLocalS3({ port: 0, folder: join(folder, 's3'), buckets: ['scc-archive'] }),
    startLocalSes({
      port: 0,
      folder: join(folder, 'mail'),
      now: () => new Date(clock()),
      onEvent: (event) => topic.tell(topicEvent(event, new Date(clock()))),
      eventAfterMs: 30,
    }),
  ]);
  const proxies = {
    dynamo: await tcpProxy(dynamo.endpoint),
    s3: await tcpProxy(s3.endpoint),
    ses: await tcpProxy(ses.endpoint),
  };
  const endpoints = { dynamo: proxies.dynamo.endpoint, s3: proxies.s3.endpoint, ses: proxies.ses.endpoint };
  const up = await aStack({ folder, endpoints, substitutes: { clock, ...substitutes(endpoints.ses) } });
  stack = up;
  const charterId = todaysCharterId({ today: dayIn(up.runtime.config.zone, clock()) });
  await sailedUntilReturned(await signedIn(up, 'captain@example.com'), charterId);
  let completions = 0;

  async function idle(): Promise<void> {
    do {
      await ses.feedback.idle();
      await topic.idle();
      await up.idle();
    } while (ses.feedback.isBusy() || topic.isBusy());
  }

  return {
    sesEndpoint: endpoints.ses,
    async completedUnder(harm) {
      const captain = await signedIn(up, 'captain@example.com');
      const { version } = (await charterOf(up, charterId)).file.charter;
      await idle();
      for (const name of SERVICES) proxies[name].strike(harm[name] ?? (() => undefined));
      for (let press = 0; press < PRESSES; press += 1) {
        if (await pressedComplete(up.appUrl, captain.cookie, charterId, version)) break;
      }
      await idle();
      const { strikes, requests } = await spared(proxies);
      const isCompleted = (await charterOf(up, charterId)).file.charter.lifecycle === 'completed';
      if (!isCompleted) await completed(captain, charterId); // and once more when the trouble is over
      await idle();
      completions += 1;
      const runKey = completionRunKey(charterId, completions);
      const ahead = (laterMin: number) => {
        aheadMin += laterMin;
      };
      await settled(up, runKey, ahead, idle, SENDING);
      const wrong = await wrongWith(up, runKey, charterId, SENDING);
      const [mails, again] = [(await mailsOf(up, runKey)).length, await sentAgain(up, runKey)];
      await reopened(up, charterId, idle);
      return { strikes, requests, mails, again, wrong };
    },
    async unproven() {
      const proof = await gathered(up.runtime);
      try {
        return [auditPart(proof.evidence), archivePart(proof.evidence)].flatMap(({ lines, code }) =>
          code === SOUND ? [] : lines,
        );
      } finally {
        proof.close();
      }
    },
    async close() {
      for (const proxy of Object.values(proxies)) await proxy.close();
      for (const service of [ses, s3, dynamo]) await service.close();
      await up.remove();
    },
  };
}

async function spared(proxies: Readonly<Record<Service, TcpProxy>>) {
  const [dynamo, s3, ses] = await Promise.all([proxies.dynamo.spare(), proxies.s3.spare(), proxies.ses.spare()]);
  const strikes = { dynamo: dynamo.strikes, s3: s3.strikes, ses: ses.strikes };
  return { strikes, requests: dynamo.requests + s3.requests + ses.requests };
}
