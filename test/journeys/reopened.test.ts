import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { DashboardResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;
let captain: Caller;
let at: string;
let charterId: string;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
  captain = await signedIn(stack, 'captain@example.com');
  const today = dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock());
  charterId = todaysCharterId({ today });
  at = `/api/charters/${charterId}`;
  await sailedUntilReturned(captain, charterId);
}, 120_000);
afterAll(() => stack.remove());

describe('a charter completed, reopened and completed again', () => {
  it('recognises its revenue once, under a new completion, and reports it as a revision', async () => {
    const before = await revenue();
    const first = await completed(captain, charterId);
    await stack.idle();
    expect(first.runKey).toBe(`charter.${charterId}.1`);
    expect((await revenue()) - before).toBe(187_500);

    const reopened = await move('returned', { reopenReason: 'the head count was written down wrong' });
    expect(reopened.status).toBe(200);
    await stack.idle();
    expect(await revenue()).toBe(before);

    const again = await completed(captain, charterId);
    await stack.idle();
    expect(again.runKey).toBe(`charter.${charterId}.2`);
    expect((await revenue()) - before).toBe(187_500);
    const debriefs = (await inbox(stack)).filter((mail) => mail.tags.some((tag) => tag.value === 'charter-debrief'));
    expect(debriefs.map((mail) => mail.destinations[0]).sort()).toEqual([
      ...['admin@example.com', 'admin@example.com', 'captain@example.com', 'captain@example.com'],
    ]);
  });

  it('leaves books that can be rebuilt from their entries', async () => {
    const months = (await readBalances(stack.runtime.tables, 'jada')).map((balances) => balances.month as Month);
    const check = await verifyBooks(stack.runtime.tables, ['jada'], months);
    expect([check.unbalanced, check.charterDifferences, check.differences]).toEqual([[], [], []]);
    expect(check.entries).toBeGreaterThan(100);
  });

  it('is refused to a captain, who may not reopen', async () => {
    const { body } = await captain.get<ReadCharterResponse>(at);
    const answer = await captain.send('POST', `${at}/moves`, {
      to: 'returned',
      version: body.file.charter.version,
      reopenReason: 'a reason',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

async function move(to: string, fields: object) {
  const { body } = await admin.get<ReadCharterResponse>(at);
  return admin.send<ChangedCharterResponse>('POST', `${at}/moves`, {
    to,
    version: body.file.charter.version,
    ...fields,
  });
}

/** Recognised revenue of JADA this month as the dashboard shows it, in cents. */
async function revenue(): Promise<number> {
  const partner = await signedIn(stack, 'partner@example.com');
  const { body } = await partner.get<DashboardResponse>('/api/reports/dashboard');
  const [figures] = body.document.sections.flatMap((section) => section.blocks);
  const cell = figures?.kind === 'key-figures' ? figures.figures[0]?.figure.cell : undefined;
  if (cell?.kind !== 'cents') throw new Error(`no revenue on the dashboard: ${JSON.stringify(cell)}`);
  return cell.value;
}
