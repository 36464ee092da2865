import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteRunning } from '../../scripts/dev/running-stack.ts';
import type { Ended } from '../support/a-command.ts';
import { ran } from '../support/a-command.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack();
  const { appUrl, inboxUrl, endpoints, folder } = stack;
  await noteRunning(folder, { pid: process.pid, appUrl, inboxUrl, endpoints });
}, 120_000);
afterAll(() => stack.remove());

describe('npm run compare', () => {
  it('says what changed from one archived issue to another, from one file to another, and between the two', async () => {
    const [one, other] = [await archivedIssue('2026-09'), await archivedIssue('2026-10')];
    const archived = await run('compare', one, other);
    expect([archived.code, archived.err]).toEqual([0, '']);
    expect(archived.out).toMatch(/^CFO report: what changed\n {2}before: September 2026 · /);
    expect(archived.out).toContain('These two issues are about different periods.');
    expect(archived.out).toMatch(/Figures that differ \(\d+\):\n {2}\S.*: .+ → .+ \(.+\)/);

    const files = await Promise.all(['2026-09', '2026-10'].map((month) => issueInFile(month)));
    const inFiles = await run('compare', ...files, '--format', 'json');
    const figures = (JSON.parse(inFiles.out) as { figures: readonly unknown[] }).figures;
    expect(archived.out).toContain(`Figures that differ (${figures.length}):`);

    const same = await run('compare', other, files[1] ?? '');
    expect(same.out).toContain('No figure differs.');
    expect(same.out).toContain('No finding came, went or changed.');
  }, 120_000);

  it('ends with 1 for what cannot be read, and with 2 for issues of different reports', async () => {
    const issue = await archivedIssue('2026-10');
    const file = join(stack.folder, 'no-report.json');
    await writeFile(file, '{"report": "cfo"}');
    const ceo = join(stack.folder, 'ceo.json');
    await writeFile(ceo, (await run('report', 'ceo', '--format', 'json', '--period', '2026-10')).out);
    const ends = await Promise.all([
      run('compare', issue, 'manual.none/group/cfo-report'),
      run('compare', issue, file),
      run('compare', issue, ceo),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([1, 1, 2]);
    expect(ends.map(({ err }) => err)).toEqual([
      expect.stringContaining('there is no issue manual.none/group/cfo-report in the archive'),
      expect.stringContaining('This is not a report document.\n  schema: expected schema version 1'),
      expect.stringContaining('only issues of one report can be compared: CFO report and CEO report'),
    ]);
  }, 120_000);
});

/** Archives the CFO's report of a month, for nobody, and answers what the library calls it. */
async function archivedIssue(month: string): Promise<string> {
  const { out } = await run('report', 'cfo', '--period', month, '--to', 'cfo@example.com');
  return `${/^Run (\S+): complete$/m.exec(out)?.[1]}/group/cfo-report`;
}

async function issueInFile(month: string): Promise<string> {
  const path = join(stack.folder, `cfo-${month}.json`);
  await writeFile(path, (await run('report', 'cfo', '--format', 'json', '--period', month)).out);
  return path;
}

function run(command: 'compare' | 'report', ...args: readonly string[]): Promise<Ended> {
  return ran(`scripts/report/${command}.ts`, stack.folder, args);
}
