import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let captain: Caller;
let runKey: string;

beforeAll(async () => {
  stack = await aStack();
  captain = await signedIn(stack, 'captain@example.com');
  const { config, reportingDeps } = stack.runtime;
  const charterId = todaysCharterId({ today: dayIn(config.zone, reportingDeps.clock()) });
  await sailedUntilReturned(captain, charterId);
  runKey = (await completed(captain, charterId)).runKey ?? '';
}, 120_000);

afterAll(() => stack.remove());

describe('a charter completes', () => {
  it('finishes its run, with every issue archived', async () => {
    const { run, steps } = await eventually(() => finished());
    expect(run.state).toBe('complete');
    expect(run.issues.map((issue) => [issue.report, issue.state])).toContainEqual(['charter-debrief', 'archived']);
    expect(steps.map((step) => step.action)).toContain('run.completed');
  });

  it('mails the debrief and the CEO report to their subscribers, each with the audit copy', async () => {
    await eventually(() => finished());
    const mails = (await inbox(stack)).filter((mail) => mail.tags.some((tag) => tag.name === 'report'));
    const report = (mail: (typeof mails)[number]) => mail.tags.find((tag) => tag.name === 'report')?.value;
    expect(mails.map((mail) => `${report(mail)} ${mail.destinations[0]}`).sort()).toEqual([
      'ceo ceo@example.com',
      'ceo partner@example.com',
      'charter-debrief admin@example.com',
      'charter-debrief captain@example.com',
    ]);
    expect(mails.map((mail) => mail.destinations.slice(1))).toEqual(mails.map(() => ['audit@example.com']));
    expect(mails.map((mail) => mail.blindCopies)).toEqual(mails.map(() => ['audit@example.com']));
  });

  async function finished(): Promise<RunResponse | undefined> {
    const admin = await signedIn(stack, 'admin@example.com');
    const { body } = await admin.get<RunResponse>(`/api/reports/runs/${encodeURIComponent(runKey)}`);
    return body.run.completedAt === undefined ? undefined : body;
  }
});
