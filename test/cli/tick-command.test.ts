import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteRunning } from '../../scripts/dev/running-stack.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { nextSlot } from '../../shared/reports/slots.ts';
import type { Ended } from '../support/a-command.ts';
import { ran } from '../support/a-command.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, inbox } from '../support/a-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack();
  const { appUrl, inboxUrl, endpoints, folder } = stack;
  await noteRunning(folder, { pid: process.pid, appUrl, inboxUrl, endpoints });
}, 120_000);
afterAll(() => stack.remove());

const mailed = async () => (await inbox(stack)).map((mail) => mail.destinations[0]);
const slot = () => {
  const { config, reportingDeps } = stack.runtime;
  return nextSlot('monthly', reportingDeps.clock(), { zone: config.zone, closedDays: new Set() });
};

it('rehearses the first business day of the month: says what was due, made, mailed to whom, and what comes next', async () => {
  const { key, dueAt } = slot();
  const { code, out } = await tick('--at', dueAt);
  expect(code).toBe(0);
  expect(out).toContain(`${key}, due `);
  // What becomes of a mail may be told before the command is through.
  expect(out).toMatch(/mailed to Rosalind Achebe: (accepted|delivered); audit copy: (accepted|delivered)/);
  expect(out).toMatch(/Next:\n {2}monthly\.\d{4}-\d\d /);
  expect(out).toMatch(/ceo to Harriet Lindqvist \(each-charter\): after the next completed charter/);
  expect(out).toMatch(/ceo to Theo Bankole \(weekly\): \w{3} \d+, \d{4}, 8:00 AM P[SD]T/);
  expect(await mailed()).toContain('owner@example.com');
});

it('ticked again makes nothing and mails nobody, and says so', async () => {
  const before = await mailed();
  const { key, dueAt } = slot();
  const { code, out } = await tick('--at', plusMinutes(dueAt, 5));
  expect([code, out]).toEqual([0, expect.stringContaining(`Nothing is due.\nMade before: ${key}`)]);
  expect(await mailed()).toEqual(before);
});

it('at an instant of a day that is over only says what fell due', async () => {
  const before = await mailed();
  const { code, out } = await tick('--at', '2026-06-01T16:00:00Z');
  expect([code, out]).toEqual([0, expect.stringContaining('Jun 1, 2026, 9:00 AM PDT is over. Nothing is made for it')]);
  expect(out).toContain('The schedule is kept since');
  expect(await mailed()).toEqual(before);
});

it('ends with 2 for garbage, in words', async () => {
  const { code, err } = await tick('--at', 'next tuesday');
  expect([code, err]).toEqual([2, expect.stringContaining('--at next tuesday: expected a point in time')]);
});

it('does not rehearse on books that are not local', async () => {
  const { code, err } = await tick('--at', '2026-12-01T16:00:00Z', { TABLE_MAIN: 'production' });
  expect([code, err]).toEqual([2, expect.stringContaining('on local data only')]);
});

function tick(...args: readonly (string | Record<string, string>)[]): Promise<Ended> {
  const words = args.filter((one) => typeof one === 'string');
  const environment = args.find((one) => typeof one === 'object');
  return ran('scripts/report/tick.ts', stack.folder, words, environment);
}
