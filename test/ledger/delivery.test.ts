import { describe, expect, test } from 'vitest';
import { deliveryTakenBack } from '../../shared/ledger/delivery-taken-back.ts';
import { crewEarned, dayEarned } from '../../shared/ledger/delivery-work.ts';
import { aJob, DeliveryBooks } from './a-delivery.ts';
import { months } from './a-set-of-books.ts';

const TWO = ['captain', 'mate'];
const FUEL = { cents: 33_335, vendor: 'Fuel dock', account: '5020', paidFrom: '1010', billable: true };

/** Five days over the end of October, an advance of $2,000.00 and one expense. */
function sailed(): DeliveryBooks {
  const books = new DeliveryBooks();
  books.post('delivery-advance', 'dla_1', '2026-10-25', { cents: 200_000 });
  books.post('delivery-day', 'dld_1', '2026-10-30', { kind: 'travel', crew: TWO, nm: 0 });
  books.post('delivery-day', 'dld_2', '2026-10-31', { kind: 'underway', crew: TWO, nm: 62 });
  books.post('delivery-day', 'dld_3', '2026-11-01', { kind: 'standby_weather', crew: TWO, nm: 0 });
  books.post('delivery-expense', 'dle_1', '2026-11-01', { ...FUEL, receiptKey: 'receipts/1.pdf' });
  books.post('delivery-day', 'dld_4', '2026-11-02', { kind: 'underway', crew: TWO, nm: 40 });
  books.post('delivery-day', 'dld_5', '2026-11-03', { kind: 'handover', crew: TWO, nm: 0 });
  return books;
}
const ALL = ['dld_1', 'dld_2', 'dld_3', 'dle_1', 'dld_4', 'dld_5'];
const INVOICE = { cents: 261_669, invoiceId: 'inv_d1', number: 'D-1', dueOn: '2026-11-10', lines: ALL };

describe('a whole job', () => {
  // Travel 2 × $250 + 2 × $45 = $590. Under way and hand-over $500 + $400 + $90 = $990 each. Standby 2 × $300 + $90 = $690.
  // Fees: 590 + 990 + 690 + 990 + 990 = $4,250.00. Fuel $333.35 + 10 % = $33.335, which rounds to $33.34: $366.69.
  test('draws on the advance as far as it goes; the rest is unbilled, day by day', () => {
    const books = sailed();
    // The advance pays 590 + 990 + 420 of the standby day; unbilled: 270 + 366.69 + 990 + 990 = $2,616.69.
    // Crew: 5 days × ($300 + $200) = $2,500.00 owed.
    expect(books.held).toEqual({
      '1010': 200_000 - 33_335,
      '1160': 261_669,
      '2010': -250_000,
      '4210': -425_000,
      '4220': -36_669,
      '5010': 250_000,
      '5020': 33_335,
    });
    expect(books.job.status).toBe('delivered');
    expect(books.job.booked).toMatchObject({ heldCents: 0, unbilledCents: 261_669, crewOwedCents: 250_000 });
    expect(books.job.booked?.days.map(({ unbilledCents }) => unbilledCents)).toEqual([0, 0, 27_000, 99_000, 99_000]);
  });

  test('earns each day in its own month, whatever month the job ends in', () => {
    const { books } = sailed();
    // October: travel 590 + under way 990. November: 690 + 990 + 990.
    expect(books.account(['delivery'], months('2026-10'), '4210')).toBe(-158_000);
    expect(books.account(['delivery'], months('2026-11'), '4210')).toBe(-267_000);
  });

  test('is invoiced, paid in two parts and settled; what is left is what it earned', () => {
    const books = sailed();
    expect(books.post('delivery-invoice', 'dli_1', '2026-11-05', INVOICE)).toEqual([]);
    expect([books.held['1160'], books.held['1110'], books.job.status]).toEqual([undefined, 261_669, 'invoiced']);
    expect(
      books.post('delivery-crew-pay', 'dlc_1', '2026-11-06', { cents: 250_001, payee: 'Crew', paidFrom: '1010' }),
    ).toEqual(['cents']);
    books.post('delivery-crew-pay', 'dlc_1', '2026-11-06', { cents: 250_000, payee: 'Crew', paidFrom: '1010' });
    books.post('delivery-payment', 'dlp_1', '2026-11-12', { cents: 100_000, invoiceId: 'inv_d1' });
    expect(books.job.status).toBe('invoiced');
    expect(books.post('delivery-payment', 'dlp_2', '2026-11-20', { cents: 161_670, invoiceId: 'inv_d1' })).toEqual([
      'cents',
    ]);
    books.post('delivery-payment', 'dlp_2', '2026-11-20', { cents: 161_669, invoiceId: 'inv_d1' });
    // Bank: 2,000.00 − 333.35 + 2,616.69 − 2,500.00 = $1,783.34, which is 4,616.69 earned − 2,833.35 spent.
    expect(books.held).toEqual({
      '1010': 178_334,
      '4210': -425_000,
      '4220': -36_669,
      '5010': 250_000,
      '5020': 33_335,
    });
    expect(books.job.status).toBe('paid');
    expect(books.job.booked?.invoices[0]).toMatchObject({ paidCents: 261_669, paidOn: '2026-11-20' });
    expect(books.job.booked).toMatchObject({ earnedCents: 461_669, costCents: 283_335 });
  });
});

