import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postWhatTimeBrings } from '../../lambda/host/daily-postings.ts';
import { takeSnapshot } from '../../lambda/reports/snapshot-loader.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { moneyOf } from '../../lambda/stores/money-store.ts';
import { readRegister } from '../../lambda/stores/register-store.ts';
import type { LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, firstDay, instantIn, monthOf, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { invoiceOpen } from '../../shared/records/invoice.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { CorrectedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { PreviewResponse, RunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const zone = 'America/Los_Angeles' as Zone;
const today = dayIn(zone, testClock());
const month = monthOf(today);
const last = plusMonths(month, -1);
const ago = (days: number) => plusDays(today, -days);
const DC = { entityId: 'dc', clientId: 'shipyard' };
const INVOICE = { ...DC, invoiceId: 'inv_dc-300' };

/** What was sent 45 days ago, due 31 days ago: 19,792 + 12,500 of work and 5,000 of map service are 37,292. */
const sent = {
  ...INVOICE,
  on: ago(45),
  dueOn: ago(31),
  number: 'DC-300',
  customer: 'Shelter Shipyard',
  cents: 37_292,
  lines: [
    {
      kind: 'hourly',
      text: 'Parts catalogue',
      cents: 32_292,
      role: 'principal',
      contractId: 'con_shipyard',
      workIds: ['wrk_yard-1', 'wrk_yard-2'],
    },
    { kind: 'hosting', text: 'Map service', cents: 5_000, role: 'agent', costIds: ['cst_yard-map'] },
  ],
};

describe('a client of the agency', () => {
  it('is put on record with its contract and its work', async () => {
    const client = { entityId: 'dc', name: 'Shelter Shipyard', since: ago(400), active: true, renewals: [] };
    const agreed = { kind: 'hourly', rateCentsPerHour: 12_500, from: ago(400), signedOn: ago(400) };
    const worked = { ...DC, contractId: 'con_shipyard', rateCentsPerHour: 12_500, billable: true, note: 'Catalogue' };
    const written = await Promise.all([
      put('client', 'shipyard', client),
      put('client-contract', 'con_shipyard', { ...DC, ...agreed, agentOrPrincipal: 'principal' }),
      put('work-entry', 'wrk_yard-1', { ...worked, on: ago(50), minutes: 95 }),
      put('work-entry', 'wrk_yard-2', { ...worked, on: ago(46), minutes: 60 }),
      put('work-entry', 'wrk_yard-3', { ...worked, on: ago(46), minutes: 60, billable: false }),
    ]);
    expect(written.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const opening = { entityId: 'dc', on: ago(50), cents: 50_000, direction: 'in', owner: 'The owner' };
    expect((await record('owner-money', 'dc-opening', opening)).status).toBe(201);
  });

  it('whose work is unbilled when a month ends: its revenue then, taken back on the first, once whatever ticks', async () => {
    const tick = (on: LocalDate) => postWhatTimeBrings({ ...stack.runtime, clock: () => instantIn(zone, on, '08:00') });
    await Promise.all([tick(firstDay(month)), tick(firstDay(month))]);
    await tick(plusDays(firstDay(month), 1));
    const books = booksOf(await readBalances(stack.runtime.tables, 'dc'));
    // 95 min at $125 is $197.92 (19,791.67), 60 min $125.00
    expect(books.tally(['dc'], [last], 'clients', 'shipyard.unbilled')).toBe(32_292);
    expect(books.tally(['dc'], [month], 'clients', 'shipyard.unbilled')).toBe(-32_292);
    const accruals = await moneyOf(stack.runtime.tables, 'dc', last);
    const ours = accruals.filter(({ kind, record: of }) => kind === 'work-accrual' && 'clientId' in of);
    expect(ours.filter(({ record: of }) => (of as { clientId: string }).clientId === 'shipyard')).toHaveLength(1);
    expect(books.account(['dc'], [last], '1160') + books.account(['dc'], [last], '4310')).toBe(0);
  });

  it('is invoiced for work and for what was laid out, and only the rest of that is revenue', async () => {
    const cost = { ...DC, costId: 'cst_yard-map', vendor: 'Chart tiles', month: monthOf(ago(47)), role: 'agent' };
    const paid = await record('pass-through-cost', 'yard-map', {
      ...cost,
      on: ago(47),
      cents: 4_000,
      paidFrom: '1010',
    });
    expect(paid.status).toBe(201);
    const before = await accounts();
    const both = await Promise.all([
      record('client-invoice', 'yard-sent', sent),
      record('client-invoice', 'yard-again', { ...sent, invoiceId: 'inv_dc-301', number: 'DC-301' }),
    ]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1); // the same work is billed once
    expect(await moved(before)).toEqual({ '1110': 37_292, '1160': -4_000, '4310': -32_292, '4330': -1_000 });
    const [work, kept] = await Promise.all([kindOf('work-entry', 'wrk_yard-1'), kindOf('client-cost', 'cst_yard-map')]);
    const invoiceId = both[0]?.status === 201 ? 'inv_dc-300' : 'inv_dc-301';
    expect([work?.invoiceId, kept?.invoiceId]).toEqual([invoiceId, invoiceId]);
    INVOICE.invoiceId = invoiceId;
  });

  it('’s invoiced work and costs stay as they were while the invoice stands', async () => {
    const {
      id: _,
      createdAt: _a,
      createdBy: _b,
      updatedAt: _c,
      source: _d,
      schemaVersion: _e,
      ...work
    } = (await kindOf('work-entry', 'wrk_yard-1')) ?? ({} as never);
    const changed = await put('work-entry', 'wrk_yard-1', { ...work, minutes: 10, version: undefined }, work.version);
    expect([changed.status, changed.body.problems[0]?.field]).toEqual([400, 'record.invoiceId']);
    const back = await takenBack('pass-through-cost', 'yard-map', ago(47));
    expect([back.status, back.body.problems[0]?.message]).toEqual([
      422,
      'this cost is on an invoice; take the invoice back first',
    ]);
  });

  it('pays a part, is credited a part, and a part is given up; never more than is open', async () => {
    const paid = { ...INVOICE, on: ago(20), cents: 10_000, paidInto: '1010' };
    expect((await record('client-payment', 'yard-part', paid)).status).toBe(201);
    const tooMuch = await record('client-payment', 'yard-more', { ...paid, cents: 27_293 });
    expect([tooMuch.status, tooMuch.body.problems[0]?.field]).toEqual([400, 'cents']);
    const memo = { ...INVOICE, on: ago(15), cents: 2_292, number: 'CM-300', account: '4310' };
    expect((await record('credit-memo', 'yard-memo', memo)).status).toBe(201);
    const given = { ...INVOICE, on: ago(10), cents: 5_000, reason: 'Agreed at the yard' };
    expect((await record('write-off', 'yard-given', given)).status).toBe(201);
    // 37,292 − 10,000 − 2,292 − 5,000
    expect(invoiceOpen((await kindOf('invoice', INVOICE.invoiceId))!)).toBe(20_000); // it was just sent
    const back = await takenBack('client-invoice', 'yard-sent', sent.on);
    expect([back.status, back.body.problems[0]?.field]).toEqual([422, 'of.id']);
  });

  it('’s payment typed wrong is corrected, and what it owes is as old as its due day says', async () => {
    const { body } = await takenBack('client-payment', 'yard-part', ago(20), {
      ...INVOICE,
      on: ago(20),
      cents: 12_000,
      paidInto: '1010',
    });
    expect((body as unknown as CorrectedResponse).repeated).toBe(false);
    const { tables, reportingDeps } = stack.runtime;
    const sheet = factSheet(await takeSnapshot(tables, zone, reportingDeps.clock()), ['dc'], monthToDate(today));
    // 37,292 − 12,000 − 2,292 − 5,000, due 31 days ago
    expect(sheet.measuredOf('receivables-31-60')).toMatchObject({ value: 18_000 });
    const differences = ['client-ledger-difference', 'client-account-difference', 'client-invoice-difference'];
    expect(differences.map((id) => sheet.measuredOf(id))).toEqual(
      differences.map(() => expect.objectContaining({ value: 0 })),
    );
  });
});

describe('the audit of the agency’s clients', () => {
  it('is made when somebody asks, of the agency alone, and mailed to its reader', async () => {
    const ask = { requestKey: 'audit-now', reports: ['portfolio'], sendTo: 'subscribers', period: monthToDate(today) };
    const started = await admin.send<{ runKey: string }>('POST', '/api/reports/runs', ask);
    expect(started.status).toBe(202);
    const path = `/api/reports/runs/${encodeURIComponent(started.body.runKey)}`;
    const { run } = await eventually(async () => {
      const { body } = await admin.get<RunResponse>(path);
      return body.run.completedAt === undefined ? undefined : body;
    });
    expect(run.issues.map(({ report, entityIds, state }) => [report, entityIds, state])).toEqual([
      ['portfolio', ['dc'], 'archived'],
    ]);
    const mails = (await inbox(stack)).filter((mail) => mail.tags.some(({ value }) => value === 'portfolio'));
    expect(mails.map((mail) => mail.destinations)).toEqual([['agency@example.com', 'audit@example.com']]);
  });

  it('does not exist for whoever it was not granted to, nor about businesses that are no agency', async () => {
    const partner = await signedIn(stack, 'partner@example.com');
    const refused = await partner.send<ProblemResponse>('POST', '/api/reports/preview', { report: 'portfolio' });
    expect(refused.status).toBe(404);
    const jada = { report: 'portfolio', entityIds: ['jada'] };
    expect((await admin.send('POST', '/api/reports/preview', jada)).status).toBe(404);
    const group = { report: 'portfolio', entityIds: ['dc', 'jada'], period: monthToDate(today) };
    const shown = await admin.send<PreviewResponse>('POST', '/api/reports/preview', group);
    expect(shown.body.document.scope.entityIds).toEqual(['dc']);
  });
});

function put(kind: string, id: string, fields: object, version = 0) {
  return admin.send<ProblemResponse>('PUT', `/api/register/${kind}/${id}`, { version, record: fields });
}

function record(kind: string, requestKey: string, fields: object) {
  return admin.send<ProblemResponse>('POST', `/api/money/${kind}`, { requestKey, record: fields });
}

/** Takes back the one record of a kind about the shipyard on a day, or corrects it. */
async function takenBack(kind: string, requestKey: string, on: LocalDate, instead?: object) {
  const money = await moneyOf(stack.runtime.tables, 'dc', monthOf(on));
  const found = money.find((one) => one.kind === kind && (one.record as { clientId?: string }).clientId === 'shipyard');
  if (found === undefined) throw new Error(`there is no ${kind} on ${on}`);
  const of = { id: (found.record as { id: string }).id, entityId: 'dc', on };
  const body = {
    requestKey: `${requestKey}-back`,
    of,
    reason: 'Typed wrong.',
    ...(instead ? { record: instead } : {}),
  };
  return admin.send<ProblemResponse>('POST', `/api/money/${kind}/corrections`, body);
}

function kindOf<K extends 'work-entry' | 'client-cost' | 'invoice'>(kind: K, id: string) {
  return readRegister(stack.runtime.tables, kind, 'dc', id);
}

async function accounts(): Promise<Record<string, number>> {
  const books = booksOf(await readBalances(stack.runtime.tables, 'dc'));
  const codes = ['1010', '1110', '1160', '4310', '4320', '4330', '5220', '6220'];
  return Object.fromEntries(codes.map((code) => [code, books.accountThrough(['dc'], plusMonths(month, 1), [code])]));
}

async function moved(before: Record<string, number>): Promise<Record<string, number>> {
  const after = Object.entries(await accounts()).map(([code, held]) => [code, held - (before[code] ?? 0)] as const);
  return Object.fromEntries(after.filter(([, by]) => by !== 0));
}
