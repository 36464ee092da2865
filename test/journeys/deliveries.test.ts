import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../lambda/stores/register-store.ts';
import { readSubject } from '../../lambda/stores/subject-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, plusDays } from '../../shared/kernel/calendar.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import { NOTHING_BOOKED } from '../../shared/records/delivery-job.ts';
import type { CorrectedResponse, PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const ago = (days: number) => plusDays(today, -days);
const CREW = ['captain', 'mate'];

/** Captain $500, mate $400, waiting $300, meals $45 a day and person; the crew is paid $300 and $200. */
const AGREED = {
  entityId: 'delivery',
  client: 'The owner of Kittiwake',
  vesselDesc: 'Kittiwake, 44 ft sloop',
  fromPort: 'San Diego',
  toPort: 'Ensenada',
  rateModel: 'day',
  rateCents: {
    captain: 50_000,
    mate: 40_000,
    deckhand: 22_000,
    travel: 25_000,
    standby: 30_000,
    perDiem: 4_500,
    mile: 0,
    flat: 0,
  },
  payCents: { captain: 30_000, mate: 20_000, deckhand: 15_000 },
  markupBps: 1_000,
  estDays: 3,
  estExpensesCents: 40_000,
  depositCents: 300_000,
};
const SAILING = {
  ...AGREED,
  status: 'scheduled',
  contractOnFile: true,
  insuranceEndorsedOn: ago(12),
  departedOn: ago(8),
};
const FUEL = { vendor: 'Fuel dock', account: '5020', paidFrom: '1010', billable: true, receiptKey: 'receipts/1.pdf' };
const ASKED = { invoiceId: 'inv_kittiwake', number: 'K-1', dueOn: plusDays(today, 3) };

describe('a delivery', () => {
  it('is quoted, then agreed', async () => {
    expect((await put({ ...AGREED, status: 'quote', contractOnFile: false }, 0)).status).toBe(200);
    expect((await put(SAILING, 1)).status).toBe(200);
  });

  it('takes an advance, and spends it as days are logged and things are bought', async () => {
    expect(await post('delivery-advance', 'advance', ago(10), { cents: 300_000 })).toBe(201);
    // $333.35 and a tenth of it, $33.34: $366.69 out of $3,000.00.
    expect(await post('delivery-expense', 'fuel', ago(8), { ...FUEL, cents: 33_335 })).toBe(201);
    // $500 + $400 + 2 × $45 = $990.00 a day under way.
    await post('delivery-day', 'day-1', ago(8), { kind: 'underway', crew: CREW, nm: 60 });
    await post('delivery-day', 'day-2', ago(7), { kind: 'underway', crew: CREW, nm: 55 });
    expect(await held()).toMatchObject({ '2130': -65_331, '4210': -198_000, '4220': -36_669, '5020': 33_335 });
    expect((await held())['1160'] ?? 0).toBe(0);
  });

  it('overruns: what the advance no longer pays is unbilled', async () => {
    // Waiting: 2 × $300 + $90 = $690.00, of which $653.31 was left of the advance.
    await post('delivery-day', 'day-3', ago(6), { kind: 'standby_weather', crew: CREW, nm: 0 });
    await post('delivery-expense', 'filter', ago(6), { ...FUEL, vendor: 'Chandlery', account: '5025', cents: 12_000 });
    await post('delivery-day', 'day-4', ago(5), { kind: 'handover', crew: CREW, nm: 0 });
    // 36.69 + (120.00 + 12.00) + 990.00.
    expect(await held()).toMatchObject({ '1160': 115_869, '2010': -200_000 });
    expect(await theJob()).toMatchObject({ status: 'delivered', booked: { heldCents: 0, unbilledCents: 115_869 } });
  });

  it('has an expense corrected: the list and the books of the job say the same', async () => {
    const typed = (await theJob()).booked?.expenses.find(({ vendor }) => vendor === 'Chandlery');
    const record = { ...FUEL, ...about(ago(6)), vendor: 'Chandlery', account: '5025', cents: 10_200 };
    const corrected = await correct('delivery-expense', typed?.id, ago(6), 'filter-corrected', record);
    expect(corrected.status).toBe(200);
    // $102.00 and $10.20: $112.20 instead of $132.00.
    expect(await held()).toMatchObject({ '1160': 113_889, '5025': 10_200, '4220': -47_889 });
    const { booked } = await theJob();
    expect(booked?.expenses.map(({ cents, unbilledCents }) => [cents, unbilledCents])).toEqual([
      [33_335, 0],
      [10_200, 11_220],
    ]);
  });

  it('keeps an advance that days were paid out of', async () => {
    const before = [await held(), await theJob()];
    const [advance] = (await theJob()).booked?.advances ?? [];
    const refused = await correct('delivery-advance', advance?.id, ago(10), 'advance-back');
    expect([refused.status, refused.body.problems[0]?.field]).toEqual([422, 'of.id']);
    expect([await held(), await theJob()]).toEqual(before);
  });

  it('is invoiced for exactly what is left; then its days stay as they are', async () => {
    const { days, expenses } = (await theJob()).booked ?? NOTHING_BOOKED;
    const lines = [...days, ...expenses].map(({ id }) => id);
    const wrong = await post('delivery-invoice', 'invoice-wrong', ago(4), { ...ASKED, lines, cents: 113_888 });
    expect(wrong).toBe(400);
    expect(await post('delivery-invoice', 'invoice', ago(4), { ...ASKED, lines, cents: 113_889 })).toBe(201);
    expect(await theInvoice()).toMatchObject({ status: 'open', cents: 113_889, paidCents: 0 });
    const refused = await correct('delivery-day', days[0]?.id, ago(8), 'day-back');
    expect([refused.status, refused.body.problems[0]?.message]).toEqual([
      422,
      'this is on an invoice: take the invoice back first',
    ]);
  });

  it('is written off where its owner will not pay, and open again once that is taken back', async () => {
    const before = [await held(), (await theJob()).booked?.invoices];
    const given = { invoiceId: ASKED.invoiceId, cents: 113_889, reason: 'Sold the boat, cannot be found' };
    expect(await post('delivery-write-off', 'given-much', ago(2), { ...given, cents: 113_890 })).toBe(400);
    expect(await post('delivery-write-off', 'given', ago(2), given)).toBe(201);
    // 1,138.89 is a cost of the day; the days earned what they earned.
    expect(await held()).toMatchObject({ '1110': 0, '6220': 113_889, '4210': -366_000 });
    expect(await theInvoice()).toMatchObject({ status: 'paid', paidCents: 0, writtenOffCents: 113_889 });
    expect(await theJob()).toMatchObject({ status: 'paid', booked: { receivableCents: 0, costCents: 357_424 } });
    expect(await post('delivery-payment', 'late', ago(1), { invoiceId: ASKED.invoiceId, cents: 1 })).toBe(400);
    const [invoice] = (await theJob()).booked?.invoices ?? [];
    const refused = await correct('delivery-invoice', invoice?.id, ago(4), 'invoice-back');
    expect([refused.status, refused.body.problems[0]?.message]).toEqual([
      422,
      'this invoice was written off, or a part of it: take that back first',
    ]);
    const [writeOff] = (await theJob()).booked?.writeOffs ?? [];
    expect((await correct('delivery-write-off', writeOff?.id, ago(2), 'given-back')).status).toBe(200);
    expect([{ ...(await held()), '6220': undefined }, (await theJob()).booked?.invoices]).toEqual([
      { ...(before[0] as object), '6220': undefined },
      before[1],
    ]);
    expect(await theInvoice()).toMatchObject({ status: 'open', paidCents: 0 });
  });

  it('is paid and settled; its file closes when nothing is open, and what was agreed is not rewritten', async () => {
    await post('delivery-payment', 'paid', ago(1), { invoiceId: ASKED.invoiceId, cents: 113_889 });
    const early = await put({ ...SAILING, status: 'paid', arrivedOn: ago(5), closedOn: today });
    expect([early.status, early.body.problems]).toEqual([
      400,
      [{ field: 'record.closedOn', message: 'the crew is owed pay: settle it first' }],
    ]);
    await post('delivery-crew-pay', 'crew', today, { cents: 200_000, payee: 'Crew', paidFrom: '1010' });
    // Bank: 3,000.00 − 333.35 − 102.00 + 1,138.89 − 2,000.00 = $1,703.54: earned 4,138.89, cost 2,435.35.
    expect(await held()).toMatchObject({ '1010': 170_354, '1110': 0, '1160': 0, '2010': 0, '2130': 0 });
    expect(await theJob()).toMatchObject({ status: 'paid', booked: { earnedCents: 413_889, costCents: 243_535 } });
    expect(await theInvoice()).toMatchObject({ status: 'paid', paidCents: 113_889 });
    const cheaper = { ...SAILING, status: 'paid', arrivedOn: ago(5), markupBps: 0 };
    expect((await put(cheaper)).body.problems.map(({ field }) => field)).toEqual(['record.markupBps']);
    expect((await put({ ...SAILING, status: 'paid', arrivedOn: ago(5) })).status).toBe(200);
  });
});

describe('the audit of deliveries', () => {
  it('run by hand, is mailed to its reader alone and tells of the job', async () => {
    const before = (await inbox(stack)).length;
    const ask = {
      requestKey: 'deliveries-1',
      reports: ['delivery-audit'],
      entityIds: ['delivery'],
      sendTo: 'subscribers',
    };
    const { status, body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
    expect(status).toBe(202);
    await stack.idle();
    const mails = (await inbox(stack)).slice(before);
    expect(mails.map(({ destinations }) => destinations)).toEqual([['deliveries@example.com', 'audit@example.com']]);
    const run = await admin.get<RunResponse>(`/api/reports/runs/${body.runKey}`);
    expect(run.body.deliveries.map(({ state }) => state)).toEqual(['delivered']);
    const [issue] = run.body.run.issues;
    expect(issue?.slug).toBe('expert-yacht-delivery-audit');
    const text = await admin.get<string>(
      `/api/reports/runs/${body.runKey}/${encodeURIComponent(issue?.scopeName ?? '')}/${issue?.slug}/txt`,
    );
    // Entitlement and margin of the job, as worked out above.
    expect(text.body).toMatch(/Kittiwake, 44 ft sloop.*\$4,138\.89/);
    expect(text.body).toMatch(/Kittiwake, 44 ft sloop.*\$1,703\.54/);
  });

  it.each(['ceo@example.com', 'accounting@example.com', 'captain@example.com'])(
    'does not exist for %s, who may not read it',
    async (email) => {
      const other = await signedIn(stack, email);
      const asked = await other.send<ProblemResponse>('POST', '/api/reports/preview', { report: 'delivery-audit' });
      expect([403, 404]).toContain(asked.status);
      expect(JSON.stringify(asked.body)).not.toMatch(/Kittiwake|Entitlement/);
      expect((await other.get('/api/register/delivery-job')).status).not.toBe(200);
    },
  );
});

function about(on: string) {
  return { entityId: 'delivery', jobId: 'job_kittiwake', on };
}

async function post(kind: string, requestKey: string, on: string, fields: object): Promise<number> {
  const record = { ...about(on), ...fields };
  const answer = await admin.send<PostedResponse>('POST', `/api/money/${kind}`, {
    requestKey: `kittiwake-${requestKey}`,
    record,
  });
  return answer.status;
}

function correct(kind: string, id: string | undefined, on: string, requestKey: string, record?: object) {
  return admin.send<CorrectedResponse & ProblemResponse>('POST', `/api/money/${kind}/corrections`, {
    requestKey: `kittiwake-${requestKey}`,
    of: { id, entityId: 'delivery', on },
    reason: 'typed wrong',
    ...(record === undefined ? {} : { record }),
  });
}

/** Writes the job over what is on record of it, keeping what the books say. */
async function put(record: object, version?: number) {
  const before = await readRegister(stack.runtime.tables, 'delivery-job', 'delivery', 'job_kittiwake');
  return admin.send<ProblemResponse>('PUT', '/api/register/delivery-job/job_kittiwake', {
    version: version ?? before?.version ?? 0,
    record: { ...record, ...(before?.booked === undefined ? {} : { booked: before.booked }) },
  });
}

async function theJob(): Promise<DeliveryJob> {
  const job = await readRegister(stack.runtime.tables, 'delivery-job', 'delivery', 'job_kittiwake');
  if (job === undefined) throw new Error('the job is not on record');
  return job;
}

const theInvoice = () => readRegister(stack.runtime.tables, 'invoice', 'delivery', ASKED.invoiceId);

async function held(): Promise<Readonly<Record<string, number>>> {
  return (await readSubject(stack.runtime.tables, 'job_kittiwake')).balances;
}