describe('an invoice', () => {
  test('issued and then withdrawn leaves the work unbilled, and can be issued anew', () => {
    const books = sailed();
    const before = books.held;
    books.post('delivery-invoice', 'dli_1', '2026-11-05', INVOICE);
    expect(books.post('delivery-invoice', 'dli_2', '2026-11-05', { ...INVOICE, invoiceId: 'inv_d2' })).toContain(
      'lines',
    );
    books.withdraw('delivery-invoice', 'dli_1', '2026-11-05', INVOICE);
    expect(books.held).toEqual(before);
    expect([books.job.status, books.job.booked?.invoices]).toEqual(['delivered', []]);
    expect(books.post('delivery-invoice', 'dli_2', '2026-11-06', { ...INVOICE, invoiceId: 'inv_d2' })).toEqual([]);
  });

  test('that leaves out the standby day leaves exactly that unbilled', () => {
    const books = sailed();
    const lines = ALL.filter((id) => id !== 'dld_3');
    // 2,616.69 without the 270.00 of the standby day the advance had not paid.
    expect(books.post('delivery-invoice', 'dli_1', '2026-11-05', { ...INVOICE, lines })).toEqual(['cents']);
    expect(books.post('delivery-invoice', 'dli_1', '2026-11-05', { ...INVOICE, lines, cents: 234_669 })).toEqual([]);
    expect([books.held['1160'], books.job.status]).toEqual([27_000, 'delivered']);
  });

  test('is less by an advance that came after the work', () => {
    const books = sailed();
    books.post('delivery-advance', 'dla_2', '2026-11-04', { cents: 61_669 });
    expect(books.held).toMatchObject({ '2130': -61_669, '1160': 261_669 });
    expect(books.post('delivery-refund', 'dlr_1', '2026-11-04', { cents: 100 })).toEqual(['jobId']);
    expect(books.post('delivery-invoice', 'dli_1', '2026-11-05', { ...INVOICE, cents: 200_000 })).toEqual([]);
    expect([books.held['2130'], books.held['1160'], books.held['1110']]).toEqual([undefined, undefined, 200_000]);
  });

  test('of nothing left to pay is issued all the same; what is left of the advance goes back', () => {
    const books = new DeliveryBooks();
    books.post('delivery-advance', 'dla_1', '2026-11-01', { cents: 300_000 });
    books.post('delivery-day', 'dld_1', '2026-11-02', { kind: 'underway', crew: TWO, nm: 60 });
    books.post('delivery-day', 'dld_2', '2026-11-03', { kind: 'handover', crew: ['captain'], nm: 0 });
    // 990.00 + (500.00 + 45.00) = 1,535.00 of 3,000.00: 1,465.00 is too much.
    const none = { ...INVOICE, cents: 0, lines: ['dld_1', 'dld_2'] };
    expect(books.post('delivery-invoice', 'dli_1', '2026-11-04', none)).toEqual([]);
    expect([books.held['2130'], books.job.status]).toEqual([-146_500, 'invoiced']);
    expect(books.post('delivery-refund', 'dlr_1', '2026-11-05', { cents: 146_501 })).toEqual(['cents']);
    books.post('delivery-refund', 'dlr_1', '2026-11-05', { cents: 146_500 });
    expect([books.held['2130'], books.held['1110'], books.job.status]).toEqual([undefined, undefined, 'paid']);
  });
});

