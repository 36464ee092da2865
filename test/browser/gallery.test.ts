import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ViteDevServer } from 'vite';
import { createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TestBrowser } from './a-browser.ts';
import { aBrowser, LOOKS, sidewaysPx } from './a-browser.ts';
import { shot } from './shots.ts';

const root = resolve(import.meta.dirname, '../..');

/** A line of every component that has to be there, each in a state that is easily forgotten. */
const SHOWN = [
  'Offline: the last figures',
  'No figures are open to you yet',
  'Refused by the mail service',
  'No longer known',
  'Wilhelmina Featherstonehaugh-Vandermeer',
  'What changed',
  'No runs this month',
  'No report is mailed to you.',
  'The watch last looked at 11:52 AM PST: 12 expected, none missing.',
  'Nobody is watching.',
  'Noticed on Mon, Nov 16, 2026, 12:00 PM PST: no run was made.',
  '3 h 10 min late',
  'This report could not be made: it met a value it cannot work with',
  'No report fits',
  'No charters this month',
  'You are not signed in any more, or not yet.',
  'Welcome aboard',
  'San Diego to Oceanside',
  '25 min late',
  'The clock on board was wrong.',
  'They want to come back in spring.',
  '2 things stand in the way',
  'No moorings on record',
  'a reason no field shows',
];

let server: ViteDevServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  browser = await aBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(LOOKS)('the gallery at $width px, $scheme', (look) => {
  it('shows every component without trouble', async () => {
    const visitor = await browser.visitor(look);
    const { page } = visitor;
    const at = server.resolvedUrls?.local[0] ?? '';
    await page.goto(`${at}gallery.html`);
    await page.getByRole('heading', { level: 1, name: 'Gallery' }).waitFor();
    for (const side of ['day', 'night']) {
      const pane = page.locator(`scc-gallery-pane.${side}`);
      for (const text of SHOWN) await pane.getByText(text).first().waitFor();
      for (const what of [
        'the run',
        'the runs',
        'what is due',
        'the report',
        'the reports',
        'the comparison',
        'the charters',
        'the charter',
        'the records',
      ]) {
        await pane.getByText(`Loading ${what}…`, { exact: true }).first().waitFor();
        await pane
          .getByRole('heading', { name: `Could not load ${what}`, exact: true })
          .first()
          .waitFor();
        await pane.getByText(`This is ${what} as last loaded.`).first().waitFor();
      }
      expect(await pane.getByRole('heading', { name: 'Timing' }).count()).toBeGreaterThanOrEqual(4);
    }
    const surfaces = await page
      .locator('scc-gallery-pane')
      .evaluateAll((panes) => panes.map((pane) => getComputedStyle(pane).backgroundColor));
    expect(surfaces).toEqual(['rgb(245, 247, 249)', 'rgb(11, 22, 34)']); // --paper by day and by night
    await shot(page, 'gallery', look);
    expect([await sidewaysPx(page), visitor.troubles()]).toEqual([0, []]);
    await visitor.close();
  });
});

describe('the build that is deployed', () => {
  it('holds nothing of the gallery', async () => {
    const folder = inject('webFolder');
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    expect(files.map(({ name }) => name).filter((name) => name.includes('gallery'))).toEqual([]);
    const texts = await Promise.all(
      files
        .filter(({ name }) => /\.(js|html|css)$/.test(name))
        .map((one) => readFile(join(one.parentPath, one.name), 'utf8')),
    );
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => text.includes('scc-gallery'))).toEqual([]);
  });
});
