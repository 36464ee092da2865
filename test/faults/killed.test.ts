import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, callerWithLink, inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

const ONCE = MAILED_PER_CHARTER.map(([, address]) => address).sort();

let survivor: TestStack | undefined;
afterEach(async () => {
  await survivor?.remove();
  survivor = undefined;
});

/** Each starts whole companies one after the other, on machines that do other things as well. */
describe('a process killed while a charter completes', { timeout: 180_000 }, () => {
  it('between the commit and the fast path leaves a run that the sweep finishes, once', async () => {
    const { stack, charterId } = await killedAt('before-fast-path');
    await sweep(stack);
    await stack.idle();
    expect(await addressees(stack)).toEqual(ONCE);
    await sweep(stack);
    await sweep(stack);
    expect(await addressees(stack)).toEqual(ONCE);
    expect(await endOf(stack, charterId)).toEqual({ run: 'complete', mails: ONCE.map(() => 'delivered'), tries: 8 });
  });

  it('before SES was asked sends the others at once, and that one once it is proven that it never went', async () => {
    const { stack, charterId } = await killedAt('before-ses-is-asked');
    await sweep(stack);
    await stack.idle();
    expect(await addressees(stack)).toHaveLength(ONCE.length - 1);
    const late = await later(stack, 30); // nobody can still be at work on it; the others' events are too fresh to prove much
    expect((await endOf(late, charterId)).mails).toEqual([...ONCE.slice(1).map(() => 'delivered'), 'unknown']);
    expect(await addressees(late)).toHaveLength(ONCE.length - 1);
    const settled = await later(late, 95);
    expect(await addressees(settled)).toEqual(ONCE);
    expect(await endOf(settled, charterId)).toEqual({
      run: 'complete',
      mails: ONCE.map(() => 'delivered'),
      tries: 9,
    });
  });

  it('after SES took the mail and before that was recorded learns it from the events, and never sends it again', async () => {
    const { stack, charterId } = await killedAt('after-ses-accepted');
    await sweep(stack);
    await stack.idle();
    const settled = await later(stack, 120);
    expect(await addressees(settled)).toEqual(ONCE);
    expect(await endOf(settled, charterId)).toEqual({ run: 'complete', mails: ONCE.map(() => 'delivered'), tries: 8 });
  });
});

/** Sails today's charter in a child process that kills itself on the way, and starts again on what it left. */
async function killedAt(death: string): Promise<{ stack: TestStack; charterId: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'scc-killed-'));
  const child = fork(join(import.meta.dirname, 'killed-app.ts'), [folder, death], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const place = await announced(child);
  const captain = await callerWithLink(place.appUrl, place.link);
  const charterId = todaysCharterId({ today: dayIn('America/Los_Angeles' as never, testClock()) });
  await sailedUntilReturned(captain, charterId);
  await completed(captain, charterId).catch(() => undefined); // the reply may die with the process
  const [, signal] = await gone;
  expect(signal).toBe('SIGKILL');
  survivor = await aStack({ folder });
  return { stack: survivor, charterId };
}

async function announced(child: ChildProcess): Promise<{ appUrl: string; link: string }> {
  const [message] = await once(child, 'message');
  return message as { appUrl: string; link: string };
}

/** The scheduler's tick, as it would come at a later time. */
async function sweep(stack: TestStack): Promise<void> {
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
}

/** The same data so many minutes after the death, by a clock set ahead, swept. */
async function later(stack: TestStack, aheadMin: number): Promise<TestStack> {
  await stack.close();
  const ahead = await aStack({
    folder: stack.folder,
    substitutes: { clock: () => plusMinutes(testClock(), aheadMin) },
  });
  survivor = ahead;
  await sweep(ahead);
  await ahead.idle();
  return ahead;
}

/** How the run and its mails ended, and how often a mail was claimed to be sent, in all. */
async function endOf(stack: TestStack, charterId: string) {
  const admin = await signedIn(stack, 'admin@example.com');
  const { run, deliveries } = (await admin.get<RunResponse>(`/api/reports/runs/charter.${charterId}.1`)).body;
  return {
    run: run.state,
    mails: deliveries.map(({ state }) => state).sort(),
    tries: deliveries.reduce((sum, { attempt }) => sum + attempt, 0),
  };
}

/** Who has a report in the inbox; the mails sent for nothing but their events carry none. */
async function addressees(stack: TestStack): Promise<string[]> {
  const reports = (await inbox(stack)).filter((mail) => mail.tags.some(({ name }) => name === 'report'));
  return reports.map((mail) => mail.destinations[0] ?? '').sort();
}
