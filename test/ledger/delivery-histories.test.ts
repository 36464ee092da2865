import { describe, expect, test } from 'vitest';
import type { DeliveryJob, JobBooks } from '../../shared/records/delivery-job.ts';
import { deliveryJobSchema } from '../../shared/records/delivery-job.ts';
import { parsed } from '../../shared/records/fields.ts';
import { aHistory } from './a-history.ts';

/** What is kept with a job is told by lists and by balances; after anything that may happen the two agree. */
describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('the deliveries of the history of seed %i', (seed) => {
  const books = aHistory(seed);
  const jobs = [...books.subjects.keys()].flatMap((id) => {
    const job = books.agreed<DeliveryJob>('delivery-job', id);
    return job?.booked === undefined ? [] : [{ job, booked: job.booked, held: books.subject(id) }];
  });

  test('are several, and fit their record', () => {
    expect(jobs.length).toBeGreaterThan(3);
    for (const { job } of jobs) expect(parsed(deliveryJobSchema, job, 'the job').ok).toBe(true);
  });

  test('have unbilled lines that add up to what the books hold unbilled, and invoices to what is receivable', () => {
    for (const { booked, held } of jobs) {
      const lines = [...booked.days, ...booked.expenses].filter(({ invoiceId }) => invoiceId === undefined);
      expect(sum(lines.map(({ unbilledCents }) => unbilledCents))).toBe(held['1160'] ?? 0);
      const given = sum(booked.invoices.map(({ writtenOffCents = 0 }) => writtenOffCents));
      expect(sum(booked.invoices.map(({ cents, paidCents }) => cents - paidCents)) - given).toBe(held['1110'] ?? 0);
      expect([given, sum((booked.writeOffs ?? []).map(({ cents }) => cents))]).toEqual(
        Array(2).fill(held['6220'] ?? 0),
      );
      expect(sum(booked.payments.map(({ cents }) => cents))).toBe(
        sum(booked.invoices.map(({ paidCents }) => paidCents)),
      );
    }
  });

  test('have earned what their days and expenses come to, and never owe less than nothing', () => {
    for (const { booked, held } of jobs) {
      expect(earnedOf(booked)).toBe(-((held['4210'] ?? 0) + (held['4220'] ?? 0)) || 0);
      expect(Math.max(held['2130'] ?? 0, held['2010'] ?? 0)).toBeLessThanOrEqual(0);
      expect(Math.min(held['1160'] ?? 0, held['1110'] ?? 0)).toBeGreaterThanOrEqual(0);
    }
  });
});

function earnedOf({ days, expenses }: JobBooks): number {
  return sum(days.map(({ earnedCents }) => earnedCents)) + sum(expenses.map(({ chargedCents }) => chargedCents));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
