import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'scc-handoff-'));
const SAMPLE = ['dc', 'jada', 'qdn', 'qos'].map((id) => `scripts/sample/handoffs/${id}.md`);

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** What the command prints, and how it ends. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, SCC_DATA: FOLDER };
  return new Promise((done) => {
    execFile('npx', ['tsx', 'scripts/handoff/handoff.ts', ...args], { cwd: ROOT, env }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

describe('npm run handoff', () => {
  it('checks the documents of the sample, and finds them clean', async () => {
    const { code, out } = await run('--check', ...SAMPLE);
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'scripts/sample/handoffs/dc.md: dc: 1 key person, 2 services, 1 risk, 2 actions.',
    ]);
  });

  it('names each mistake by file and line, and fails', async () => {
    const { code, out } = await run('--check', 'test/fixtures/handoffs/with-mistakes.md');
    expect(code).toBe(1);
    expect(out).toContain('with-mistakes.md:22: Equity: expected shares that add up to 100 %; these add up to 95 %\n');
    expect(out).toContain('1 asset, 2 equity holdings, 1 action; 17 problems.');
  });

  it('takes one document per entity', async () => {
    const { code, out } = await run('--check', SAMPLE[1] ?? '', 'test/fixtures/handoffs/with-mistakes.md');
    expect([code, out]).toEqual([1, expect.stringContaining('jada.md describes jada too')]);
  });

  it('says what it cannot read, and where there is nothing to store in', async () => {
    const binary = join(FOLDER, 'binary.md');
    writeFileSync(binary, Uint8Array.of(0xff, 0xfe, 0x00, 0xc3));
    expect(await run('--check', binary)).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected text in UTF-8'),
    });
    expect(await run('nowhere.md')).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('which document?') });
    expect(await run(SAMPLE[1] ?? '')).toMatchObject({ code: 3 });
  });
});
