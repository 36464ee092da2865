import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';

const ROOT = join(import.meta.dirname, '../..');
const started = promisify(execFile);

/** Fourteen hours from Greenwich, the machine's day is another one than the company's most of the time. */
test('a machine in another zone prints the same bytes', { timeout: 120_000 }, async () => {
  const [greenwich, kiritimati] = await Promise.all(['UTC', 'Pacific/Kiritimati'].map(printed));
  expect([greenwich?.[0], kiritimati?.[0]]).toEqual(['0', '-840']);
  const printedOnce = greenwich?.slice(1).map((line) => line.split(' ').slice(0, -1).join(' '));
  expect(printedOnce).toEqual([
    ...REPORTS.flatMap(({ id }) => ['json', 'html', 'txt', 'md', 'csv'].map((format) => `${id} ${format}`)),
    'journal',
    'beancount',
    'lines',
  ]);
  expect(kiritimati?.slice(1)).toEqual(greenwich?.slice(1));
});

async function printed(zone: string): Promise<string[]> {
  const args = ['--import', 'tsx', 'test/sample/print-reports.ts'];
  const { stdout } = await started(process.execPath, args, { cwd: ROOT, env: { ...process.env, TZ: zone } });
  return stdout.trim().split('\n');
}
