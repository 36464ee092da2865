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

describe('a process killed while a charter completes', () => {
  it('between the commit and the fast path leaves a run that the sweep finishes, once', async () => {
    const { stack, charterId } = await killedAt('before-fast-path');
    await sweep(stack);
    expect(await addressees(stack)).toEqual(ONCE);
    await sweep(stack);
    await sweep(stack);
    expect(await addressees(stack)).toEqual(ONCE);
    expect((await runOf(stack, charterId)).run.state).toBe('complete');
  });

  it('before SES took the mail leaves that delivery unknown and sends the others once', async () => {
    const { stack, charterId } = await killedAt('before-ses-is-asked');
    await sweepsUntilSettled(stack);
    const { run, deliveries } = await runOf(stack, charterId);
    expect(deliveries.map((delivery) => delivery.state).sort()).toEqual([
      ...ONCE.slice(1).map(() => 'delivered'),
      'unknown',
    ]);
    expect(run.state).toBe('snapshotted'); // until evidence, or a person, settles the one
    expect(await addressees(stack)).toHaveLength(ONCE.length - 1);
  });

  it('after SES took the mail and before it was recorded never sends it again: its events tell', async () => {
    const { stack, charterId } = await killedAt('after-ses-accepted');
    await sweepsUntilSettled(stack);
    const { deliveries } = await runOf(stack, charterId);
    expect(deliveries.map((delivery) => delivery.state)).toEqual(ONCE.map(() => 'delivered'));
    expect(await addressees(stack)).toEqual(ONCE);
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

/** Sweeps now, and again when a claim can only belong to the dead: twenty minutes on, by a clock set ahead. */
async function sweepsUntilSettled(stack: TestStack): Promise<void> {
  await sweep(stack);
  await stack.close();
  const ahead = await aStack({
    folder: stack.folder,
    substitutes: { clock: () => plusMinutes(testClock(), 30) },
  });
  survivor = ahead;
  Object.assign(stack, ahead);
  await sweep(ahead);
  await sweep(ahead);
  await ahead.idle();
}

async function runOf(stack: TestStack, charterId: string): Promise<RunResponse> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<RunResponse>(`/api/reports/runs/charter.${charterId}.1`)).body;
}

async function addressees(stack: TestStack): Promise<string[]> {
  const reports = (await inbox(stack)).filter(({ tags }) => tags.some(({ name }) => name === 'report'));
  return reports.map((mail) => mail.destinations[0] ?? '').sort();
}
