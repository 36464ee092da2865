import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tick } from '../../lambda/reports/door.ts';
import { readRun } from '../../lambda/stores/run-store.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { CompareResponse, ListIssuesResponse, RunResponse } from '../../shared/wire/reports.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

/** A clock the test sets: Saturday, November 21, 2026, noon in San Diego, to begin with. */
let now: Instant = instant('2026-11-21T20:00:00Z');
let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack({ substitutes: { clock: () => now } });
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

/** Sets the clock; a session lasts no longer than a day, so the office signs in again. */
async function at(time: string): Promise<void> {
  now = instant(time);
  admin = await signedIn(stack, 'admin@example.com');
}

const tick = async (time: string): Promise<Tick> => {
  await at(time);
  return (await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: now })) as Tick;
};
const readersOf = async (since: number) =>
  (await inbox(stack))
    .slice(since)
    .map((mail) => mail.destinations.join(' '))
    .sort();
const runOf = async (key: string) => (await admin.get<RunResponse>(`/api/reports/runs/${key}`)).body;
const documentOf = async (key: string, scope: string) =>
  (await admin.get<ReportDocument>(`/api/reports/runs/${key}/${scope}/ceo-report/json`)).body;

describe('the schedule', () => {
  it('owes nothing from before it was first kept', async () => {
    expect(await tick('2026-11-21T20:00:00Z')).toEqual({ created: [], swept: 0 });
    expect(await inbox(stack)).toEqual([]);
  });

  it('makes the week’s report on Monday at eight, once, and mails it to who asked for it weekly', async () => {
    expect((await tick('2026-11-23T15:59:00Z')).created).toEqual([]);
    expect((await tick('2026-11-23T16:00:00Z')).created).toEqual(['weekly.2026-11-23']);
    expect(await readersOf(0)).toEqual(['harbor@example.com audit@example.com']);
    await stack.idle();
    const { run, deliveries, steps } = await runOf('weekly.2026-11-23');
    expect(run).toMatchObject({
      state: 'complete',
      trigger: { kind: 'schedule', rhythm: 'weekly', dueOn: '2026-11-23' },
    });
    expect(deliveries.map(({ recipientName, state }) => [recipientName, state])).toEqual([
      ['Theo Bankole', 'delivered'],
    ]);
    expect(steps.map((step) => step.action)).toContain('run.created');
    expect(await documentOf('weekly.2026-11-23', 'jada+qos')).toMatchObject({
      period: { from: '2026-11-01', until: '2026-11-24' },
      nextDue: '2026-11-30',
    });
    expect(await tick('2026-11-23T16:00:00Z')).toEqual({ created: [], swept: 0 });
    expect(await tick('2026-11-23T16:05:00Z')).toEqual({ created: [], swept: 0 });
    expect(await readersOf(0)).toHaveLength(1);
  });

  // Every tick computes every report: most of a minute of work, and more where others work beside it.
  it('makes the month’s reports once when twenty ticks come at the same time', { timeout: 240_000 }, async () => {
    await at('2026-12-01T16:00:00Z');
    const before = (await inbox(stack)).length;
    const event = { source: 'scc.scheduler', kind: 'sweep', scheduledTime: now };
    const ticks = (await Promise.all(Array.from({ length: 20 }, () => stack.invoke(event)))) as Tick[];
    await stack.idle();
    await tick('2026-12-01T16:05:00Z');
    // The week of November 30 was missed and is made up with the month's.
    expect(ticks.flatMap(({ created }) => created).sort()).toEqual(['monthly.2026-12', 'weekly.2026-11-30']);
    expect(await readersOf(before)).toEqual([
      'agency@example.com audit@example.com',
      'deliveries@example.com audit@example.com',
      'harbor@example.com audit@example.com',
      'landlord@example.com audit@example.com',
      'owner@example.com audit@example.com',
    ]);
    const { run, deliveries } = await runOf('monthly.2026-12');
    expect(run.issues.map((one) => [one.report, one.scopeName, one.state, one.period])).toEqual(
      expect.arrayContaining([
        ['ceo', 'group', 'archived', { from: '2026-11-01', until: '2026-12-01' }],
        ['ceo', 'qos', 'archived', { from: '2026-11-01', until: '2026-12-01' }],
      ]),
    );
    expect(run.issues.filter((one) => one.report === 'dashboard' || one.report === 'charter-debrief')).toEqual([]);
    expect(deliveries.map((one) => one.attempt)).toEqual([1, 1, 1, 1]);
    expect(await documentOf('monthly.2026-12', 'group')).toMatchObject({ nextDue: '2027-01-04' });
  });

  it('finishes a run that was created and then left, as after a crash', async () => {
    // The process that ticked died right after the run was written down.
    await at('2026-12-07T16:00:00Z');
    const { createDueRuns } = await import('../../lambda/reports/schedule.ts');
    expect(await createDueRuns(stack.runtime.reportingDeps)).toEqual(['weekly.2026-12-07']);
    expect((await readRun(stack.runtime.tables, 'weekly.2026-12-07'))?.state).toBe('pending');
    const before = (await inbox(stack)).length;
    expect(await tick('2026-12-07T16:05:00Z')).toEqual({ created: [], swept: 1 });
    expect((await readRun(stack.runtime.tables, 'weekly.2026-12-07'))?.state).toBe('complete');
    expect(await readersOf(before)).toEqual(['harbor@example.com audit@example.com']);
  });

  it('skips a day the company keeps closed', async () => {
    const record = { on: '2026-12-14', name: 'Haul-out' };
    expect((await admin.send('PUT', '/api/register/closed-day/cld_haul', { version: 0, record })).status).toBe(200);
    expect((await tick('2026-12-14T16:00:00Z')).created).toEqual([]);
    expect((await tick('2026-12-15T16:00:00Z')).created).toEqual(['weekly.2026-12-14']);
    expect(await documentOf('weekly.2026-12-07', 'jada+qos')).toMatchObject({ nextDue: '2026-12-14' });
  });

  it('makes up a missed month once, late, under its own name and period', async () => {
    const { created } = await tick('2027-01-20T20:00:00Z');
    expect(created).toEqual(['monthly.2027-01', 'weekly.2027-01-18']);
    expect((await runOf('monthly.2027-01')).run).toMatchObject({
      trigger: { dueOn: '2027-01-04' },
      archivedOn: '2027-01-20',
      requestedPeriod: { from: '2026-12-01', until: '2027-01-01' },
    });
    expect((await tick('2027-01-20T20:05:00Z')).created).toEqual([]);
  });

  it.each([[''], ['yesterday'], ['2026-13-01T00:00:00Z'], ['2026-12-01']])(
    'refuses a tick at "%s"',
    async (scheduledTime) => {
      await expect(stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime })).rejects.toThrow(
        'no known kind',
      );
    },
  );

  it('goes by its own clock when a tick is early or late', async () => {
    const event = { source: 'scc.scheduler', kind: 'sweep', scheduledTime: '2031-01-01T00:00:00Z' };
    expect(await stack.invoke(event)).toEqual({ created: [], swept: 0 });
    expect(stack.logged.some((line) => line.includes('tick.ahead-of-clock'))).toBe(true);
  });
});

