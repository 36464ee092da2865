import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tick } from '../../lambda/reports/door.ts';
import { startedRun } from '../../lambda/reports/manual-run.ts';
import { userByEmail } from '../../lambda/stores/user-store.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { DueResponse, WatchBeat } from '../../shared/wire/reports.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

/** A clock the test sets: Monday, November 23, 2026, seven in the morning in San Diego, to begin with. */
let now: Instant = instant('2026-11-23T15:00:00Z');
let stack: TestStack;

beforeAll(async () => {
  stack = await aStack({ substitutes: { clock: () => now } });
}, 120_000);
afterAll(() => stack.remove());

const tick = (time: string, kind: 'sweep' | 'watch') => {
  now = instant(time);
  return stack.invoke({ source: 'scc.scheduler', kind, scheduledTime: now });
};
const look = async (time: string) => (await tick(time, 'watch')) as WatchBeat;
const sweep = async (time: string) => (await tick(time, 'sweep')) as Tick;
const due = async (who: Caller | string = 'admin@example.com') => {
  const caller = typeof who === 'string' ? await signedIn(stack, who) : who;
  return (await caller.get<DueResponse>('/api/reports/due')).body;
};
const notices = async () =>
  (await inbox(stack)).filter(({ tags }) => tags.some(({ name, value }) => name === 'kind' && value === 'watch'));
const logged = (step: string) => stack.logged.filter((line) => line.includes(`"step":"${step}"`));

describe('the watch', () => {
  it('finds nothing missing while everything is out in time, and says when it looked', async () => {
    expect((await due()).watch).toBeUndefined();
    await sweep('2026-11-23T16:00:00Z');
    expect(await look('2026-11-23T20:15:00Z')).toEqual({ at: '2026-11-23T20:15:00.000Z', expected: 1, missing: 0 });
    expect(await due()).toMatchObject({ watch: { expected: 1, missing: 0 }, missed: [] });
    expect(await notices()).toEqual([]);
  });

  it('finds every step of the mail in the log, with report, scope, run, the recipient’s mark and SES’s id', () => {
    const [line] = logged('delivery.accepted').map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(line).toMatchObject({ run: 'weekly.2026-11-23', report: 'ceo', scope: 'jada+qos' });
    expect(line?.['recipient']).toMatch(/^h1:[0-9a-f]{32}$/);
    expect(line?.['message']).toMatch(/.{10,}/);
    const steps = stack.logged.filter((text) => text.includes('"run":"weekly.2026-11-23"'));
    for (const step of ['run.created', 'run.snapshot-taken', 'issue.archived', 'delivery.ready', 'run.completed']) {
      expect(steps.some((text) => text.includes(`"step":"${step}"`))).toBe(true);
    }
    expect(logged('sweep.done')).toHaveLength(1);
  });

  it('tells once of what did not go out when the scheduler is gone, however many look at once and how often', async () => {
    // From here on nothing sweeps. The week's report falls due on Monday the 30th and should be out by noon.
    expect(await look('2026-11-30T19:45:00Z')).toMatchObject({ expected: 1, missing: 0 });
    now = instant('2026-11-30T20:00:00Z');
    await Promise.all(
      Array.from({ length: 10 }, () => stack.invoke({ source: 'scc.scheduler', kind: 'watch', scheduledTime: now })),
    );
    expect(await look('2026-11-30T20:15:00Z')).toMatchObject({ expected: 2, missing: 1 });
    await look('2026-12-01T15:00:00Z');
    const mails = await notices();
    expect(mails.map(({ destinations, blindCopies }) => [destinations, blindCopies])).toEqual([
      [['admin@example.com'], []],
    ]);
    expect(mails[0]?.subject).toContain('reports did not go out');
    expect((await due()).missed).toEqual([
      {
        runKey: 'weekly.2026-11-30',
        state: 'missed',
        hasRun: false,
        occasion: 'weekly',
        dueAt: '2026-11-30T16:00:00.000Z',
        deadline: '2026-11-30T20:00:00.000Z',
        because: 'no run was made',
        noticedAt: '2026-11-30T20:00:00.000Z',
      },
    ]);
    expect(logged('report.missed')).toHaveLength(1);
  });

  it('writes down that it came late, and tells nobody again', async () => {
    expect((await sweep('2026-12-01T15:30:00Z')).created).toEqual(['weekly.2026-11-30']);
    expect(await look('2026-12-01T15:45:00Z')).toMatchObject({ expected: 2, missing: 0 });
    await look('2026-12-01T15:50:00Z');
    expect((await due()).missed).toMatchObject([
      { runKey: 'weekly.2026-11-30', state: 'late', hasRun: true, arrivedAt: '2026-12-01T15:30:00.000Z' },
    ]);
    expect(await notices()).toHaveLength(1);
    expect(logged('report.late')).toHaveLength(1);
  });

  it('notices a month’s reports on the second business day', async () => {
    expect(await look('2026-12-02T15:45:00Z')).toMatchObject({ missing: 0 });
    expect(await look('2026-12-02T16:00:00Z')).toMatchObject({ missing: 1 });
    expect((await due()).missed[0]).toMatchObject({ runKey: 'monthly.2026-12', state: 'missed' });
    expect(await notices()).toHaveLength(2);
    await sweep('2026-12-02T16:05:00Z');
    await look('2026-12-02T16:15:00Z');
    expect((await due()).missed.map(({ state }) => state)).toEqual(['late', 'late']);
  });

  it('tells of a run that has not come to an end for six hours, whoever asked for it', async () => {
    now = instant('2026-12-02T17:00:00Z');
    const { tables, reportingDeps } = stack.runtime;
    const office = (await userByEmail(tables, 'admin@example.com')) as User;
    const request = { requestKey: 'left-alone', reports: ['ceo'], sendTo: 'nobody' as const };
    const { runKey } = await startedRun(reportingDeps, office, request, now);
    await look('2026-12-02T22:59:00Z');
    expect(await notices()).toHaveLength(2);
    await look('2026-12-02T23:00:00Z');
    await look('2026-12-02T23:15:00Z');
    expect(await notices()).toHaveLength(3);
    expect((await due()).missed[0]).toMatchObject({
      runKey,
      hasRun: true,
      occasion: 'manual',
      because: 'the run is not finished: nothing is known to hold it',
    });
  });

  it('writes its row and its line in the log even when no mail can be sent', async () => {
    // Monday, four hours after the week's report fell due.
    now = instant('2026-12-07T20:00:00Z');
    const { watchLooked } = await import('../../lambda/reports/watch.ts');
    const broken = () => Promise.reject(new Error('no mail today'));
    await expect(watchLooked(stack.runtime.reportingDeps, broken)).rejects.toThrow('no mail today');
    expect((await due()).missed[0]).toMatchObject({ runKey: 'weekly.2026-12-07', state: 'missed' });
    expect(logged('report.missed').some((line) => line.includes('weekly.2026-12-07'))).toBe(true);
    expect((await due()).watch?.at).toBe('2026-12-07T20:00:00.000Z');
  });

  it.each([['watch '], ['look'], ['']])('takes no tick called "%s"', async (kind) => {
    const event = { source: 'scc.scheduler', kind, scheduledTime: now };
    await expect(stack.invoke(event)).rejects.toThrow('no known kind');
  });
});

