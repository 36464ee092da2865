import { describe, expect, test } from 'vitest';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { booksOf, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { billedNow, clientInvoiced, invoiceKept } from '../../shared/ledger/client-invoices.ts';
import {
  clientCredited,
  clientInvoiceOf,
  clientPaid,
  clientWrittenOff,
  invoiceStanding,
  withdrawnInvoice,
} from '../../shared/ledger/client-receipts.ts';
import { clientRecordProblems } from '../../shared/ledger/client-register.ts';
import { workWorth } from '../../shared/ledger/client-tallies.ts';
import { accrualKept, costKept, passThroughPaid, workAccrued } from '../../shared/ledger/client-work.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { ClientInvoice, ClientPayment } from '../../shared/records/client-money.ts';
import type { ClientCost, WorkEntry } from '../../shared/records/client-work.ts';
import { invoiceOpen } from '../../shared/records/invoice.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { CONTEXT, posted } from './a-record.ts';

const STAMP = {
  createdAt: instant('2026-10-01T17:00:00Z'),
  createdBy: 'tests',
  updatedAt: instant('2026-10-01T17:00:00Z'),
  version: 1,
  source: 'manual',
  schemaVersion: 1,
} as const;
const OF = { entityId: 'dc', clientId: 'bakery', invoiceId: 'inv_1', on: localDate('2026-10-31'), ...STAMP };

const work = (over: object = {}) =>
  ({
    id: 'wrk_1',
    entityId: 'dc',
    clientId: 'bakery',
    on: localDate('2026-10-05'),
    minutes: 95,
    rateCentsPerHour: 12_500,
    billable: true,
    note: 'Backups',
    ...STAMP,
    ...over,
  }) as WorkEntry;
const cost = (over: object = {}) =>
  ({
    id: 'cst_1',
    entityId: 'dc',
    clientId: 'bakery',
    vendor: 'A host',
    month: '2026-10',
    on: localDate('2026-10-02'),
    cents: 4_000,
    role: 'agent',
    ...STAMP,
    ...over,
  }) as ClientCost;
const invoice = (lines: readonly object[], over: object = {}) =>
  ({
    ...OF,
    id: 'cin_1',
    number: 'DC-1',
    customer: 'The bakery',
    dueOn: localDate('2026-11-30'),
    cents: (lines as readonly { cents: number }[]).reduce((sum, line) => sum + line.cents, 0),
    lines,
    ...over,
  }) as unknown as ClientInvoice;
const payment = (cents: number) => ({ ...OF, id: 'cpy_1', cents, paidInto: '1010' }) as ClientPayment;
const linesOf = (result: Result<JournalEntry>) =>
  Object.fromEntries(posted(result).lines.map(({ account, cents }) => [account, cents]));
const fieldsOf = (result: Result<JournalEntry>) =>
  result.ok ? [] : (result.fault.problems ?? []).map(({ field, message }) => `${field}: ${message}`);
const heldAfter = (...entries: readonly JournalEntry[]): SubjectBalances => subjectAfter({}, entries.map(postingOf));

const hourly = { kind: 'hourly', text: 'Work', cents: 19_792, role: 'principal', workIds: ['wrk_1'] };
const SENT = invoice([hourly]);
const sentEntry = () => posted(clientInvoiced(SENT, undefined, { work: [work()], costs: [] }, CONTEXT));
const sentInvoice = () => clientInvoiceOf(SENT, heldAfter(sentEntry()), CONTEXT);

test('work is worth its minutes at its rate, halves away from zero', () => {
  // 95 min at $125.00: 95 × 12,500 ÷ 60 = 19,791.67; 1 min at $0.30 an hour: 30 ÷ 60 = 0.5
  expect([workWorth(work()), workWorth(work({ minutes: 1, rateCentsPerHour: 30 }))]).toEqual([19_792, 1]);
});

describe('an invoice', () => {
  test('credits retainer, hourly and fixed work to client services', () => {
    // 60,000 + 19,792 + 25,000 = 104,792
    const lines = [
      { kind: 'retainer', text: 'October', cents: 60_000, role: 'principal', month: '2026-10' },
      hourly,
      { kind: 'fixed', text: 'New site', cents: 25_000, role: 'principal' },
    ];
    const entry = clientInvoiced(invoice(lines), undefined, { work: [work()], costs: [] }, CONTEXT);
    expect(linesOf(entry)).toEqual({ '1110': 104_792, '4310': -104_792 });
    const tallies = Object.fromEntries(posted(entry).tallies.map(({ name, amount }) => [name, amount]));
    expect(tallies).toEqual({
      'bakery.receivable': 104_792,
      'bakery.invoiced': 104_792,
      'bakery.revenue': 104_792,
      'bakery.work-billed': 19_792,
      'bakery.work-worth': 19_792,
      'bakery.minutes': 95,
      'bakery.month-2026-10': 60_000,
    });
  });

  test('shows hosting as principal in full, with its cost beside it', () => {
    const paid = {
      ...OF,
      id: 'ptc_1',
      costId: 'cst_1',
      vendor: 'A host',
      month: '2026-10',
      cents: 4_000,
      paidFrom: '1010',
    };
    const bought = passThroughPaid({ ...paid, role: 'principal' } as never, {}, CONTEXT);
    expect(linesOf(bought)).toEqual({ '5220': 4_000, '1010': -4_000 });
    const line = { kind: 'hosting', text: 'Hosting', cents: 5_000, role: 'principal', costIds: ['cst_1'] };
    const sold = clientInvoiced(
      invoice([line]),
      undefined,
      { work: [], costs: [cost({ role: 'principal' })] },
      CONTEXT,
    );
    expect(linesOf(sold)).toEqual({ '1110': 5_000, '4320': -5_000 });
  });

  test('shows hosting as agent net of what was laid out', () => {
    const paid = {
      ...OF,
      id: 'ptc_1',
      costId: 'cst_1',
      vendor: 'A host',
      month: '2026-10',
      cents: 4_000,
      paidFrom: '1010',
    };
    expect(linesOf(passThroughPaid({ ...paid, role: 'agent' } as never, {}, CONTEXT))).toEqual({
      '1160': 4_000,
      '1010': -4_000,
    });
    // 5,000 asked, 4,000 laid out: 1,000 is ours
    const line = { kind: 'hosting', text: 'Hosting', cents: 5_000, role: 'agent', costIds: ['cst_1'] };
    expect(linesOf(clientInvoiced(invoice([line]), undefined, { work: [], costs: [cost()] }, CONTEXT))).toEqual({
      '1110': 5_000,
      '1160': -4_000,
      '4330': -1_000,
    });
  });

  test.each([
    ['another total', invoice([hourly], { cents: 19_791 }), [work()], [], 'cents: this is not the sum of the lines'],
    ['no lines', invoice([], { cents: 1 }), [], [], 'cents: this is not the sum of the lines'],
    ['work that is not there', SENT, [], [], 'lines: some of the work or costs are not on record'],
    [
      'another client’s work',
      SENT,
      [work({ clientId: 'x' })],
      [],
      'lines: some of the work or costs are another client’s',
    ],
    [
      'work billed before',
      SENT,
      [work({ invoiceId: 'inv_0' })],
      [],
      'lines: some of the work or costs are on another invoice already',
    ],
    ['free work', SENT, [work({ billable: false })], [], 'lines: some of the work is not billable'],
    [
      'the same work twice',
      invoice([hourly, hourly]),
      [work()],
      [],
      'lines: the same work or cost stands on two lines',
    ],
    [
      'a due day before its own',
      invoice([hourly], { dueOn: localDate('2026-10-30') }),
      [work()],
      [],
      'dueOn: the invoice is due before it was sent',
    ],
    [
      'a cost in another role',
      invoice([{ kind: 'hosting', text: 'h', cents: 1, role: 'agent', costIds: ['cst_1'] }]),
      [],
      [cost({ role: 'principal' })],
      'lines: a cost was paid in another role, agent or principal, than its line says',
    ],
  ])('with %s is refused by its field', (_, sent, workOnRecord, costs, expected) => {
    expect(fieldsOf(clientInvoiced(sent, undefined, { work: workOnRecord, costs }, CONTEXT))).toContain(expected);
  });

  test('marks its work, and frees it again when it is taken back', () => {
    const [billed] = billedNow(SENT, { work: [work()], costs: [] }, false, CONTEXT).work;
    expect(billed?.invoiceId).toBe('inv_1');
    const [freed] = billedNow(SENT, { work: [billed!], costs: [] }, true, CONTEXT).work; // it was just billed
    expect(freed).not.toHaveProperty('invoiceId');
  });

  test('taken back is void, and nothing of it is left in the books', () => {
    const entry = sentEntry();
    const taken = reversal(entry, undefined, CONTEXT);
    const gone = heldAfter(entry, posted(taken));
    expect(Object.values(gone).filter((held) => held !== 0)).toEqual([]);
    expect(invoiceStanding(sentInvoice(), gone, CONTEXT).status).toBe('void');
    const books = booksOf(rebuiltBalances([entry, posted(taken)]));
    expect(books.tally(['dc'], books.months(['dc']), 'clients', 'bakery.receivable')).toBe(0);
  });
});

describe('what rests on a record keeps it', () => {
  test('an invoice by a credit memo or a write-off, a cost by its invoice, an accrual by its reversal', () => {
    expect(invoiceKept(sentInvoice())).toEqual([]);
    expect(invoiceKept({ ...sentInvoice(), creditedCents: 1 as never })).toHaveLength(1);
    expect(invoiceKept({ ...sentInvoice(), writtenOffCents: 1 as never })).toHaveLength(1);
    expect([costKept(cost()), costKept(cost({ invoiceId: 'inv_1' }))].map(({ length }) => length)).toEqual([0, 1]);
    const accrual = { direction: 'accrued' } as never;
    expect([accrualKept(accrual, { '1160': 5 }), accrualKept(accrual, {})].map(({ length }) => length)).toEqual([0, 1]);
  });

  test('not a payment: an invoice taken back leaves it as the client’s credit, and may be sent anew', () => {
    const paid = posted(clientPaid(payment(9_792), heldAfter(sentEntry()), sentInvoice(), CONTEXT));
    const gone = heldAfter(sentEntry(), paid, posted(reversal(sentEntry(), undefined, CONTEXT)));
    const credit = withdrawnInvoice(SENT, gone, CONTEXT);
    expect([credit.cents, credit.paidCents, invoiceOpen(credit), credit.status]).toEqual([0, 9_792, -9_792, 'open']);
    expect(clientInvoiced(SENT, credit, { work: [work()], costs: [] }, CONTEXT).ok).toBe(true);
    expect(fieldsOf(clientInvoiced(SENT, sentInvoice(), { work: [work()], costs: [] }, CONTEXT))).toEqual([
      'invoiceId: this invoice is in the books already',
    ]);
  });
});

describe('what is kept of a client’s money', () => {
  test.each([
    ['work-entry', { invoiceId: 'inv_1' }, undefined, ['record.invoiceId']],
    ['work-entry', {}, { invoiceId: 'inv_1' }, ['record.invoiceId']],
    ['work-entry', {}, {}, []],
    ['client-cost', {}, undefined, ['record']],
    ['invoice', { clientId: 'bakery' }, undefined, ['record.clientId']],
    ['invoice', {}, undefined, []],
  ] as const)('%s %o over %o is refused by %o when a person writes it', (kind, record, before, fields) => {
    expect(clientRecordProblems(kind, record, before).map(({ field }) => field)).toEqual(fields);
  });
});

describe('what becomes of an invoice of $197.92', () => {
  test('a part is paid, the rest stays open; more than that is refused', () => {
    const part = posted(clientPaid(payment(9_792), heldAfter(sentEntry()), sentInvoice(), CONTEXT));
    const held = heldAfter(sentEntry(), part);
    const now = invoiceStanding(sentInvoice(), held, CONTEXT);
    expect([now.paidCents, invoiceOpen(now), now.status]).toEqual([9_792, 10_000, 'open']);
    expect(fieldsOf(clientPaid(payment(10_001), held, now, CONTEXT))).toEqual([
      'cents: this is more than is open on the invoice',
    ]);
  });

  test('credited after it was paid, it is a credit of the client, below zero', () => {
    const paid = posted(clientPaid(payment(19_792), heldAfter(sentEntry()), sentInvoice(), CONTEXT));
    const memo = { ...OF, id: 'crm_1', number: 'CM-1', account: '4310', cents: 5_000 } as const;
    const credited = posted(clientCredited(memo as never, heldAfter(sentEntry(), paid), sentInvoice(), CONTEXT));
    expect(credited.lines).toEqual([
      { account: '1110', cents: -5_000 },
      { account: '4310', cents: 5_000 },
    ]);
    const now = invoiceStanding(sentInvoice(), heldAfter(sentEntry(), paid, credited), CONTEXT);
    expect([now.creditedCents, invoiceOpen(now), now.status]).toEqual([5_000, -5_000, 'open']);
    const more = { ...memo, cents: 14_793 };
    const held = heldAfter(sentEntry(), paid, credited);
    expect(fieldsOf(clientCredited(more as never, held, now, CONTEXT))).toEqual([
      'cents: this is more than the invoice brought on this account',
    ]);
  });

  test('what will not be paid is bad debt, and the invoice is settled', () => {
    const paid = posted(clientPaid(payment(9_792), heldAfter(sentEntry()), sentInvoice(), CONTEXT));
    const given = { ...OF, id: 'wof_1', reason: 'Closed down', cents: 10_000 } as never;
    const written = posted(clientWrittenOff(given, heldAfter(sentEntry(), paid), sentInvoice(), CONTEXT));
    expect(written.lines).toEqual([
      { account: '1110', cents: -10_000 },
      { account: '6220', cents: 10_000 },
    ]);
    const now = invoiceStanding(sentInvoice(), heldAfter(sentEntry(), paid, written), CONTEXT);
    // invoice total 19,792 = paid 9,792 + credited 0 + written off 10,000 + open 0
    expect([now.paidCents, now.creditedCents, now.writtenOffCents, now.status]).toEqual([9_792, 0, 10_000, 'paid']);
  });

  test('another client cannot pay it', () => {
    const stranger = { ...payment(1), clientId: 'stranger' };
    expect(fieldsOf(clientPaid(stranger, heldAfter(sentEntry()), sentInvoice(), CONTEXT))).toEqual([
      'invoiceId: there is no such invoice of this client',
    ]);
  });
});

describe('unbilled work', () => {
  const accrual = (direction: string, on: string, cents = 32_292) =>
    ({
      ...OF,
      id: `wac_${direction}`,
      accrualId: 'wip_1',
      month: '2026-10',
      direction,
      on: localDate(on),
      cents,
    }) as never;

  test('is revenue of its month on its last day, and reversed on the first of the next', () => {
    const accrued = posted(workAccrued(accrual('accrued', '2026-10-31'), {}, CONTEXT));
    const reversed = posted(workAccrued(accrual('reversed', '2026-11-01'), heldAfter(accrued), CONTEXT));
    const books = booksOf(rebuiltBalances([accrued, reversed]));
    expect(books.account(['dc'], ['2026-10' as never], '4310')).toBe(-32_292);
    expect(books.accountThrough(['dc'], '2026-10' as never, ['1160'])).toBe(32_292);
    expect(books.accountThrough(['dc'], '2026-11' as never, ['1160', '4310'])).toBe(0);
  });

  test('of a leap year’s February is of the 29th, and back on March 1', () => {
    const leap = (direction: string, on: string) =>
      ({ ...(accrual(direction, on) as object), month: '2028-02' }) as never;
    const accrued = posted(workAccrued(leap('accrued', '2028-02-29'), {}, CONTEXT));
    expect(posted(workAccrued(leap('reversed', '2028-03-01'), heldAfter(accrued), CONTEXT)).businessOn).toBe(
      '2028-03-01',
    );
    expect(fieldsOf(workAccrued(leap('accrued', '2028-02-28'), {}, CONTEXT))).toEqual(['on: expected 2028-02-29']);
  });

  test('is accrued once, reversed once and for the same amount', () => {
    const accrued = posted(workAccrued(accrual('accrued', '2026-10-31'), {}, CONTEXT));
    const held = heldAfter(accrued);
    expect(fieldsOf(workAccrued(accrual('accrued', '2026-10-31'), held, CONTEXT))).toEqual([
      'accrualId: this month’s work is accrued already',
    ]);
    expect(fieldsOf(workAccrued(accrual('reversed', '2026-11-01', 32_291), held, CONTEXT))).toEqual([
      'cents: this is not what was accrued',
    ]);
    expect(fieldsOf(workAccrued(accrual('accrued', '2026-10-30'), {}, CONTEXT))).toEqual(['on: expected 2026-10-31']);
  });
});
