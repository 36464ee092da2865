import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteRunning } from '../../scripts/dev/running-stack.ts';
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

describe('npm run report', () => {
  it('prints a report beside a running start, and sends nothing', async () => {
    const before = (await inbox(stack)).length;
    const { code, out } = await report(stack.folder, 'ceo', '--format', 'json', '--entity', 'jada');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ report: 'ceo', scope: { entityIds: ['jada'] } });
    expect((await inbox(stack)).length).toBe(before);
  });

  it('sends to the recipients it is told, with the audit copy, and to nobody else', async () => {
    const before = (await inbox(stack)).length;
    const { code, out } = await report(stack.folder, 'ceo', '--to', 'ceo@example.com');
    expect([code, out]).toEqual([0, expect.stringMatching(/: (accepted|delivered)/)]);
    const mails = (await inbox(stack)).slice(before).map((mail) => mail.destinations);
    expect(mails).toEqual([['ceo@example.com', 'audit@example.com']]);
  });

  it('ends with 1 for a stranger, 2 for a wrong argument and 3 where there are no books', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'scc-none-'));
    const codes = await Promise.all([
      report(stack.folder, 'ceo', '--to', 'stranger@example.com'),
      report(stack.folder, 'horoscope'),
      report(empty, 'ceo'),
    ]);
    await rm(empty, { recursive: true });
    expect(codes.map(({ code }) => code)).toEqual([1, 2, 3]);
    expect(codes.map(({ err }) => err)).toEqual([
      expect.stringContaining('stranger@example.com is not an active recipient'),
      expect.stringContaining('expected one of ceo, cto, cfo, cmo, accounting, charter-debrief'),
      expect.stringContaining('npm start'),
    ]);
  });
});

function report(folder: string, ...args: readonly string[]): Promise<Ended> {
  return ran('scripts/report/report.ts', folder, args);
}