describe('what is due and when next', () => {
  it('is told to everybody for themselves, and for all to who runs reports', async () => {
    now = instant('2026-12-08T20:00:00Z');
    const office = await due();
    const names = new Set(office.lines.map(({ recipientName }) => recipientName));
    expect(names.size).toBeGreaterThan(3);
    expect(office.lines.find(({ cadence }) => cadence === 'weekly')?.at).toBe('2026-12-14T16:00:00.000Z');
    expect(office.lines.find(({ cadence }) => cadence === 'each-charter')).not.toHaveProperty('at');
    expect(office.lines.filter(({ isOwn, report }) => isOwn && report === 'cfo')).toEqual([]);
    // January 1, 2027 is a Friday and a holiday.
    expect(new Set(office.reports.map(({ at }) => at))).toEqual(new Set(['2027-01-04T16:00:00.000Z']));

    const cfo = await due('cfo@example.com');
    expect(new Set(cfo.lines.map(({ report }) => report))).toEqual(new Set(['cfo']));
    expect(cfo.lines.every(({ isOwn }) => isOwn)).toBe(true);
    expect(cfo.reports.map(({ report }) => report)).toEqual(['cfo']);
    expect(cfo.missed).toEqual([]);
    expect(cfo.watch).toEqual(office.watch);
  });

  it('is nothing of the office’s for a captain', async () => {
    const captain = await due('captain@example.com');
    expect(captain.missed).toEqual([]);
    expect(captain.lines.every(({ report }) => report === 'charter-debrief')).toBe(true);
  });

  it('is told to nobody who is not signed in', async () => {
    const answer = await fetch(`${stack.appUrl}/api/reports/due`, { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(401);
  });
});
