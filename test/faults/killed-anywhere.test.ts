import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StruckCompany } from './struck.ts';
import { struckCompany } from './struck.ts';

/** What of the requests of a completion lies before the one struck; early, among the reports, and among the mails. */
const PLACES = [0.88, 0.02, 0.5, 0.8, 0.97, 0.3, 0.93, 0.1] as const;

/** A busy machine takes fewer of them, but never fewer than three. */
const BUDGET_MS = 60_000;
const AT_LEAST = 3;

let company: StruckCompany;
beforeAll(async () => {
  company = await struckCompany();
}, 120_000);
afterAll(() => company?.close());

it('a process killed at any of its requests leaves a completion that ends whole, with every mail there once', async () => {
  const calm = await company.completedUnder();
  expect(calm.wrong).toEqual([]);
  const { calls = 0, asked = {} } = calm.finished ?? {};
  // Eight mails and how the account stands; the archive and the tables are asked more often than that.
  expect([asked['ses'], (asked['s3'] ?? 0) > 50, (asked['dynamo'] ?? 0) > 50]).toEqual([10, true, true]);
  const until = Date.now() + BUDGET_MS;
  let deaths = 0;
  const wrong: string[] = [];
  for (const [index, place] of PLACES.entries()) {
    if (deaths >= AT_LEAST && Date.now() > until) break;
    const death = { at: Math.floor(calls * place), when: index % 2 === 0 ? 'before' : 'after' } as const;
    const struck = await company.completedUnder(death);
    deaths += struck.died ? 1 : 0;
    wrong.push(...struck.wrong.map((line) => `killed ${death.when} request ${death.at}: ${line}`));
  }
  expect(wrong).toEqual([]);
  expect(deaths).toBeGreaterThanOrEqual(AT_LEAST);
}, 300_000);
