import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalances, readEntries } from '../../lambda/stores/ledger-store.ts';
import { readRegister } from '../../lambda/stores/register-store.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusDays } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { CorrectedResponse, MoneyListResponse, PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const month = monthOf(today);
type Refused = { readonly status: number; readonly body: ProblemResponse };

describe('a bill', () => {
  const bill = {
    entityId: 'jada',
    on: today,
    cents: 48_000,
    billId: 'bil_rigging-2026',
    number: '2231',
    vendor: 'Harbor Rigging',
    dueOn: plusDays(today, 30),
    account: '6030',
    receiptOnFile: true,
  };
  const pay = (requestKey: string, cents: number) =>
    record('bill-payment', requestKey, { entityId: 'jada', on: today, cents, billId: bill.billId, paidFrom: '1010' });

  it('is a cost and a debt when it comes, once, and is paid off to the cent', async () => {
    const before = await moved();
    expect((await record('bill-receipt', 'rigging-bill', bill)).status).toBe(201);
    expect((await record('bill-receipt', 'rigging-bill', bill)).body).toMatchObject({ repeated: true });
    expect(await moved(before)).toEqual({ '2010': -48_000, '6030': 48_000 });
    expect((await pay('rigging-part', 20_000)).status).toBe(201);
    expect(await theBill()).toMatchObject({ paidCents: 20_000, status: 'open' });
    const tooMuch: Refused = await pay('rigging-too-much', 28_001);
    expect([tooMuch.status, tooMuch.body.problems[0]]).toEqual([
      400,
      { field: 'cents', message: 'this is more than is owed on the bill' },
    ]);
    expect((await pay('rigging-rest', 28_000)).status).toBe(201);
    expect(await theBill()).toMatchObject({ paidCents: 48_000, status: 'paid' });
    expect(await moved(before)).toEqual({ '1010': -48_000, '6030': 48_000 });
  });

  it('that came twice under another key is refused: it is in the books already', async () => {
    const again: Refused = await record('bill-receipt', 'rigging-again', bill);
    expect([again.status, again.body.problems[0]?.field]).toEqual([400, 'billId']);
  });

  it('payment typed wrong is taken back and recorded anew, linked, and the bill is open again by the difference', async () => {
    const before = await moved();
    const wrong = (await money()).find(({ kind, record }) => kind === 'bill-payment' && record['cents'] === 28_000);
    const of = { id: String(wrong?.record['id']), entityId: 'jada', on: today };
    const correction = {
      requestKey: 'rigging-corrected',
      of,
      reason: 'typed 280 for 230',
      record: { entityId: 'jada', on: today, cents: 23_000, billId: bill.billId, paidFrom: '1010' },
    };
    const corrected = await admin.send<CorrectedResponse>('POST', '/api/money/bill-payment/corrections', correction);
    expect([corrected.status, corrected.body.repeated]).toEqual([200, false]);
    expect(await moved(before)).toEqual({ '1010': 5_000, '2010': -5_000 });
    expect(await theBill()).toMatchObject({ paidCents: 43_000, status: 'open' });
    const again = await admin.send<CorrectedResponse>('POST', '/api/money/bill-payment/corrections', correction);
    expect(again.body).toEqual({ ...corrected.body, repeated: true });
    const [old, fresh] = [await noted(String(corrected.body.withdrawn)), await noted(String(corrected.body.recorded))];
    expect([old?.withdrawn?.for, fresh?.replaces]).toEqual([corrected.body.recorded, corrected.body.withdrawn]);
    const entries = await readEntries(stack.runtime.tables, 'jada', month);
    expect(entries.filter((entry) => entry.reverses === old?.entry)).toHaveLength(1);
  });

  it('taken back altogether is void, and what was paid on it is on record as paid too much', async () => {
    const received = (await money()).find(({ kind }) => kind === 'bill-receipt');
    const withdrawn = await admin.send<ProblemResponse>('POST', '/api/money/bill-receipt/corrections', {
      requestKey: 'rigging-void',
      of: { id: String(received?.record['id']), entityId: 'jada', on: today },
      reason: 'sent to the wrong boat',
    });
    expect(withdrawn.status).toBe(200);
    expect(await theBill()).toMatchObject({ status: 'void' });
  });

  const theBill = () => readRegister(stack.runtime.tables, 'bill', 'jada', bill.billId);
});

