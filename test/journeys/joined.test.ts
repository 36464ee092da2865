import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tick } from '../../lambda/reports/door.ts';
import { chartersIn, readCharterFile } from '../../lambda/stores/charter-store.ts';
import { readRun, runsIn } from '../../lambda/stores/run-store.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import { dayIn, instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';

/** A clock the test sets: Saturday, November 21, 2026, 13:07 in San Diego, to begin with. */
let now: Instant = instant('2026-11-21T21:07:00Z');
let stack: TestStack;

beforeAll(async () => {
  process.env['JOINING_WINDOW_MIN'] = '15';
  stack = await aStack({ substitutes: { clock: () => now } });
}, 120_000);
afterAll(async () => {
  delete process.env['JOINING_WINDOW_MIN'];
  await stack.remove();
});

const sweep = async (time: string) => {
  now = instant(time);
  const tick = (await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: now })) as Tick;
  await stack.idle();
  return tick;
};
const captain = () => signedIn(stack, 'captain@example.com');
const EXECUTIVE = MAILED_PER_CHARTER.filter(([report]) => report !== 'charter-debrief');
const DEBRIEF = MAILED_PER_CHARTER.filter(([report]) => report === 'charter-debrief');

/** Who was mailed which report, from the first so many mails on. */
async function mailedSince(count: number): Promise<(readonly [string, string])[]> {
  const mails = (await inbox(stack)).slice(count);
  return mails
    .map(({ tags, destinations }): [string, string] => [
      tags.find(({ name }) => name === 'report')?.value ?? '',
      destinations[0] ?? '',
    ])
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Charters of the sample that came back on earlier days. */
async function earlierCharters(count: number): Promise<Charter[]> {
  const outlines = await Promise.all(
    ['2026-10', '2026-11'].map((month) => chartersIn(stack.runtime.tables, 'jada', month as Month)),
  );
  const over = outlines
    .flat()
    .filter(({ completionSeq }) => completionSeq === 1)
    .slice(0, count);
  const files = await Promise.all(over.map(({ id }) => readCharterFile(stack.runtime.tables, id)));
  return files.flatMap((file) => (file ? [file.charter] : []));
}

const complete = (charter: Charter, at: Instant) => stack.runtime.reporting.charterCompleted(charter, 'usr_test', at);

describe('old charters that are loaded into the books', () => {
  it('start no run and mail nothing', async () => {
    expect((await earlierCharters(3)).map(({ completionSeq }) => completionSeq)).toEqual([1, 1, 1]);
    expect((await sweep('2026-11-21T21:07:00Z')).created).toEqual([]);
    expect(await runsIn(stack.runtime.tables, '2026-11' as Month)).toEqual([]);
    expect(await inbox(stack)).toEqual([]);
    expect(await stack.invoke({ source: 'scc.scheduler', kind: 'watch', scheduledTime: now })).toMatchObject({
      expected: 0,
      missing: 0,
    });
  });
});

describe('completions in a window of fifteen minutes', () => {
  const id = todaysCharterId({ today: localDate('2026-11-21') });
  const joinedKey = 'joined.2026-11-21T21-00Z';

  it('mail their debriefs at once and nothing else before the window ends', async () => {
    await sailedUntilReturned(await captain(), id);
    expect((await completed(await captain(), id)).runKey).toBe(`charter.${id}.1`);
    await stack.idle();
    expect(await mailedSince(0)).toEqual(DEBRIEF);
    expect((await readRun(stack.runtime.tables, `charter.${id}.1`))?.state).toBe('complete');
    expect(await readRun(stack.runtime.tables, joinedKey)).toMatchObject({
      state: 'pending',
      joiningUntil: '2026-11-21T21:15:00.000Z',
      joined: [{ charterId: id, completionSeq: 1, entityId: 'jada' }],
    });
    expect((await sweep('2026-11-21T21:14:59Z')).swept).toBe(0);
    await stack.runtime.reporting.runAnnounced(joinedKey);
    expect((await readRun(stack.runtime.tables, joinedKey))?.state).toBe('pending');
  });

  it('are joined when many come at the same time, each in its own transaction and none lost', async () => {
    const others = await earlierCharters(5);
    now = instant('2026-11-21T21:14:30Z');
    const stored = await Promise.all(
      others.map(({ id: charterId, entityId }, i) => {
        const { join } = complete({ ...others[i], id: charterId, entityId, completionSeq: 2 } as Charter, now);
        return committed(stack.runtime.tables, join ? [join] : []);
      }),
    );
    expect(stored.every((one) => one.stored)).toBe(true);
    const run = await readRun(stack.runtime.tables, joinedKey);
    expect(run?.joined?.map(({ charterId }) => charterId).sort()).toEqual([id, ...others.map((one) => one.id)].sort());
    expect(run?.version).toBe(6);
  });

  it('reopened and completed again in the window are one issue', async () => {
    const admin = await signedIn(stack, 'admin@example.com');
    const { body } = await admin.get<ReadCharterResponse>(`/api/charters/${id}`);
    const reopened = await admin.send<ChangedCharterResponse>('POST', `/api/charters/${id}/moves`, {
      to: 'returned',
      version: body.file.charter.version,
      reopenReason: 'the head count was written down wrong',
    });
    expect(reopened.status).toBe(200);
    const before = (await inbox(stack)).length;
    expect((await completed(await captain(), id)).runKey).toBe(`charter.${id}.2`);
    await stack.idle();
    expect(await mailedSince(before)).toEqual(DEBRIEF);
    await sweep('2026-11-21T21:15:00Z');
    await sweep('2026-11-21T21:20:00Z');
    expect(await mailedSince(before + DEBRIEF.length)).toEqual(EXECUTIVE);
    const run = await readRun(stack.runtime.tables, joinedKey);
    expect(run?.state).toBe('complete');
    expect(run?.joined).toHaveLength(7);
    expect(run).not.toHaveProperty('joiningUntil');
  });

  it('that come when its run is closed already open the next', async () => {
    // The request was in time by its own clock, and its transaction is late.
    now = instant('2026-11-21T21:14:59Z');
    const admin = await signedIn(stack, 'admin@example.com');
    const { body } = await admin.get<ReadCharterResponse>(`/api/charters/${id}`);
    await admin.send('POST', `/api/charters/${id}/moves`, {
      to: 'returned',
      version: body.file.charter.version,
      reopenReason: 'the fuel was written down wrong',
    });
    expect((await completed(await captain(), id)).runKey).toBe(`charter.${id}.3`);
    await stack.idle();
    const next = 'joined.2026-11-21T21-15Z';
    expect((await readRun(stack.runtime.tables, joinedKey))?.joined).toHaveLength(7);
    expect(await readRun(stack.runtime.tables, `charter.${id}.3`)).toMatchObject({
      trigger: { joins: { runKey: next, until: '2026-11-21T21:30:00.000Z' } },
    });
    const before = (await inbox(stack)).length;
    await sweep('2026-11-21T21:30:00Z');
    expect(await mailedSince(before)).toEqual(EXECUTIVE);
  });

  it('are all accounted for by the watch', async () => {
    now = instant('2026-11-21T23:45:00Z');
    // The third completion's debrief and the executive reports that came with it.
    expect(await stack.invoke({ source: 'scc.scheduler', kind: 'watch', scheduledTime: now })).toMatchObject({
      expected: 2,
      missing: 0,
    });
    expect(dayIn(stack.runtime.config.zone, now)).toBe('2026-11-21');
  });
});
