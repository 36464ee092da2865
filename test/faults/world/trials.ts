import { MOST_MAIL_BYTES } from '../../../lambda/mail/outbound.ts';
import { reportOf } from '../../../shared/reports/personas/catalog.ts';
import type { Design } from './cloud.ts';
import type { Outcome } from './episode.ts';
import { episode } from './episode.ts';
import { NO_FAULTS } from './faults.ts';
import type { Between } from './place.ts';
import type { Scenario } from './scenarios.ts';
import { COMPLETED_CHARTER } from './scenarios.ts';
import type { Process } from './service-call.ts';
import { archiveThrottled, failureOf } from './service-errors.ts';
import type { World } from './world.ts';

/** Schedules that try one promise each. */

/** Fifty at once press Complete, in an order the seed settles (P7). */
export function fiftyAtOnce(seed: number): Promise<Outcome> {
  const scenario: Scenario = {
    ...COMPLETED_CHARTER,
    begin(cloud, world) {
      for (let n = 0; n < 50; n += 1) COMPLETED_CHARTER.begin(cloud, world);
    },
    again: (cloud) => COMPLETED_CHARTER.again(cloud),
  };
  return episode({ scenario, plan: NO_FAULTS, order: 'by-dice', seed });
}

/** What can be wrong with one report among others that can be made (P10). */
export const TROUBLES = [
  'throws',
  'hangs',
  'takes the process with it',
  'finds no answer of the archive',
  'makes a mail larger than SES takes',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** One report that can never be made, or never be sent, among others that can. */
export function reportThat(trouble: Trouble, report: string): Promise<Outcome> {
  const design: Design = { name: `${report} ${trouble}`, between: between(trouble, report) };
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, design });
}

function between(trouble: Trouble, report: string): Between {
  switch (trouble) {
    case 'throws':
      return printing(report, () => {
        throw new RangeError('Invalid string length');
      });
    case 'hangs':
      return printing(report, (world, process) => world.hang(process));
    case 'takes the process with it':
      return printing(report, (world, process) => {
        world.kill(process);
        return world.hang(process);
      });
    case 'finds no answer of the archive':
      return {
        archive: (send) => async (command) => {
          const { Key = '' } = (command as { readonly input: { readonly Key?: string } }).input;
          if (Key.includes(`/${reportOf(report).slug}.`)) throw failureOf('lostResponse', archiveThrottled);
          return send(command);
        },
      };
    case 'makes a mail larger than SES takes':
      return {
        press: (press) => ({
          ...press,
          mailOf(texts) {
            const mail = press.mailOf(texts);
            const isIts = (JSON.parse(texts.json) as { readonly report: string }).report === report;
            return isIts ? { ...mail, html: `${mail.html}<!--${'x'.repeat(MOST_MAIL_BYTES)}-->` } : mail;
          },
        }),
      };
  }
}

/** Printing every other report as ever. */
function printing(report: string, instead: (world: World, process: Process) => Promise<never>): Between {
  return {
    press: (press, world, process) => ({
      ...press,
      printed: (copy) => (copy.report === report ? instead(world, process) : press.printed(copy)),
    }),
  };
}

/** How long the others may wait for one that takes the process with it: until the next sweep, and the one after. */
const OTHERS_WAIT_MS = 10 * 60_000;

/** What does not hold although it should, where one report cannot be made: it is told, the others go out and in time. */
export function othersMissed(outcome: Outcome, report: string): readonly string[] {
  const { byReport, ended, mailedAt, violations } = outcome;
  const own = new RegExp(`^(${reportOf(report).slug} is failed|no delivery of ${report} |2 deliveries$)`);
  const missed = violations.filter(({ what }) => !own.test(what)).map(({ what }) => what);
  for (const [other] of COMPLETED_CHARTER.mails) {
    const state = byReport[other] ?? 'absent';
    const isRight = other === report ? state === 'absent' || state === 'failed' : state === 'delivered';
    if (!isRight) missed.push(`${other} is ${state}`);
  }
  if (mailedAt.some((at) => at > OTHERS_WAIT_MS)) missed.push(`the last mail went after ${Math.max(...mailedAt)} ms`);
  if (ended !== 'complete-with-problems') missed.push(`the run is ${ended}`);
  return missed;
}

/** Every call takes so long (P11). */
export function atPace(paceMs: number): Promise<Outcome> {
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, paceMs });
}

/** From a call on, all clocks are an hour ahead, or behind (crash matrix, row 28). */
export function withJump(at: number, hours: 1 | -1): Promise<Outcome> {
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, jump: { at, ms: hours * 60 * 60_000 } });
}

/** For two hours the account may reach so many recipients, and then as many as it likes (P12). */
export function withQuota(recipients: number): Promise<Outcome> {
  const free = Date.parse(COMPLETED_CHARTER.startsAt) + QUOTA_FREE_MS;
  return episode({ scenario: COMPLETED_CHARTER, plan: NO_FAULTS, quota: (now) => (now < free ? recipients : -1) });
}
export const QUOTA_FREE_MS = 2 * 60 * 60_000;