describe('an invoice its owner never pays', () => {
  const billed = () => {
    const books = sailed();
    books.post('delivery-invoice', 'dli_1', '2026-11-05', INVOICE);
    books.post('delivery-payment', 'dlp_1', '2026-11-12', { cents: 100_000, invoiceId: 'inv_d1' });
    return books;
  };
  const given = (cents: number) => ({ cents, invoiceId: 'inv_d1', reason: 'Sold the boat, cannot be found' });

  test('is given up: a cost of its day and of the job, whose days earned what they earned', () => {
    const books = billed();
    // Asked for 2,616.69, of which 1,000.00 came: 1,616.69 is lost.
    expect(books.post('delivery-write-off', 'dlw_1', '2026-12-20', given(161_670))).toEqual(['cents']);
    expect(books.post('delivery-write-off', 'dlw_1', '2026-12-20', given(0))).toEqual(['cents']);
    const other = { ...given(100), invoiceId: 'inv_d2' };
    expect(books.post('delivery-write-off', 'dlw_1', '2026-12-20', other)).toEqual(['invoiceId']);
    expect(books.post('delivery-write-off', 'dlw_1', '2026-12-20', given(161_669))).toEqual([]);
    expect(books.held).toMatchObject({ '6220': 161_669, '4210': -425_000, '4220': -36_669 });
    expect(books.held['1110']).toBeUndefined();
    expect(books.books.account(['delivery'], months('2026-12'), '6220')).toBe(161_669);
    expect(books.job.status).toBe('paid');
    const [invoice] = books.job.booked?.invoices ?? [];
    expect(invoice).toMatchObject({ paidCents: 100_000, writtenOffCents: 161_669 });
    expect(invoice?.paidOn).toBeUndefined();
    // Crew 2,500.00, fuel 333.35 and 1,616.69 lost: 4,450.04 of 4,616.69 earned.
    expect(books.job.booked).toMatchObject({ receivableCents: 0, earnedCents: 461_669, costCents: 445_004 });
  });

  test('is open again once that is taken back, and takes no payment while it stands', () => {
    const books = billed();
    const before = [books.held, books.job.booked?.invoices, books.job.status];
    books.post('delivery-write-off', 'dlw_1', '2026-12-20', given(161_669));
    const late = { cents: 1, invoiceId: 'inv_d1' };
    expect(books.post('delivery-payment', 'dlp_2', '2027-01-10', late)).toEqual(['cents']);
    expect(deliveryTakenBack('dli_1', books.job, books.held).map(({ message }) => message)).toEqual([
      'this invoice was paid, or a part of it: take the payments back first',
      'this invoice was written off, or a part of it: take that back first',
    ]);
    expect(deliveryTakenBack('dlw_1', books.job, books.held)).toEqual([]);
    books.withdraw('delivery-write-off', 'dlw_1', '2026-12-20', given(161_669));
    expect([books.held, books.job.booked?.invoices, books.job.status]).toEqual(before);
    expect(books.post('delivery-payment', 'dlp_2', '2027-01-10', { ...late, cents: 161_669 })).toEqual([]);
  });
});

