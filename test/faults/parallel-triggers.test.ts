import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { sailedUntilReturned } from '../support/a-charter-day.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

const FIFTY = Array.from({ length: 50 });

let stack: TestStack;
let admin: Caller;
let captain: Caller;
let charterId: string;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
  captain = await signedIn(stack, 'captain@example.com');
  charterId = todaysCharterId({ today: dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock()) });
}, 120_000);

afterAll(() => stack.remove());

describe('fifty at once', () => {
  it('completing a charter completes it once, posts it once and mails each report once', async () => {
    const ready = await sailedUntilReturned(captain, charterId);
    const press = { to: 'completed', version: ready.file.charter.version };
    const answers = await Promise.all(
      FIFTY.map(() => captain.send<ChangedCharterResponse>('POST', `/api/charters/${charterId}/moves`, press)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...FIFTY.slice(1).map(() => 409)]);
    const runKey = answers.find((answer) => answer.status === 200)?.body.runKey ?? '';
    await finished(runKey);
    await fireFinishRunFiftyTimes(runKey);
    expect(await reportMails()).toEqual(Object.fromEntries(MAILED_PER_CHARTER.map((mail) => [mail.join(' '), 1])));
    const { body } = await captain.get<ReadCharterResponse>(`/api/charters/${charterId}`);
    expect(body.file.balances['4010']).toBe(-178_000);
  });

  it('a run asked for under one key runs once and mails each subscriber once', async () => {
    const before = await inbox(stack);
    const ask = { requestKey: 'fifty-at-once-1', reports: ['ceo'], sendTo: 'subscribers' };
    const answers = await Promise.all(FIFTY.map(() => admin.send<StartRunResponse>('POST', '/api/reports/runs', ask)));
    expect(answers.map((answer) => answer.status)).toEqual(FIFTY.map(() => 202));
    expect(new Set(answers.map((answer) => answer.body.runKey)).size).toBe(1);
    expect(answers.filter((answer) => !answer.body.repeated)).toHaveLength(1);
    const runKey = answers[0]?.body.runKey ?? '';
    await finished(runKey);
    await fireFinishRunFiftyTimes(runKey);
    const run = await finished(runKey);
    const mailed = (await inbox(stack)).slice(before.length).map((mail) => mail.destinations.join(' '));
    expect(mailed).toEqual(['ceo@example.com audit@example.com']);
    expect(run.deliveries.map((delivery) => [delivery.state, delivery.attempt])).toEqual([['delivered', 1]]);
  });
});

async function fireFinishRunFiftyTimes(runKey: string): Promise<void> {
  await Promise.all(FIFTY.map(() => stack.invoke({ source: 'scc.self', kind: 'finish-run', runKey })));
  await stack.idle();
}

function finished(runKey: string): Promise<RunResponse> {
  return eventually(async () => {
    const { body } = await admin.get<RunResponse>(`/api/reports/runs/${encodeURIComponent(runKey)}`);
    return body.run.completedAt !== undefined && body;
  }, 40_000);
}

/** How often each report went to whom. */
async function reportMails(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const mail of await inbox(stack)) {
    const report = mail.tags.find((tag) => tag.name === 'report')?.value;
    if (report === undefined) continue;
    const key = `${report} ${mail.destinations[0]}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
