import { spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteRunning } from '../../scripts/dev/running-stack.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';

const ROOT = join(import.meta.dirname, '../..');

let stack: TestStack;
let out: string;
let issue: string;

beforeAll(async () => {
  stack = await aStack();
  const { appUrl, inboxUrl, endpoints, folder } = stack;
  await noteRunning(folder, { pid: process.pid, appUrl, inboxUrl, endpoints });
  const captain = await signedIn(stack, 'captain@example.com');
  const { config, reportingDeps } = stack.runtime;
  const charterId = todaysCharterId({ today: dayIn(config.zone, reportingDeps.clock()) });
  await sailedUntilReturned(captain, charterId);
  const { runKey } = await completed(captain, charterId);
  issue = `${runKey}/group/ceo-report`;
  await stack.idle();
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: reportingDeps.clock() });
  await eventually(async () => stack.logged.some((line) => line.includes('"checkpoint.written"')));
  await stack.idle();
  out = join(folder, 'export');
}, 180_000);
afterAll(() => stack.remove());

describe('npm run verify, beside a running stack after a charter', () => {
  it('finds everything as it was written', async () => {
    const { code, said } = await verify('all');
    expect([code, said]).toEqual([0, expect.stringContaining('none is strange')]);
    expect(said).toMatch(/\d+ lines in 4 streams, seen by 1 checkpoints and 8 mails/);
  });

  it('prints an issue again', async () => {
    const { code, said } = await verify('archive', '--issue', issue);
    expect([code, said]).toEqual([0, expect.stringContaining('1 of 1 issues are printed again byte for byte.')]);
    expect((await verify('archive', '--issue', 'nothing/group/ceo-report')).code).toBe(2);
  });

  it('exports what can be checked without it', async () => {
    expect((await verify('export', '--out', out)).code).toBe(0);
    const { code, said } = await verify('all', '--from', out, '--rerender');
    expect([code, said]).toEqual([0, expect.stringContaining('issues are printed again byte for byte')]);
    expect((await verify('export', '--out', out)).code).toBe(2);
    expect((await verify('all', '--from', join(out, 'nowhere'))).code).toBe(2);
  });

  it('names the object whose byte was flipped', async () => {
    const folder = await copied('flipped');
    const files = (await readdir(join(folder, 'archive'), { recursive: true })).filter((name) =>
      name.endsWith('.html'),
    );
    const file = files.sort()[0] as string;
    const bytes = await readFile(join(folder, 'archive', file));
    await writeFile(join(folder, 'archive', file), bytes.fill((bytes[9] ?? 0) ^ 1, 9, 10));
    const { code, said } = await verify('all', '--from', folder);
    expect([code, said]).toEqual([1, expect.stringContaining(`${file}: it is not what `)]);
  });

  it('names the line that was changed', async () => {
    const folder = await copied('changed');
    const text = await readFile(join(folder, 'audit.jsonl'), 'utf8');
    await writeFile(join(folder, 'audit.jsonl'), text.replace('"action":"run.completed"', '"action":"run.complete"'));
    const { code, said } = await verify('audit', '--from', folder);
    expect([code, said]).toEqual([1, expect.stringMatching(/Stream run\.\S+, line \d+: what it says is not what/)]);
  });
});

async function copied(name: string): Promise<string> {
  const folder = join(stack.folder, name);
  await rm(folder, { recursive: true, force: true });
  await cp(out, folder, { recursive: true });
  return folder;
}

function verify(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/verify/verify.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, SCC_DATA: stack.folder },
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  return new Promise((done) => child.on('close', (code) => done({ code, said })));
}
