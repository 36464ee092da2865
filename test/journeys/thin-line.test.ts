import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn, plusDays } from '../../shared/kernel/calendar.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { ListIssuesResponse, RunResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

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

  it('mails the debrief and the five executive reports to their subscribers, each with the audit copy', async () => {
    await eventually(() => finished());
    const mails = (await inbox(stack)).filter((mail) => mail.tags.some((tag) => tag.name === 'report'));
    const report = (mail: (typeof mails)[number]) => mail.tags.find((tag) => tag.name === 'report')?.value;
    expect(mails.map((mail) => `${report(mail)} ${mail.destinations[0]}`).sort()).toEqual(
      MAILED_PER_CHARTER.map((mail) => mail.join(' ')),
    );
    expect(mails.map((mail) => mail.destinations.slice(1))).toEqual(mails.map(() => ['audit@example.com']));
    expect(mails.map((mail) => mail.blindCopies)).toEqual(mails.map(() => ['audit@example.com']));
  });

  it('archives every rendering before it mails, and mails the very bytes that are archived', async () => {
    const { run, deliveries } = await eventually(() => finished());
    const { archive } = stack.runtime.reportingDeps;
    for (const issue of run.issues) {
      expect(Object.keys(issue.files ?? {}).sort()).toEqual(['csv', 'html', 'json', 'md', 'txt']);
      for (const key of Object.values(issue.files ?? {})) expect(await archive.get(key)).toBeDefined();
    }
    const mails = (await inbox(stack)).filter((mail) => mail.tags.some((tag) => tag.name === 'delivery'));
    for (const delivery of deliveries) {
      const mail = mails.find((one) => one.tags.some((tag) => tag.value === delivery.id));
      const sent = new Uint8Array(await (await fetch(`${stack.inboxUrl}/mail/${mail?.messageId}/raw`)).arrayBuffer());
      expect(sha256Hex(sent)).toBe(delivery.messageDigest);
      expect(sha256Hex((await archive.get(delivery.messageKey)) ?? new Uint8Array())).toBe(delivery.messageDigest);
    }
  });

  it('enters every issue into the library, and each says that the next comes after the next charter', async () => {
    const { run } = await eventually(() => finished());
    const admin = await signedIn(stack, 'admin@example.com');
    const { body: library } = await admin.get<ListIssuesResponse>('/api/reports/issues');
    const entered = library.issues.map((line) => [line.runKey, line.report, line.scopeName, line.occasion]);
    expect(entered.sort()).toEqual(run.issues.map((one) => [run.key, one.report, one.scopeName, 'charter']).sort());
    const day = dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock());
    const debrief = library.issues.find(({ report }) => report === 'charter-debrief');
    expect(debrief?.title).toMatch(/^Charter debrief: \S/);
    expect(debrief?.about).toEqual({ from: day, until: plusDays(day, 1) });
    for (const { scopeName, slug } of run.issues) {
      const path = `/api/reports/runs/${encodeURIComponent(run.key)}/${encodeURIComponent(scopeName)}/${slug}/txt`;
      const { body } = await admin.get<string>(path);
      expect(body).toContain('Next issue after the next completed charter');
    }
  });

  it('keeps an audit line for every step, in the order they were taken', async () => {
    const { steps, deliveries } = await eventually(() => finished());
    const about = (id: string) => steps.filter((step) => step.object === id).map((step) => step.action);
    expect(steps.slice(0, 2).map((step) => step.action)).toEqual(['run.created', 'run.snapshot-taken']);
    expect(steps.filter(({ object }) => object === steps[0]?.object).at(-1)?.action).toBe('run.completed');
    for (const { id } of deliveries)
      expect(about(id).slice(0, 3)).toEqual(['delivery.ready', 'delivery.claimed', 'delivery.accepted']);
  });

  it('writes no address and no secret into its log', () => {
    expect(stack.logged.length).toBeGreaterThan(20);
    expect(stack.logged.filter((line) => /@example\.com|scc-s=|eyJ[A-Za-z0-9_-]{10}/.test(line))).toEqual([]);
  });

  async function finished(): Promise<RunResponse | undefined> {
    const admin = await signedIn(stack, 'admin@example.com');
    const { body } = await admin.get<RunResponse>(`/api/reports/runs/${encodeURIComponent(runKey)}`);
    return body.run.completedAt === undefined ? undefined : body;
  }
});
