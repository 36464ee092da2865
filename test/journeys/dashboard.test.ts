import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invoker, SelfEvent } from '../../lambda/invoker.ts';
import { dashboardKey } from '../../lambda/stores/keys.ts';
import { readMoved } from '../../lambda/stores/moved-store.ts';
import { saveUser, userByEmail } from '../../lambda/stores/user-store.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { DashboardReceiptsResponse, DashboardResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import { requestsDuring } from '../support/capacity.ts';

const AT = '/api/reports/dashboard';
const SWEEP = { source: 'scc.scheduler', kind: 'sweep', scheduledTime: '2026-11-21T20:00:00Z' };
const OFFICE = 'all~ceo~cfo~marketing~technical';

let stack: TestStack;
let admin: Caller;
let aheadMinutes = 0;
let isLost = false;
const asked: SelfEvent[] = [];
let background: Promise<unknown>[] = [];

/** The function calling itself, as the cloud does it: sometimes the call is lost. */
const invoker: Invoker = {
  async invoke(event) {
    asked.push(event);
    if (isLost) throw new Error('the call was lost');
    if (stack === undefined) return; // the sample is being loaded
    background.push(new Promise((resolve) => setTimeout(resolve, 0)).then(() => stack.invoke(event)));
  },
};

beforeAll(async () => {
  stack = await aStack({
    substitutes: { invoker, clock: () => plusMinutes(testClock(), aheadMinutes) as Instant },
  });
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);

afterAll(() => stack.remove());

async function settled(): Promise<void> {
  const underway = background;
  background = [];
  await Promise.all(underway);
  if (background.length > 0) await settled();
}

let bills = 0;
function pay(cents: number, entityId = 'jada') {
  bills += 1;
  const today = dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock());
  return admin.send('POST', '/api/expenses', {
    requestKey: `dashboard-bill-${bills}`,
    entityId,
    on: plusDays(today, 0),
    vendor: 'Harbor Chandlery',
    cents,
    account: '6110',
    paidFrom: '1010',
    receiptOnFile: true,
  });
}

function cash(document: ReportDocument): number {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const figures = blocks.flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
  const cell = figures.find(({ label }) => label.startsWith('Unrestricted cash'))?.figure.cell;
  if (cell?.kind !== 'cents') throw new Error(`no cash on the dashboard: ${JSON.stringify(cell)}`);
  return cell.value;
}

const shown = async (caller = admin) => (await caller.get<DashboardResponse>(AT)).body;

async function withMark(caller: Caller, etag: string): Promise<Response> {
  return fetch(`${stack.appUrl}${AT}`, { headers: { cookie: caller.cookie, 'if-none-match': etag } });
}

/** What DynamoDB is asked while something happens, with the units each read took. */
async function readsDuring(act: () => Promise<unknown>): Promise<{ readonly key: string; readonly units: number }[]> {
  const requests = await requestsDuring(stack.runtime.tables, act);
  return requests.map(({ keys, readUnits }) => ({ key: keys, units: readUnits }));
}

describe('reading the dashboard', () => {
  it('prepares it the first time, and after that costs half a read unit beside the session check', async () => {
    await shown();
    const etag = (await admin.get(AT)).headers.get('etag') ?? '';
    for (const look of [() => admin.get(AT), () => withMark(admin, etag)]) {
      const reads = await readsDuring(look);
      expect(reads.map(({ key }) => key).sort()).toEqual(['DASHBOARD', 'SID+USER']);
      expect(reads.find(({ key }) => key === 'DASHBOARD')?.units).toBe(0.5);
    }
  });

  it('fits what it reads into one unit’s four kilobytes', async () => {
    const Key = dashboardKey(OFFICE);
    const found = await stack.runtime.tables.client.send(new GetCommand({ TableName: stack.runtime.tables.main, Key }));
    const bytes = (found.Item?.['body'] as Uint8Array | undefined)?.length;
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(3_900);
  });

  it('answers with a mark, and with nothing but 304 while that is what the asker has', async () => {
    const { headers } = await admin.get(AT);
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"all~ceo~cfo~marketing~technical\.\d+"$/);
    const again = await withMark(admin, etag);
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await withMark(admin, '"all.1"')).status).toBe(200);
  });

  it('says up to when its figures count, and tells apart what they mean', async () => {
    const { document, takenAt } = await shown();
    expect(document.asOf).toBe(takenAt);
    expect(document.sections.some(({ id }) => id === 'definitions')).toBe(false);
    const { body } = await admin.get<DashboardReceiptsResponse>(`${AT}/receipts`);
    expect(body.definitions.find(({ fact }) => fact === 'revenue-target')?.formula).not.toBe('');
  });
});

