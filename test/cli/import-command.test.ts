import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'scc-import-'));
const FIXTURES = join(ROOT, 'test/fixtures/sheets');
const CLEAN = 'Date,Vendor,Amount,Category,Paid with,Colour\n2026-11-12,Dock,"1,234.50",Fuel,visa,red\n';

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** What the command prints, and how it ends. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const env = { ...process.env, SCC_DATA: join(FOLDER, 'nothing-here') };
    execFile('npx', ['tsx', 'scripts/import/import.ts', ...args], { cwd: ROOT, env }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

function file(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

describe('npm run import', () => {
  it('checks a clean file and says what it would read', async () => {
    const { code, out, err } = await run(file('clean.csv', CLEAN), '--as', 'expenses', '--entity', 'jada', '--check');
    expect(code).toBe(0);
    expect(out).toMatch(/F\s+Colour\s+ignored/);
    expect(out).toContain('1 row of jada read as expenses, 0 bad rows');
    expect(err).toContain('text in UTF-8, cells parted by commas');
  });

  it('lists problems by row and column with what stands there, and fails', async () => {
    const path = join(FIXTURES, 'openpyxl-expenses.xlsx');
    const { code, out } = await run(path, '--as', 'expenses', '--entity', 'jada', '--check');
    expect(code).toBe(1);
    expect(out).toMatch(/9\s+C Amount\s+"77.5 EUR"\s+expected US dollars/);
    expect(out).toMatch(/11\s+A Date\s+"Total"\s+this row looks like a total/);
    const told = await run(path, '--as', 'expenses', '--entity', 'jada', '--check', '--leave-out-bad-rows');
    expect(told.code).toBe(0);
  });

  it('asks which number is the day, and takes the answer', async () => {
    const path = file('open.csv', CLEAN.replace('2026-11-12', '11/12/2026'));
    const asked = await run(path, '--as', 'expenses', '--entity', 'jada', '--check');
    expect([asked.code, asked.out]).toEqual([1, expect.stringContaining('does the month or the day come first?')]);
    const told = await run(path, '--as', 'expenses', '--entity', 'jada', '--check', '--date-style', 'on=dmy');
    expect(told.code).toBe(0);
  });

  it('says how to name a column the file calls otherwise, and what accounts there are', async () => {
    const path = file('own-words.csv', 'When,Who,Cost,What for\n2026-11-12,Dock,12.50,Fuel\n');
    const { code, out } = await run(path, '--as', 'expenses', '--entity', 'jada', '--check');
    expect(code).toBe(1);
    expect(out).toMatch(/A\s+When\s+ignored/);
    expect(out).toContain('Say --column on="the column\'s own name", or --set on=VALUE for every row');
    expect(out).toContain('likewise vendor, account, paidFrom.');
    expect((await run('--as', 'expenses', '--columns')).out).toMatch(/^6020\s+Vessel insurance$/m);
  });

  it('imports nothing where there are no books', async () => {
    const none = await run(file('clean.csv', CLEAN), '--as', 'expenses', '--entity', 'jada');
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('There are no books here yet.')]);
  });

  test.each([
    ['no kind', ['x.csv', '--entity', 'jada', '--check'], '--as'],
    ['an unknown kind', ['x.csv', '--as', 'socks', '--entity', 'jada', '--check'], 'expected one of expenses'],
    ['no entity', ['x.csv', '--as', 'leads', '--check'], '--entity'],
    [
      'a date style nobody knows',
      ['x.csv', '--as', 'leads', '--entity', 'jada', '--check', '--date-style', 'ymd'],
      'mdy or dmy',
    ],
    ['an option nobody knows', ['x.csv', '--force'], '--force'],
    ['a file that is not there', ['nowhere.csv', '--as', 'leads', '--entity', 'jada', '--check'], 'no such file'],
  ])('refuses %s', async (_what, args, says) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('shows which columns a kind knows', async () => {
    const { code, out } = await run('--as', 'day-logs', '--columns');
    expect(code).toBe(0);
    expect(out).toMatch(/jobId\s+Job\s+yes/);
  });
});
