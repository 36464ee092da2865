import { describe, expect, test } from 'vitest';
import { agreementProblems } from '../../shared/ledger/delivery-agreement.ts';
import { deliveryTakenBack } from '../../shared/ledger/delivery-taken-back.ts';
import { anEntity, aSheet, NOVEMBER_TO_DATE, valueOn } from '../facts/a-snapshot.ts';
import { aJob, DeliveryBooks } from './a-delivery.ts';
import { months } from './a-set-of-books.ts';

/** What a simple program would get wrong about deliveries. */
const TWO = ['captain', 'mate'];
const FUEL = { vendor: 'Fuel dock', account: '5020', paidFrom: '1010', billable: true };
const UNDER_WAY = { kind: 'underway', crew: TWO, nm: 50 };

test('an advance is no revenue: it is owed back until days earn it, and what goes back was never earned', () => {
  const books = new DeliveryBooks();
  books.post('delivery-advance', 'dla_1', '2026-10-30', { cents: 200_000 });
  expect(books.held).toEqual({ '1010': 200_000, '2130': -200_000 });
  books.post('delivery-refund', 'dlr_1', '2026-11-02', { cents: 200_000 });
  expect(books.held).toEqual({});
  // The bank holds it in October and sends it in November; October is not rewritten.
  expect(books.books.account(['delivery'], months('2026-10'), '1010')).toBe(200_000);
  expect(books.books.account(['delivery'], months('2026-11'), '1010')).toBe(-200_000);
});

test('a day that begins in one month of the world and ends in another is of its own local month', () => {
  const books = new DeliveryBooks();
  books.post('delivery-day', 'dld_1', '2026-10-31', UNDER_WAY);
  books.post('delivery-day', 'dld_2', '2026-11-01', UNDER_WAY); // twenty-five hours long
  expect(books.books.account(['delivery'], months('2026-10'), '4210')).toBe(-99_000);
  expect(books.books.account(['delivery'], months('2026-11'), '4210')).toBe(-99_000);
});

test.each([
  // Half a cent goes away from zero, whatever is before it: 12.5 % of $1.00 is 12.5 cents, of $1.08 13.5 cents.
  [100, 1_250, 113],
  [108, 1_250, 122],
  // 10 % of $333.35 is $33.335.
  [33_335, 1_000, 36_669],
  [33_335, 0, 33_335],
])('%i cents with %i basis points on top are charged at %i cents', (cents, markupBps, charged) => {
  const books = new DeliveryBooks();
  expect(books.post('delivery-expense', 'dle_1', '2026-11-01', { ...FUEL, cents, markupBps })).toEqual([]);
  expect(books.held['4220']).toBe(-charged);
});

test.each([
  [{ cents: 10.5 }, 'cents'],
  [{ cents: 0 }, 'cents'],
  [{ cents: -100 }, 'cents'],
  [{ cents: 100, currency: 'EUR' }, 'currency'],
])('an advance of %o is refused, and nothing moves', (fields, field) => {
  const books = new DeliveryBooks();
  expect(books.post('delivery-advance', 'dla_1', '2026-11-01', fields)).toContain(field);
  expect(books.entries).toEqual([]);
});

test('a leap day is a day of the log, and a day there is none of is not', () => {
  const books = new DeliveryBooks();
  expect(books.post('delivery-day', 'dld_1', '2027-02-29', UNDER_WAY)).toEqual(['on']);
  expect(books.post('delivery-day', 'dld_1', '2028-02-29', UNDER_WAY)).toEqual([]);
});