describe('who sees what', () => {
  it('somebody else’s mark opens nothing of theirs', async () => {
    const partner = await signedIn(stack, 'partner@example.com');
    const etag = (await admin.get(AT)).headers.get('etag') ?? '';
    const answer = await withMark(partner, etag);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toMatch(/^"jada~ceo~marketing\./);
    expect(((await answer.json()) as DashboardResponse).document.scope.entityIds).toEqual(['jada']);
  });

  it('who looked before is read for ahead, but a grant taken back counts at once', async () => {
    const { tables } = stack.runtime;
    const partner = await signedIn(stack, 'partner@example.com');
    const markOf = async () => (await partner.get(AT)).headers.get('etag');
    expect(await markOf()).toMatch(/^"jada~ceo~marketing\./);
    const before = await userByEmail(tables, 'partner@example.com');
    if (before === undefined) throw new Error('the sample has no partner');
    const less = await saveUser(
      tables,
      { ...before, grants: before.grants.filter(({ report }) => report === 'dashboard') },
      before,
    );
    expect(await markOf()).toMatch(/^"jada\./);
    const reads = await readsDuring(markOf);
    expect(reads.map(({ key }) => key).sort()).toEqual(['DASHBOARD', 'SID+USER']);
    const none = await saveUser(tables, { ...less, grants: [] }, less);
    expect((await partner.get(AT)).status).toBe(404);
    await saveUser(tables, { ...none, grants: before.grants }, none);
    expect(await markOf()).toMatch(/^"jada~ceo~marketing\./);
  });

  it('no byte of a captain’s answer, nor of its receipts, holds a figure of a part not granted', async () => {
    const captain = await signedIn(stack, 'captain@example.com');
    const bytes = JSON.stringify([await shown(captain), (await captain.get(`${AT}/receipts`)).body]);
    for (const fact of [
      'runway',
      'net-burn',
      'unrestricted-cash',
      'weighted-pipeline',
      'channel-cac',
      'platform-listing-status',
    ]) {
      expect(bytes).not.toContain(`"${fact}@`);
      expect(bytes).not.toContain(`"fact":"${fact}"`);
    }
    const amount = cash((await shown()).document);
    expect(bytes).not.toContain(String(Math.abs(amount)));
    expect(bytes).toContain('month-revenue@');
  });

  it('the preview of the dashboard shows no more than the dashboard', async () => {
    const captain = await signedIn(stack, 'captain@example.com');
    const { body } = await captain.send<object>('POST', '/api/reports/preview', { report: 'dashboard' });
    expect(JSON.stringify(body)).toContain('month-revenue@');
    expect(JSON.stringify(body)).not.toMatch(/runway|unrestricted-cash|weighted-pipeline/);
  });

  it('crew without a grant are told there is nothing', async () => {
    const mate = await signedIn(stack, 'mate@example.com');
    expect((await mate.get(AT)).status).toBe(404);
    expect((await mate.get(`${AT}/receipts`)).status).toBe(404);
  });
});

describe('what was posted', () => {
  it('is on the dashboard at once, to the cent, under a new mark', async () => {
    const before = await admin.get<DashboardResponse>(AT);
    expect((await pay(12_345)).status).toBe(201);
    await settled();
    const after = await admin.get<DashboardResponse>(AT);
    expect(cash(after.body.document)).toBe(cash(before.body.document) - 12_345);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(await readMoved(stack.runtime.tables)).toEqual([]);
  });

  it('is on it after the next sweep when the call was lost', async () => {
    const before = cash((await shown()).document);
    isLost = true;
    expect((await pay(777)).status).toBe(201);
    await settled();
    expect(cash((await shown()).document)).toBe(before);
    expect(await readMoved(stack.runtime.tables)).toEqual([{ entityId: 'jada', count: expect.any(Number) }]);
    await stack.invoke(SWEEP);
    isLost = false;
    expect(cash((await shown()).document)).toBe(before - 777);
    expect(await readMoved(stack.runtime.tables)).toEqual([]);
  });

  it('twenty postings and twenty preparations at once end at the sum of them all', async () => {
    const before = cash((await shown()).document);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        Promise.all([pay(100 + i), stack.invoke({ source: 'scc.self', kind: 'refresh-dashboard' })]),
      ),
    );
    expect(answers.map(([{ status }]) => status)).toEqual(answers.map(() => 201));
    await settled();
    expect(cash((await shown()).document)).toBe(before - (20 * 100 + 190));
    expect(await readMoved(stack.runtime.tables)).toEqual([]);
  });

  it('does not touch dashboards it is no part of', async () => {
    const partner = await signedIn(stack, 'partner@example.com');
    const before = (await partner.get(AT)).headers.get('etag');
    await pay(50, 'qos');
    await settled();
    expect((await partner.get(AT)).headers.get('etag')).toBe(before);
  });

  it('a register change asks for a preparation, a request that is refused does not', async () => {
    asked.length = 0;
    const refused = await admin.send('PUT', '/api/register/target/tgt_new', { version: 0, record: {} });
    expect([refused.status, asked.length]).toEqual([400, 0]);
    const record = { entityId: 'jada', holder: 'A. Owner', shareBps: 100, agreementOnFile: true };
    expect((await admin.send('PUT', '/api/register/equity-holding/eqh_dash', { version: 0, record })).status).toBe(200);
    expect(asked.map(({ kind }) => kind)).toEqual(['refresh-dashboard']);
    await settled();
  });
});

describe('the day', () => {
  it('turns on the dashboard with the first sweep after midnight', async () => {
    const before = (await shown()).document;
    aheadMinutes = 12 * 60; // the tests’ clock stands at 13:00
    try {
      await stack.invoke(SWEEP);
      const caller = await signedIn(stack, 'admin@example.com');
      const after = await eventually(async () => (await caller.get<DashboardResponse>(AT)).body.document);
      expect(dayIn(stack.runtime.config.zone, after.asOf)).toBe(
        plusDays(dayIn(stack.runtime.config.zone, before.asOf), 1),
      );
    } finally {
      aheadMinutes = 0;
    }
  });
});
