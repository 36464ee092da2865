import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SesOutcome } from '../../scripts/dev/services/local-ses.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let answer: SesOutcome = 'ok';
let asked = 0;
let aheadMin = 0;

beforeAll(async () => {
  stack = await aStack({
    beforeSesReply: async ({ action }) => {
      if (action !== 'SendRawEmail') return 'ok';
      asked += 1;
      return answer;
    },
    substitutes: { clock: () => plusMinutes(testClock(), aheadMin) },
  });
}, 120_000);
afterAll(() => stack.remove());
beforeEach(() => {
  asked = 0;
  aheadMin = 0;
});

describe('a mail SES answers for', () => {
  it('throttled goes back to ready and is sent at a later sweep, once', async () => {
    answer = 'throttle';
    const run = await ran('throttled-1');
    expect(await stateOf(run)).toEqual(['ready', 1, 'snapshotted']);
    answer = 'ok';
    await sweep();
    expect(asked).toBe(1); // not due yet
    aheadMin = 10;
    await sweep();
    await sweep();
    await stack.idle();
    expect(await stateOf(run)).toEqual(['delivered', 2, 'complete']);
    expect(asked).toBe(2);
  });

  it('refused fails for good and says why', async () => {
    answer = { rejected: 'Email address is not verified.' };
    const run = await ran('refused-1');
    await sweep();
    expect(await stateOf(run)).toEqual(['failed', 1, 'complete-with-problems']);
    expect(asked).toBe(1);
  });

  it.each(['error500', 'reset'] as const)(
    'answered with %s is unknown, goes again once events prove it never went, and arrives once',
    async (fault) => {
      const before = (await inbox(stack)).length;
      answer = fault;
      const run = await ran(`ambiguous-${fault}`);
      answer = 'ok';
      expect(await stateOf(run)).toEqual(['unknown', 1, 'snapshotted']);
      aheadMin = 30; // past the longest life of a process: a probe goes out, and its events come
      await sweep();
      await stack.idle();
      aheadMin = 60;
      await sweep();
      expect(await stateOf(run)).toEqual(['unknown', 1, 'snapshotted']); // ours may still be among the late ones
      aheadMin = 120;
      await sweep();
      await stack.idle();
      expect(await stateOf(run)).toEqual(['delivered', 2, 'complete']);
      expect(await reportMails(before)).toBe(1);
    },
  );

  it('taken, with the reply lost, is told of by its events and arrives once', async () => {
    const before = (await inbox(stack)).length;
    answer = 'resetAfterStore';
    const run = await ran('lost-reply-1');
    answer = 'ok';
    await stack.idle();
    expect((await stateOf(run)).slice(0, 2)).toEqual(['delivered', 1]);
    aheadMin = 120;
    await sweep();
    expect(await stateOf(run)).toEqual(['delivered', 1, 'complete']);
    expect(await reportMails(before)).toBe(1);
  });
});

/** How many mails with a report came after so many mails in all. */
async function reportMails(before: number): Promise<number> {
  const later = (await inbox(stack)).slice(before);
  return later.filter((mail) => mail.tags.some((tag) => tag.name === 'report')).length;
}

/** Runs the CEO report by hand, to its one subscriber of the whole group. */
async function ran(requestKey: string): Promise<string> {
  const admin = await signedIn(stack, 'admin@example.com');
  const ask = { requestKey, reports: ['ceo'], sendTo: 'subscribers' };
  const { body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
  await stack.idle();
  return body.runKey;
}

async function sweep(): Promise<void> {
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
}

async function stateOf(runKey: string): Promise<[string | undefined, number | undefined, string]> {
  const admin = await signedIn(stack, 'admin@example.com');
  const { run, deliveries } = (await admin.get<RunResponse>(`/api/reports/runs/${runKey}`)).body;
  expect(deliveries).toHaveLength(1);
  return [deliveries[0]?.state, deliveries[0]?.attempt, run.state];
}