test('shares of several jobs are sums over sums, and of nothing they are unknown', () => {
  const large = new DeliveryBooks(aJob({ id: 'job_large' }));
  for (const at of [1, 2, 3]) large.post('delivery-day', `dld_${at}`, `2026-11-0${at}`, UNDER_WAY);
  const small = new DeliveryBooks(aJob({ id: 'job_small' }));
  small.post('delivery-advance', 'dla_1', '2026-11-01', { cents: 59_000 });
  small.post('delivery-day', 'dld_9', '2026-11-02', { kind: 'travel', crew: TWO, nm: 0 });
  const sheetOf = (jobs: readonly object[]) => {
    const entity = [anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' })];
    return aSheet({ records: { entity, 'delivery-job': jobs } }, NOVEMBER_TO_DATE, ['delivery']);
  };
  // Billed 0 of 2,970.00 and 590.00 of 590.00: 590 ÷ 3,560 = 16.57 %, not the 50 % that lies between them.
  expect(valueOn(sheetOf([large.job, small.job]), 'delivery-billed-share')).toBe(1_657);
  // Margin (2,970 − 1,500) + (590 − 500) = 1,560 ÷ 3,560 = 43.82 %.
  expect(valueOn(sheetOf([large.job, small.job]), 'delivery-margin-share')).toBe(4_382);
  expect(valueOn(sheetOf([aJob()]), 'delivery-billed-share')).toMatch(/^unknown: /);
  expect(valueOn(sheetOf([aJob()]), 'delivery-billing-gap')).toBe(0);
});

test('days since arrival count calendar days over the end of summer time', () => {
  const books = new DeliveryBooks();
  books.post('delivery-day', 'dld_1', '2026-10-31', { kind: 'handover', crew: TWO, nm: 0 });
  const entity = [anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' })];
  const sheet = aSheet({ records: { entity, 'delivery-job': [books.job] } }, NOVEMBER_TO_DATE, ['delivery']);
  // From Oct 31 to Nov 21; Nov 1 has twenty-five hours.
  expect(valueOn(sheet, 'job-days-uninvoiced', 'job_1')).toBe(21);
});

describe('what is taken back', () => {
  const drawn = () => {
    const books = new DeliveryBooks();
    books.post('delivery-advance', 'dla_1', '2026-11-01', { cents: 50_000 });
    books.post('delivery-day', 'dld_1', '2026-11-02', UNDER_WAY);
    books.post('delivery-day', 'dld_2', '2026-11-03', UNDER_WAY);
    return books;
  };
  const back = (id: string, books: DeliveryBooks, moves: Readonly<Record<string, number>>) => {
    const left = Object.entries(moves).map(([code, by]) => [code, (books.balances[code] ?? 0) + by] as const);
    const after = { ...books.balances, ...Object.fromEntries(left) };
    return deliveryTakenBack(id, books.job, after).map(({ message }) => message.split(':')[0]);
  };

  test('is never an advance that days were paid out of; one that is still held may go', () => {
    const books = drawn();
    const spent = back('dla_1', books, { '1010': -50_000, '2130': 50_000 });
    expect(spent).toEqual(['days or expenses were paid out of this advance']);
    books.post('delivery-advance', 'dla_2', '2026-11-04', { cents: 10_000 });
    expect(back('dla_2', books, { '1010': -10_000, '2130': 10_000 })).toEqual([]);
  });

  test('is no day on an invoice, though others are unbilled, and no invoice that was paid', () => {
    const books = drawn();
    // The first day came to 990.00, of which the advance paid 500.00.
    const invoice = { cents: 49_000, invoiceId: 'inv_1', number: 'D-1', dueOn: '2026-11-20', lines: ['dld_1'] };
    books.post('delivery-invoice', 'dli_1', '2026-11-05', invoice);
    expect(back('dld_1', books, { '1160': -49_000 })).toEqual(['this is on an invoice']);
    expect(back('dld_2', books, { '1160': -99_000 })).toEqual([]);
    expect(back('dli_1', books, { '1110': -49_000, '1160': 49_000 })).toEqual([]);
    books.post('delivery-payment', 'dlp_1', '2026-11-06', { cents: 1, invoiceId: 'inv_1' });
    expect(back('dli_1', books, { '1110': -49_000, '1160': 49_000 })).toEqual([
      'this invoice was paid, or a part of it',
    ]);
  });

  test('is no day the crew was paid for', () => {
    const books = drawn();
    books.post('delivery-crew-pay', 'dlc_1', '2026-11-04', { cents: 100_000, payee: 'Crew', paidFrom: '1010' });
    expect(back('dld_2', books, { '2010': 50_000 })).toEqual(['the crew was paid for this day']);
  });
});

describe('a job on the register', () => {
  const fields = (job: object, before?: object) =>
    agreementProblems(aJob(job), before === undefined ? undefined : aJob(before)).map(({ field }) => field);
  const begun = () => {
    const books = new DeliveryBooks();
    books.post('delivery-day', 'dld_1', '2026-11-02', UNDER_WAY);
    return books.job;
  };

  test('takes what the books say from nobody', () => {
    const job = begun();
    expect(fields({ booked: job.booked })).toEqual(['booked']);
    expect(fields({ ...job, booked: undefined }, job)).toEqual(['booked']);
    expect(fields({ status: 'paid' }, { status: 'delivered' })).toEqual(['status']);
    expect(fields({ status: 'invoiced' })).toEqual(['status']);
  });

  test('keeps its rates once something was charged by them, and not before', () => {
    const job = begun();
    expect(fields({ markupBps: 0 }, {})).toEqual([]);
    expect(fields({ ...job, markupBps: 0, rateModel: 'mile' }, job)).toEqual(['rateModel', 'markupBps']);
    expect(fields({ ...job, client: 'Another owner' }, job)).toEqual([]);
  });

  test('is delivered on a day, after it departed, and is put away only when nothing is open', () => {
    const job = begun();
    expect(fields({ status: 'delivered' })).toEqual(['arrivedOn']);
    expect(fields({ status: 'delivered', arrivedOn: '2026-11-02', departedOn: '2026-11-03' })).toEqual(['arrivedOn']);
    expect(fields({ status: 'delivered', arrivedOn: '2026-11-03', departedOn: '2026-11-03' })).toEqual([]);
    // One day: work not billed, and the crew not paid.
    expect(fields({ ...job, closedOn: '2026-11-20' }, job)).toEqual(['closedOn', 'closedOn']);
    expect(fields({ closedOn: '2026-11-20' }, {})).toEqual([]);
  });
});