describe('a day of the log', () => {
  const day = (over: object) => ({ kind: 'underway' as const, crew: ['captain', 'deckhand'] as const, nm: 0, ...over });

  test.each([
    // Captain and deckhand: 500 + 220 + 2 × 45 under way; 2 × 250 + 90 travelling; 2 × 300 + 90 waiting.
    ['day', 'underway', 100, 81_000],
    ['day', 'travel', 0, 59_000],
    ['day', 'standby_mechanical', 0, 69_000],
    // By the mile: 100 × $4 + 90 under way, the day rate when it is handed over.
    ['mile', 'underway', 100, 49_000],
    ['mile', 'handover', 0, 81_000],
    // For a flat fee: meals only, until hand-over brings $9,000; waiting is charged all the same.
    ['flat', 'underway', 100, 9_000],
    ['flat', 'prep', 0, 9_000],
    ['flat', 'standby_weather', 0, 69_000],
    ['flat', 'handover', 0, 909_000],
  ] as const)('agreed by the %s, %s, earns what was agreed', (rateModel, kind, nm, earned) => {
    expect(dayEarned(aJob({ rateModel }), day({ kind, nm }))).toBe(earned);
    expect(crewEarned(aJob({ rateModel }), day({}))).toBe(45_000);
  });

  test('is refused twice, without crew, with miles ashore, after the end and for no job', () => {
    const books = sailed();
    const before = books.held;
    expect(books.post('delivery-day', 'dld_6', '2026-11-01', { kind: 'prep', crew: TWO, nm: 0 })).toEqual(['on']);
    expect(books.post('delivery-day', 'dld_6', '2026-11-04', { kind: 'prep', crew: [], nm: 0 })).toEqual(['crew']);
    expect(books.post('delivery-day', 'dld_6', '2026-11-04', { kind: 'prep', crew: TWO, nm: 5 })).toEqual(['nm']);
    expect(books.post('delivery-day', 'dld_6', '2026-11-04', { kind: 'half', crew: TWO, nm: 0 })).toEqual(['kind']);
    books.job = { ...books.job, status: 'cancelled' };
    expect(books.post('delivery-day', 'dld_6', '2026-11-04', { kind: 'prep', crew: TWO, nm: 0 })).toEqual(['jobId']);
    expect(books.held).toEqual(before);
  });

  test('taken back is off the log, and so is what it earned and what the crew was owed for it', () => {
    const books = sailed();
    books.withdraw('delivery-day', 'dld_5', '2026-11-03', { kind: 'handover', crew: TWO, nm: 0 });
    expect(books.held).toMatchObject({ '1160': 162_669, '2010': -200_000, '4210': -326_000 });
    expect(books.job.booked?.days).toHaveLength(4);
  });
});

test('an expense that is not billable is a cost and nothing else', () => {
  const books = new DeliveryBooks();
  expect(books.post('delivery-expense', 'dle_1', '2026-11-01', { ...FUEL, billable: false, markupBps: 500 })).toEqual([
    'markupBps',
  ]);
  expect(books.post('delivery-expense', 'dle_1', '2026-11-01', { ...FUEL, account: '4210' })).toEqual(['account']);
  expect(books.post('delivery-expense', 'dle_1', '2026-11-01', { ...FUEL, billable: false })).toEqual([]);
  expect(books.held).toEqual({ '1010': -33_335, '5020': 33_335 });
});

test('an expense taken back takes its cost and its charge with it', () => {
  const books = sailed();
  books.withdraw('delivery-expense', 'dle_1', '2026-11-01', FUEL);
  expect(books.held).toMatchObject({ '1010': 200_000, '1160': 225_000 });
  expect([books.held['4220'], books.held['5020'], books.job.booked?.expenses]).toEqual([undefined, undefined, []]);
});
