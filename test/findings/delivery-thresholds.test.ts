import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import { DELIVERY_RULES } from '../../shared/reports/findings/delivery-rules/delivery-rules.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import { anEntity, aSheet, NOVEMBER_TO_DATE, TODAY } from '../facts/a-snapshot.ts';
import { aJob, DeliveryBooks } from '../ledger/a-delivery.ts';

/** Each rule just inside its limit, on it and just beyond it; what is judged otherwise is left in order. Today is Nov 21. */
const ago = (days: number): LocalDate => plusDays(TODAY, -days);
const TWO = ['captain', 'mate'];
const IN_ORDER = { insuranceEndorsedOn: '2026-09-01' };

/** How bad a rule finds a job; nothing when it is in order. */
function found(code: string, job: DeliveryJob): string | undefined {
  const entity = [anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' })];
  const sheet = aSheet({ records: { entity, 'delivery-job': [job] } }, NOVEMBER_TO_DATE, ['delivery']);
  const finding = findingsOf(DELIVERY_RULES, sheet).find(({ rule }) => rule.code === code);
  return finding?.state === 'shortfall' ? finding.severity : undefined;
}

/** Two days under way and the hand-over so many days ago, each $990.00; the crew costs $500.00 a day. */
function arrived(daysAgo: number, over: object = {}): DeliveryBooks {
  const books = new DeliveryBooks(aJob({ ...IN_ORDER, ...over }));
  books.post('delivery-day', 'dld_1', ago(daysAgo + 2), { kind: 'underway', crew: TWO, nm: 50 });
  books.post('delivery-day', 'dld_2', ago(daysAgo + 1), { kind: 'underway', crew: TWO, nm: 50 });
  books.post('delivery-day', 'dld_3', ago(daysAgo), { kind: 'handover', crew: TWO, nm: 0 });
  return books;
}
const DAYS = ['dld_1', 'dld_2', 'dld_3'];

/** Buys something for the job, charged on at cost and with a receipt unless told otherwise. */
function bought(books: DeliveryBooks, id: string, on: string, cents: number, over: object = {}): DeliveryBooks {
  const fuel = { cents, vendor: 'Fuel', account: '5020', paidFrom: '1010', billable: true };
  const proven = 'withoutReceipt' in over ? {} : { receiptKey: 'r.pdf', ...over };
  const priced = { ...fuel, ...('billable' in over ? {} : { markupBps: 0 }), ...proven };
  expect(books.post('delivery-expense', id, on, priced)).toEqual([]);
  return books;
}

/** Invoices some lines today, due on a day. */
function invoiced(books: DeliveryBooks, lines: readonly string[], cents: number, on: string, dueOn: string) {
  const invoice = { cents, invoiceId: 'inv_1', number: 'D-1', dueOn, lines };
  expect(books.post('delivery-invoice', 'dli_1', on, invoice)).toEqual([]);
  return books;
}

describe('DLV-02, a job billed for less than it earned', () => {
  test.each([
    // Entitlement about $3,000.00: one per cent is less than $50.00, so $50.00 is let pass.
    [0, 5_000, undefined],
    [0, 5_001, 'high'],
    // 2,970 + 6,930 + 100 = $10,000.00: one per cent is $100.00.
    [693_000, 9_999, undefined],
    [693_000, 10_000, undefined],
    [693_000, 10_001, 'high'],
  ])('with %i cents more billed, leaves %i cents off: %s', (more, left, severity) => {
    const books = bought(arrived(5), 'dle_left', ago(6), left);
    const lines = more === 0 ? DAYS : [...DAYS, 'dle_more'];
    if (more > 0) bought(books, 'dle_more', ago(6), more);
    invoiced(books, lines, 297_000 + more, ago(4), ago(0));
    expect(found('DLV-02', books.job)).toBe(severity);
  });

  test('a job called off has no final invoice to wait for: what is unbilled is found at once', () => {
    const books = new DeliveryBooks(aJob(IN_ORDER));
    books.post('delivery-day', 'dld_1', ago(2), { kind: 'underway', crew: TWO, nm: 50 });
    expect(found('DLV-02', books.job)).toBeUndefined();
    expect(found('DLV-02', { ...books.job, status: 'cancelled' })).toBe('high');
  });
});

test.each([
  ['the day before departure', -1, undefined],
  ['on the day of departure', 0, undefined],
  ['the day after', 1, 'critical'],
])('DLV-03, DLV-07: an advance and an endorsement %s', (_, after, severity) => {
  const departed = ago(7);
  const books = new DeliveryBooks(aJob({ insuranceEndorsedOn: plusDays(departed, after) }));
  books.post('delivery-advance', 'dla_1', plusDays(departed, after), { cents: 200_000 });
  books.post('delivery-day', 'dld_1', departed, { kind: 'underway', crew: TWO, nm: 50 });
  expect([found('DLV-03', books.job), found('DLV-07', books.job)]).toEqual([severity, severity]);
});

test.each([
  ['scheduled', undefined],
  ['prep', 'critical'],
] as const)('DLV-07: a job that is %s and not endorsed', (status, severity) => {
  expect(found('DLV-07', aJob({ status }))).toBe(severity);
});

test.each([
  [199_999, 'high'],
  [200_000, undefined],
  [200_001, undefined],
])('DLV-03: %i cents of the $2,000.00 agreed had come at departure', (cents, severity) => {
  const books = new DeliveryBooks(aJob(IN_ORDER));
  books.post('delivery-advance', 'dla_1', ago(9), { cents });
  books.post('delivery-day', 'dld_1', ago(7), { kind: 'underway', crew: TWO, nm: 50 });
  expect(found('DLV-03', books.job)).toBe(severity);
});

test('DLV-04: a standby day is found once an invoice passed it over, and not when an advance had paid it', () => {
  // Two standby people: 2 × $300.00 + 2 × $45.00 = $690.00.
  const waited = (advance: number) => {
    const books = new DeliveryBooks(aJob(IN_ORDER));
    if (advance > 0) books.post('delivery-advance', 'dla_1', ago(9), { cents: advance });
    books.post('delivery-day', 'dld_1', ago(7), { kind: 'standby_weather', crew: TWO, nm: 0 });
    books.post('delivery-day', 'dld_2', ago(6), { kind: 'underway', crew: TWO, nm: 50 });
    return books;
  };
  expect(found('DLV-04', waited(0).job)).toBeUndefined();
  const passedOver = invoiced(waited(0), ['dld_2'], 99_000, ago(5), ago(0)).job;
  expect(found('DLV-04', passedOver)).toBe('high');
  const asked = invoiced(waited(0), ['dld_1', 'dld_2'], 168_000, ago(5), ago(0)).job;
  expect(found('DLV-04', asked)).toBeUndefined();
  const paidAhead = invoiced(waited(69_000), ['dld_2'], 99_000, ago(5), ago(0)).job;
  expect(found('DLV-04', paidAhead)).toBeUndefined();
});

test.each([
  [29, {}, undefined],
  [30, {}, undefined],
  [31, {}, 'medium'],
  [1, { withoutReceipt: true }, 'medium'],
  [31, { billable: false }, undefined],
])('DLV-05: an expense of %i days ago with %o', (days, over, severity) => {
  expect(found('DLV-05', bought(new DeliveryBooks(aJob(IN_ORDER)), 'dle_1', ago(days), 20_000, over).job)).toBe(
    severity,
  );
});

test.each([
  [6, undefined],
  [7, undefined],
  [8, 'high'],
])('DLV-06: an invoice %i days past due', (late, severity) => {
  const books = invoiced(arrived(20), DAYS, 297_000, ago(19), ago(late));
  expect(found('DLV-06', books.job)).toBe(severity);
  // The last cent missing is a payment that is late all the same.
  books.post('delivery-payment', 'dlp_1', ago(1), { cents: 296_999, invoiceId: 'inv_1' });
  expect(found('DLV-06', books.job)).toBe(severity);
  books.post('delivery-payment', 'dlp_2', ago(0), { cents: 1, invoiceId: 'inv_1' });
  expect(found('DLV-06', books.job)).toBeUndefined();
});

test('DLV-06: an invoice past due is late for what is left of it, and no more once that is given up', () => {
  const books = invoiced(arrived(40), DAYS, 297_000, ago(39), ago(30));
  const given = { invoiceId: 'inv_1', reason: 'Cannot be found' };
  books.post('delivery-write-off', 'dlw_1', ago(2), { ...given, cents: 296_999 });
  expect(found('DLV-06', books.job)).toBe('high');
  books.post('delivery-write-off', 'dlw_2', ago(1), { ...given, cents: 1 });
  expect(found('DLV-06', books.job)).toBeUndefined();
});

test.each([
  // Earned $2,970.00, crew $1,500.00. A quarter is $742.50: $727.50 may be spent beside the crew.
  [72_749, undefined],
  [72_750, undefined],
  // A margin of $742.20 is 24.99 %.
  [72_780, 'medium'],
  // $1,470.00 spent leaves nothing; a cent more is a loss.
  [147_000, 'medium'],
  [147_001, 'high'],
])('DLV-08: %i cents spent and not charged on', (cents, severity) => {
  const books = bought(arrived(2), 'dle_1', ago(3), cents, { billable: false });
  expect(found('DLV-08', books.job)).toBe(severity);
});

describe('DLV-09, expenses beyond the advance', () => {
  const sailing = (advance: number, spent: number) => {
    const books = new DeliveryBooks(aJob(IN_ORDER));
    if (advance > 0) books.post('delivery-advance', 'dla_1', ago(9), { cents: advance });
    books.post('delivery-day', 'dld_1', ago(2), { kind: 'underway', crew: TWO, nm: 50 });
    return bought(books, 'dle_1', ago(2), spent);
  };

  test.each([
    // A fifth more than $2,000.00 is $2,400.00.
    [200_000, 239_999, undefined],
    [200_000, 240_000, undefined],
    [200_000, 240_001, 'medium'],
    [0, 1, 'medium'],
  ])('of %i cents: %i cents spent under way', (advance, spent, severity) => {
    expect(found('DLV-09', sailing(advance, spent).job)).toBe(severity);
  });

  test('no top-up is asked for once the job has arrived', () => {
    const books = sailing(200_000, 240_001);
    books.post('delivery-day', 'dld_2', ago(1), { kind: 'handover', crew: TWO, nm: 0 });
    expect(found('DLV-09', books.job)).toBeUndefined();
  });
});

test.each([
  ['quote', false, undefined],
  ['contracted', false, 'high'],
  ['contracted', true, undefined],
  ['cancelled', false, undefined],
] as const)('DLV-10: a job that is a %s, contract on file %s', (status, contractOnFile, severity) => {
  expect(found('DLV-10', aJob({ status, contractOnFile }))).toBe(severity);
});

test.each([
  ['every day up to yesterday', [3, 2, 1], undefined],
  ['all but one', [3, 1], 'medium'],
  ['all but yesterday', [3, 2], 'medium'],
] as const)('DLV-11: a log that holds %s; today is not over', (_, days, severity) => {
  const books = new DeliveryBooks(aJob({ ...IN_ORDER, departedOn: ago(3) }));
  for (const at of days) books.post('delivery-day', `dld_${at}`, ago(at), { kind: 'underway', crew: TWO, nm: 50 });
  expect(found('DLV-11', books.job)).toBe(severity);
  // Called off at sea, the voyage ends with its last logged day.
  expect(found('DLV-11', { ...books.job, status: 'cancelled' })).toBe(
    days.length === 2 && days[1] === 1 ? severity : undefined,
  );
});
