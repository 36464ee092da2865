import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { scriptsOf } from '../../scripts/bench/first-figure/script-bytes.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function built(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scc-scripts-'));
  folders.push(folder);
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'assets', name), text);
  return folder;
}

test('a chunk that only the tab asks for is the tab’s; one that others share is not', async () => {
  const folder = await built({
    'index-1.js': 'import("./reports-panel-2.js");import("./charters-3.js")',
    'reports-panel-2.js': 'import"./index-1.js";import"./chart-4.js";import"./clock-6.js"',
    'charters-3.js': 'import"./clock-6.js"',
    'chart-4.js': 'import"./scale-5.js"',
    'scale-5.js': 'export const scale=1',
    'clock-6.js': 'export const clock=1',
  });
  const { host, tab } = await scriptsOf(folder);
  expect(tab).toHaveLength(3);
  expect(tab.join()).toContain('scale=1');
  expect(host).toHaveLength(3);
  expect(host.join()).toContain('clock=1');
});

test('what only a page of the office asks for is the office’s; what it shares is not', async () => {
  const folder = await built({
    'index-1.js': 'import("./reports-panel-2.js");import("./records-panel-3.js");import("./dialog-5.js")',
    'reports-panel-2.js': 'import"./chart-4.js"',
    'chart-4.js': 'export const chart=1',
    'records-panel-3.js': 'import"./form-6.js";import"./dialog-5.js";import"./chart-4.js"',
    'dialog-5.js': 'export const dialog=1',
    'form-6.js': 'export const form=1',
  });
  const { host, tab, office } = await scriptsOf(folder);
  expect([host.length, tab.length, office.length]).toEqual([2, 2, 2]);
  expect(host.join()).toContain('dialog=1');
  expect(tab.join()).toContain('chart=1');
  expect(office.join()).toContain('form=1');
});

test('a folder without a reports tab is no app', async () => {
  await expect(
    scriptsOf(await built({ 'index-1.js': 'import"./charters-3.js"', 'charters-3.js': '' })),
  ).rejects.toThrow('no app with a reports tab');
});
