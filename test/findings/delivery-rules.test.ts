import { expect, test } from 'vitest';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import { DELIVERY_RULES } from '../../shared/reports/findings/delivery-rules/delivery-rules.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import { anEntity, aSheet, NOVEMBER_TO_DATE, valueOn } from '../facts/a-snapshot.ts';
import { aJob, DeliveryBooks } from '../ledger/a-delivery.ts';

const ENTITY = anEntity({ id: 'delivery', name: 'Deliveries', kind: 'delivery' });
const sheetOf = (job: DeliveryJob) =>
  aSheet({ records: { entity: [ENTITY], 'delivery-job': [job] } }, NOVEMBER_TO_DATE, ['delivery']);
const severities = (job: DeliveryJob) =>
  Object.fromEntries(
    findingsOf(DELIVERY_RULES, sheetOf(job)).flatMap((found) =>
      found.state === 'shortfall' ? [[found.rule.code, found.severity]] : [],
    ),
  );

const TWO = ['captain', 'mate'];
const ENDORSED = { insuranceEndorsedOn: '2026-10-01' };

/** Under way for three days to the day given, each $990.00, handed over on the last; an advance of so much before. */
function voyage(arrived: string, before: readonly string[], advance: number, over: object = {}): DeliveryBooks {
  const books = new DeliveryBooks(aJob({ ...ENDORSED, ...over }));
  if (advance > 0) books.post('delivery-advance', 'dla_1', '2026-10-15', { cents: advance });
  for (const [i, on] of before.entries()) {
    books.post('delivery-day', `dld_${i}`, on, { kind: 'underway', crew: TWO, nm: 50 });
  }
  books.post('delivery-day', 'dld_h', arrived, { kind: 'handover', crew: TWO, nm: 0 });
  return books;
}

test.each([
  // Today is Nov 21. Three days are allowed, after fourteen it is critical.
  ['2026-11-18', ['2026-11-16', '2026-11-17'], undefined],
  ['2026-11-17', ['2026-11-15', '2026-11-16'], 'high'],
  ['2026-11-07', ['2026-11-05', '2026-11-06'], 'high'],
  ['2026-11-06', ['2026-11-04', '2026-11-05'], 'critical'],
])('handed over on %s and not invoiced is judged by its days', (arrived, before, severity) => {
  expect(severities(voyage(arrived, before, 200_000).job)['DLV-01']).toBe(severity);
});

test('entitlement, what was billed and the gap are those of the log, worked by hand', () => {
  // 3 × $990.00 = $2,970.00; the advance of $2,000.00 paid the first two days and $20.00; the gap is $970.00.
  const sheet = sheetOf(voyage('2026-11-18', ['2026-11-16', '2026-11-17'], 200_000).job);
  expect(valueOn(sheet, 'job-entitlement', 'job_1')).toBe(297_000);
  expect(valueOn(sheet, 'job-billed', 'job_1')).toBe(200_000);
  expect(valueOn(sheet, 'delivery-billing-gap')).toBe(97_000);
  // 2,000 ÷ 2,970 = 67.34 %. Cost: 3 days × $500.00; margin 1,470 ÷ 2,970 = 49.49 %.
  expect(valueOn(sheet, 'delivery-billed-share')).toBe(6_734);
  expect(valueOn(sheet, 'delivery-margin-share')).toBe(4_949);
  expect(valueOn(sheet, 'delivery-crew-owed')).toBe(150_000);
  // Three days logged of five estimated; nothing invoiced yet.
  expect(valueOn(sheet, 'delivery-estimate-accuracy')).toBe(6_000);
  expect(valueOn(sheet, 'delivery-days-to-invoice')).toMatch(/^unknown: an invoice of a delivered job/);
});

test('a job that sailed on nothing is critical, on part of the advance high, on all of it in order', () => {
  const days = ['2026-11-16', '2026-11-17'];
  expect(severities(voyage('2026-11-18', days, 0).job)['DLV-03']).toBe('critical');
  expect(severities(voyage('2026-11-18', days, 199_999).job)['DLV-03']).toBe('high');
  expect(severities(voyage('2026-11-18', days, 200_000).job)['DLV-03']).toBeUndefined();
});

test('a gap in the log, no contract and no insurance are each found; a complete job has none of them', () => {
  expect(severities(voyage('2026-11-18', ['2026-11-15', '2026-11-17'], 200_000).job)).toEqual({ 'DLV-11': 'medium' });
  const bare = { contractOnFile: false, insuranceEndorsedOn: '2026-11-17' };
  expect(severities(voyage('2026-11-18', ['2026-11-16', '2026-11-17'], 200_000, bare).job)).toEqual({
    'DLV-07': 'critical',
    'DLV-10': 'high',
  });
});

test('an invoice that left off a standby day, and was not paid in time, is found for both', () => {
  const books = new DeliveryBooks(aJob(ENDORSED));
  books.post('delivery-advance', 'dla_1', '2026-10-15', { cents: 200_000 });
  for (const [i, on] of ['2026-11-01', '2026-11-02', '2026-11-03'].entries()) {
    books.post('delivery-day', `dld_${i}`, on, { kind: 'underway', crew: TWO, nm: 50 });
  }
  books.post('delivery-day', 'dld_3', '2026-11-04', { kind: 'standby_weather', crew: TWO, nm: 0 });
  books.post('delivery-day', 'dld_4', '2026-11-05', { kind: 'handover', crew: TWO, nm: 0 });
  // Unbilled: 3 × 990 − 2,000 = 970, standby 690, hand-over 990. The invoice asks for 970 + 990 = $1,960.00.
  const lines = ['dld_0', 'dld_1', 'dld_2', 'dld_4'];
  const invoice = { cents: 196_000, invoiceId: 'inv_1', number: 'D-1', dueOn: '2026-11-13', lines };
  expect(books.post('delivery-invoice', 'dli_1', '2026-11-06', invoice)).toEqual([]);
  // Eight days late; left off $690.00 of $4,650.00.
  expect(severities(books.job)).toEqual({ 'DLV-02': 'high', 'DLV-04': 'high', 'DLV-06': 'high' });
  expect(valueOn(sheetOf(books.job), 'delivery-gap-standby')).toBe(69_000);
});