describe('money of the house', () => {
  const cases: readonly (readonly [kind: string, record: object, moves: Record<string, number>])[] = [
    ['cash-transfer', { cents: 70_000, from: '1020', to: '1010' }, { '1010': 70_000, '1020': -70_000 }],
    ['owner-money', { cents: 500, direction: 'out', owner: 'The owner' }, { '1010': -500, '3010': 500 }],
    ['tax-remittance', { cents: 900, tax: 'sales', authority: 'CDTFA' }, { '1010': -900, '2200': 900 }],
    [
      'pay-run',
      {
        cents: 3_230,
        parts: [
          { account: '6060', cents: 3_000 },
          { account: '6070', cents: 230 },
        ],
      },
      { '2310': -3_230, '6060': 3_000, '6070': 230 },
    ],
    ['payroll-payment', { cents: 3_000, payee: 'staff' }, { '1010': -3_000, '2310': 3_000 }],
    [
      'asset-purchase',
      { cents: 900_000, assetId: 'ast_engine', account: '1500', what: 'New engine', paidFrom: '1010' },
      { '1010': -900_000, '1500': 900_000 },
    ],
    ['depreciation', { cents: 7_500, assetId: 'ast_engine', of: 'vessel' }, { '1590': -7_500, '6210': 7_500 }],
    [
      'prepayment',
      { cents: 120_000, prepaidId: 'ppd_hull-2027', paidFrom: '1010', what: 'Hull insurance 2027' },
      { '1010': -120_000, '1300': 120_000 },
    ],
    [
      'prepayment-use',
      { cents: 10_000, prepaidId: 'ppd_hull-2027', account: '6020', month },
      { '1300': -10_000, '6020': 10_000 },
    ],
    ['loan-receipt', { cents: 50_000, loanId: 'loa_tender', lender: 'The bank' }, { '1010': 50_000, '2600': -50_000 }],
    [
      'loan-payment',
      { cents: 5_400, loanId: 'loa_tender', interestCents: 400, interestAccount: '6200' },
      { '1010': -5_400, '2600': 5_000, '6200': 400 },
    ],
  ];

  it.each(cases)('%s moves exactly its accounts', async (kind, fields, moves) => {
    const before = await moved();
    const answer = await record(kind, `house-${kind}`, { entityId: 'jada', on: today, ...fields });
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ repeated: false })]);
    expect(await moved(before)).toEqual(moves);
  });

  it.each([
    ['cash-transfer', { cents: 1, from: '1010', to: '1010' }, 'to'],
    ['pay-run', { cents: 5, parts: [{ account: '6060', cents: 4 }] }, 'parts'],
    ['depreciation', { cents: 892_501, assetId: 'ast_engine', of: 'vessel' }, 'cents'],
    ['prepayment-use', { cents: 110_001, prepaidId: 'ppd_hull-2027', account: '6020', month }, 'cents'],
    ['loan-payment', { cents: 45_001, loanId: 'loa_tender', interestCents: 0, interestAccount: '6200' }, 'cents'],
    ['cash-transfer', { cents: 1.5, from: '1010', to: '1015' }, 'cents'],
    ['cash-transfer', { cents: 2_000_000_000_000, from: '1010', to: '1015' }, 'cents'],
    ['cash-transfer', { cents: 5, from: '1010', to: '1015', currency: 'EUR' }, 'currency'],
    ['owner-money', { cents: 0, direction: 'in', owner: 'The owner' }, 'cents'],
  ])('%s that cannot be is refused by its field, and nothing moves', async (kind, fields, field) => {
    const before = await moved();
    const refused: Refused = await record(kind, `bad-${kind}-${field}`, { entityId: 'jada', on: today, ...fields });
    expect([refused.status, refused.body.problems.map((problem) => problem.field)]).toEqual([400, [field]]);
    expect(await moved(before)).toEqual({});
  });

  it('a kind there is none of is not found, and an unknown business is named', async () => {
    expect((await record('magic', 'no-such-kind', { entityId: 'jada' })).status).toBe(404);
    const elsewhere: Refused = await record('owner-money', 'no-such-entity', {
      entityId: 'nowhere',
      on: today,
      cents: 1,
      direction: 'in',
      owner: 'x',
    });
    expect([elsewhere.status, elsewhere.body.problems[0]?.field]).toEqual([400, 'entityId']);
  });
});

describe('two people at once', () => {
  it('cannot both pay the last of a loan', async () => {
    await record('loan-receipt', 'loan-for-two', {
      entityId: 'jada',
      on: today,
      cents: 1_000,
      loanId: 'loa_two',
      lender: 'x',
    });
    const both = await Promise.all(
      ['one', 'two'].map((who) =>
        record('loan-payment', `last-of-loan-${who}`, {
          entityId: 'jada',
          on: today,
          cents: 1_000,
          loanId: 'loa_two',
          interestCents: 0,
          interestAccount: '6200',
        }),
      ),
    );
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('between two of our businesses', () => {
  it('a charge is revenue there and a cost here, and the counts to leave it out stand in both books', async () => {
    const [seller, buyer] = [await moved({}, 'dc'), await moved({}, 'jada')];
    const answer = await record('between-entities', 'website-for-jada', {
      entityId: 'dc',
      otherEntityId: 'jada',
      on: today,
      cents: 25_000,
      what: 'Website care',
      revenueAccount: '4310',
      expenseAccount: '6110',
    });
    expect(answer.status).toBe(201);
    expect(await moved(seller, 'dc')).toEqual({ '1800': 25_000, '4310': -25_000 });
    expect(await moved(buyer, 'jada')).toEqual({ '2700': -25_000, '6110': 25_000 });
    const books = booksOf(await readBalances(stack.runtime.tables, 'jada'));
    expect(books.tally(['jada'], [month], 'between', 'dc.a6110')).toBe(25_000);
  });
});

function record(kind: string, requestKey: string, fields: object) {
  return admin.send<PostedResponse & ProblemResponse>('POST', `/api/money/${kind}`, { requestKey, record: fields });
}

async function money() {
  const answer = await admin.get<MoneyListResponse>(`/api/money?entityId=jada&month=${month}`);
  return answer.body.money as readonly {
    readonly kind: string;
    readonly record: Readonly<Record<string, unknown>>;
    readonly notes: MoneyListResponse['money'][number]['notes'];
  }[];
}

async function noted(id: string) {
  return (await money()).find(({ record }) => record['id'] === id)?.notes;
}

/** What every account of the month stands at, less what it stood at before; what did not move is left out. */
async function moved(before: Readonly<Record<string, number>> = {}, entityId = 'jada') {
  const books = booksOf(await readBalances(stack.runtime.tables, entityId));
  const codes = books.codesThrough([entityId], '2099-12' as Month);
  const now = codes.map((code) => [code, books.account([entityId], [month], code) - (before[code] ?? 0)] as const);
  return Object.fromEntries(now.filter(([, cents]) => cents !== 0));
}
