import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRegister, readOpenItems } from '../../lambda/stores/register-store.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { BankLineResponse, BankLinesResponse, BankMatchesResponse } from '../../shared/wire/bank.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import { anImportOffice, EXPENSE_HEAD, TODAY } from '../support/an-import-office.ts';

let stack: TestStack;
let admin: Caller;
const { imported, money, moved } = anImportOffice(
  () => stack,
  () => admin,
);

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

describe('bank lines', () => {
  it('are matched with movements on a person’s word, once, and are unexplained again when the money is taken back', async () => {
    await imported(`${EXPENSE_HEAD}\n${TODAY},Sail Loft,432.10,Fuel,bank`, 'expenses');
    const lines = `Account,Date,Description,Amount\nchecking,${TODAY},SAIL LOFT SAN DIEGO,-432.10\nchecking,${TODAY},ALMOST,-431.00\nchecking,${TODAY},UNKNOWN,-1.23`;
    expect((await imported(lines, 'bank-lines')).counts.new).toBe(3);
    const { line, suggestions } = await ofMemo('SAIL LOFT SAN DIEGO');
    expect(suggestions.map(({ grade, centsApart }) => [grade, centsApart])).toEqual([['certain', 0]]);
    const entryId = suggestions[0]?.movement.entryId;
    const path = `/api/bank/jada/${line.id}/match`;
    const match = { version: 1, entryId, on: TODAY };
    expect((await admin.send('POST', path, match)).status).toBe(200);
    expect((await admin.send('POST', path, match)).status).toBe(409);
    expect(await openMemos()).not.toContain('SAIL LOFT SAN DIEGO');
    const almost = await ofMemo('ALMOST');
    const taken = await admin.send('POST', `/api/bank/jada/${almost.line.id}/match`, match);
    expect(taken.status).toBe(409);
    const other = await ofMemo('UNKNOWN');
    const far = await admin.send<ProblemResponse>('POST', `/api/bank/jada/${other.line.id}/match`, match);
    expect([far.status, far.body.problems.map(({ field }) => field)]).toEqual([400, ['entryId']]);

    const paid = (await money()).find(({ vendor }) => vendor === 'Sail Loft');
    const withdrawn = await admin.send('POST', '/api/money/expense/corrections', {
      requestKey: 'sail-loft-wrong',
      of: { id: String(paid?.['id']), entityId: 'jada', on: TODAY },
      reason: 'not ours',
    });
    expect(withdrawn.status).toBe(200);
    expect(await openMemos()).toContain('SAIL LOFT SAN DIEGO');
    expect((await ofMemo('SAIL LOFT SAN DIEGO')).suggestions).toEqual([]);
  });

  it('are matched several at once, and one that cannot be keeps none of the others from it', async () => {
    const [a, b] = [`${TODAY},Twin A,71.00,Fuel,bank`, `${TODAY},Twin B,72.00,Fuel,bank`];
    await imported([EXPENSE_HEAD, a, b].join('\n'), 'expenses');
    const lines = [
      'Account,Date,Description,Amount',
      `checking,${TODAY},TWIN A,-71.00`,
      `checking,${TODAY},TWIN B,-72.00`,
    ];
    await imported(lines.join('\n'), 'bank-lines');
    const matches = await Promise.all(
      ['TWIN A', 'TWIN B'].map(async (memo) => {
        const { line, suggestions } = await ofMemo(memo);
        const entryId = suggestions[0]?.movement.entryId ?? '';
        return { lineId: line.id, version: memo === 'TWIN B' ? 7 : line.version, entryId, on: TODAY };
      }),
    );
    const { body } = await admin.send<BankLinesResponse>('POST', '/api/bank/jada/matches', { matches });
    expect(body.matched.map(({ memo }) => memo)).toEqual(['TWIN A']);
    expect(body.refused.map(({ lineId }) => lineId)).toEqual([matches[1]?.lineId]);
    expect(await openMemos()).toEqual(expect.arrayContaining(['TWIN B']));
    expect(await openMemos()).not.toContain('TWIN A');
  });

  it('are unexplained again when a person takes the match back, and the movement is free for another', async () => {
    await imported(`${EXPENSE_HEAD}\n${TODAY},Sail Maker,88.00,Fuel,bank`, 'expenses');
    await imported(`Account,Date,Description,Amount\nchecking,${TODAY},SAIL MAKER,-88.00`, 'bank-lines');
    const { line, suggestions } = await ofMemo('SAIL MAKER');
    const path = `/api/bank/jada/${line.id}`;
    const match = { version: 1, entryId: suggestions[0]?.movement.entryId, on: TODAY };
    expect((await admin.send('POST', `${path}/match`, match)).status).toBe(200);
    const typo = { version: 2, entityId: 'jada', reason: 'Typed in twice' };
    const kept = await admin.send<ProblemResponse>('POST', `/api/register/bank-line/${line.id}/withdrawal`, typo);
    expect([kept.status, kept.body.problems]).toEqual([
      422,
      [{ field: 'recordId', message: 'this line is matched: take the match back first' }],
    ]);
    expect((await admin.send('POST', `${path}/unmatch`, { version: 1 })).status).toBe(409);
    const { status, body } = await admin.send<BankLineResponse>('POST', `${path}/unmatch`, { version: 2 });
    expect([status, body.line.matchedEntryId, body.line.version]).toEqual([200, undefined, 3]);
    const [best] = (await ofMemo('SAIL MAKER')).suggestions;
    expect([best?.grade, best?.movement.entryId]).toEqual(['certain', match.entryId]);
  });

  it('of the card processor stand for money on record with its charter, and are not posted again', async () => {
    const before = await moved();
    // A charge of 600.00 less 17.70 in fees, paid out on the same day.
    const stripe = [
      'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,description',
      `txn_a1,${TODAY} 20:00,usd,600.00,17.70,582.30,charge,Deposit`,
      `txn_a2,${TODAY} 21:00,usd,-582.30,0.00,-582.30,payout,`,
    ].join('\n');
    expect((await imported(stripe, 'card-balance')).counts).toMatchObject({ new: 2 });
    expect((await imported(stripe, 'card-balance')).counts).toMatchObject({ new: 0, there: 2 });
    expect(await moved(before)).toEqual({});
    const charge = await ofMemo('charge txn_a1 Deposit');
    expect([charge.line.account, charge.line.cents]).toEqual(['1020', 58_230]);
    const record = { entityId: 'jada', on: TODAY, cents: 58_230, from: '1020', to: '1010' };
    await admin.send('POST', '/api/money/cash-transfer', { requestKey: 'stripe-payout', record });
    const payout = await ofMemo('payout txn_a2');
    expect(payout.suggestions.map(({ grade }) => grade)).toEqual(['certain']);
  });

  it('of a fee the processor kept are an expense paid from what it holds, once, matched with it', async () => {
    const before = await moved();
    const stripe = [
      'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,description',
      `txn_f1,${TODAY} 20:00,usd,-12.50,0.00,-12.50,fee,Fraud screening`,
    ].join('\n');
    expect((await imported(stripe, 'card-balance')).counts).toMatchObject({ new: 1 });
    expect(await moved(before)).toEqual({});
    const { line, suggestions } = await ofMemo('fee txn_f1 Fraud screening');
    expect(suggestions).toEqual([]);
    const fee = { entityId: 'jada', on: TODAY, vendor: 'Card processor', cents: 1_250, receiptOnFile: true };
    const kept = { requestKey: 'fee-of-f1', record: { ...fee, account: '5040', paidFrom: '1020' } };
    const other = { requestKey: 'fuel-of-f1', record: { ...fee, account: '5020', paidFrom: '1020' } };
    const refused = await admin.send<ProblemResponse>('POST', '/api/money/expense', other);
    expect([refused.status, refused.body.problems.map(({ field }) => field)]).toEqual([400, ['paidFrom']]);
    expect((await admin.send('POST', '/api/money/expense', kept)).status).toBe(201);
    expect((await admin.send('POST', '/api/money/expense', kept)).body).toMatchObject({ repeated: true });
    expect(await moved(before)).toEqual({ '1020': -1_250, '5040': 1_250 });
    const [best] = (await ofMemo('fee txn_f1 Fraud screening')).suggestions;
    expect(best?.grade).toBe('certain');
    const match = { version: line.version, entryId: best?.movement.entryId, on: TODAY };
    expect((await admin.send('POST', `/api/bank/jada/${line.id}/match`, match)).status).toBe(200);
    expect((await imported(stripe, 'card-balance')).counts).toMatchObject({ new: 0, there: 1 });
    const sheet = `${EXPENSE_HEAD}\n${TODAY},Card processor,3.00,Merchant fees,Stripe`;
    expect((await imported(sheet, 'expenses')).counts).toMatchObject({ new: 1 });
    expect(await moved(before)).toEqual({ '1020': -1_550, '5040': 1_550 });
  });

  it('say what they are matched with by that move alone, and stay as they are while they are matched', async () => {
    await imported(`${EXPENSE_HEAD}\n${TODAY},Rigger,55.00,Fuel,bank`, 'expenses');
    await imported(`Account,Date,Description,Amount\nchecking,${TODAY},RIGGER,-55.00`, 'bank-lines');
    const { line, suggestions } = await ofMemo('RIGGER');
    const entryId = suggestions[0]?.movement.entryId ?? '';
    expect(await written({ ...line, matchedEntryId: entryId })).toEqual([400, ['record.matchedEntryId']]);
    expect(await openMemos()).toContain('RIGGER');
    const match = { version: 1, entryId, on: TODAY };
    const { body } = await admin.send<BankLineResponse>('POST', `/api/bank/jada/${line.id}/match`, match);
    expect(await written({ ...body.line, cents: cents(-5_600) })).toEqual([400, ['record.cents']]);
    const { matchedEntryId: _was, ...unmatched } = body.line;
    expect(await written(unmatched)).toEqual([400, ['record.matchedEntryId']]);
    expect(await written({ ...body.line, memo: 'RIGGER INC' })).toEqual([200, []]);
    const held = (await listRegister(stack.runtime.tables, 'bank-line', 'jada')).find(({ id }) => id === line.id);
    expect(held).toMatchObject({ cents: -5_500, memo: 'RIGGER INC', matchedEntryId: entryId });
  });

  async function written(line: BankLine) {
    const { id, createdAt: _a, createdBy: _b, updatedAt: _c, version, source: _d, schemaVersion: _e, ...record } = line;
    const path = `/api/register/bank-line/${id}`;
    const { status, body } = await admin.send<Partial<ProblemResponse>>('PUT', path, { version, record });
    return [status, (body.problems ?? []).map(({ field }) => field)];
  }
  async function ofMemo(memo: string) {
    const { body } = await admin.get<BankMatchesResponse>('/api/bank/jada');
    const found = body.lines.find((one) => one.line.memo === memo);
    if (!found) throw new Error(`no unexplained line ${memo}`);
    return found;
  }
  async function openMemos() {
    const { 'bank-line': open = [] } = await readOpenItems(stack.runtime.tables, 'jada');
    return open.map(({ memo }) => memo);
  }
});