describe('an issue and the one before it', () => {
  const summary = (document: ReportDocument) => JSON.stringify(document.sections.find(({ id }) => id === 'summary'));

  it('of the same occasion and entities are held against each other', async () => {
    expect(summary(await documentOf('weekly.2026-11-23', 'jada+qos'))).toContain('There is no earlier issue');
    const later = await documentOf('weekly.2027-01-18', 'jada+qos');
    // Held against the week's report made on December 15, not against the month's, which is the one before it in time.
    expect(summary(later)).toContain('Since the last issue');
    expect(summary(later)).toContain('"2026-12-15"');
  });

  it('go without each other when the earlier records are not what was archived, and the log says so', async () => {
    const run = await readRun(stack.runtime.tables, 'weekly.2027-01-18');
    await tampered(run?.snapshotKey ?? '');
    expect((await tick('2027-01-25T16:00:00Z')).created).toEqual(['weekly.2027-01-25']);
    expect(summary(await documentOf('weekly.2027-01-25', 'jada+qos'))).toContain('There is no earlier issue');
    expect(stack.logged.some((line) => line.includes('issue.previous-unreadable'))).toBe(true);
  });
});

describe('the library', () => {
  const issues = async (caller: Caller, query = '') =>
    (await caller.get<ListIssuesResponse & ProblemResponse>(`/api/reports/issues${query}`)).body;
  const names = (list: ListIssuesResponse) => list.issues.map((one) => `${one.runKey}/${one.scopeName}/${one.slug}`);

  it('lists every archived issue, newest first, and narrows it by report, entity and month', async () => {
    const all = await issues(admin, '?report=ceo');
    // Six weeks' issues for two businesses; two months' for the group and for the owner of one.
    expect(all.issues).toHaveLength(10);
    expect([...all.issues].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)).map((one) => one.madeAt)).toEqual(
      all.issues.map((one) => one.madeAt),
    );
    const november = await issues(admin, '?report=ceo&month=2026-11');
    expect(names(november)).toEqual(['weekly.2026-11-23/jada+qos/ceo-report']);
    expect(names(await issues(admin, '?month=2026-11'))).toEqual(names(november));
    expect(names(await issues(admin, '?report=ceo&month=2026-12&entity=qdn'))).toEqual([
      'monthly.2026-12/group/ceo-report',
    ]);
    expect(JSON.stringify(all)).not.toContain('snapshot');
  });

  it('is read in pages, each beginning where the last one ended', async () => {
    const all = await issues(admin, '?report=ceo');
    const third = all.issues[2];
    const place = [third?.archivedOn, third?.madeAt, third?.runKey, third?.scopeName, third?.slug].join('#');
    const rest = await issues(admin, `?report=ceo&before=${encodeURIComponent(place)}`);
    expect(names(rest)).toEqual(names(all).slice(3));
  });

  it('shows nobody an issue with an entity or a report that is not theirs', async () => {
    const cfo = await signedIn(stack, 'cfo@example.com');
    const partner = await signedIn(stack, 'partner@example.com');
    expect(names(await issues(cfo)).filter((name) => !name.endsWith('/cfo-report'))).toEqual([]);
    const ceo = await signedIn(stack, 'ceo@example.com');
    expect(names(await issues(ceo))).toEqual(names(await issues(admin, '?report=ceo')));
    expect(names(await issues(partner))).toEqual([]);
    expect(await issues(partner, '?report=ceo&entity=qos')).toEqual(
      await issues(partner, '?report=horoscope&entity=nowhere'),
    );
  });

  it.each(['?month=2026-13', '?report=CEO%20', '?colour=blue'])('refuses %s by field', async (query) => {
    expect((await admin.get(`/api/reports/issues${query}`)).status).toBe(400);
  });

  it('says what changed from one issue to another', async () => {
    const [left, right] = ['weekly.2026-11-23/jada+qos/ceo-report', 'weekly.2026-11-30/jada+qos/ceo-report'];
    const { status, body } = await compared(admin, left, right);
    expect(status).toBe(200);
    expect([body.left.period, body.right.period]).toEqual([
      { from: '2026-11-01', until: '2026-11-24' },
      { from: '2026-11-01', until: '2026-12-01' },
    ]);
    expect(body.figures.length).toBeGreaterThan(0);
    expect((await compared(admin, left, left)).body).toMatchObject({ figures: [], findings: [] });
  });

  it('compares nothing for who may not see both, and answers like for what does not exist', async () => {
    const partner = await signedIn(stack, 'partner@example.com');
    const seen = 'weekly.2026-11-23/jada+qos/ceo-report';
    const strip = ({ requestId: _, ...rest }: ProblemResponse) => rest;
    const answers = [
      await compared(partner, seen, seen),
      await compared(admin, seen, 'weekly.1999-01-01/group/ceo-report'),
      await compared(admin, 'no name of an issue', seen),
      await compared(admin, `${seen}/html`, seen),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(strip(body)))).size).toBe(1);
  });

  const compared = (caller: Caller, left: string, right: string) =>
    caller.get<CompareResponse & ProblemResponse>(`/api/reports/compare?${new URLSearchParams({ left, right })}`);
});

/** The object as somebody with access to the archive might change it. */
async function tampered(Key: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const s3 = new S3Client({ region: 'us-west-2', endpoint: stack.endpoints.s3, forcePathStyle: true, credentials });
  await s3.send(new PutObjectCommand({ Bucket: 'scc-archive', Key, Body: '{}' }));
  s3.destroy();
}
