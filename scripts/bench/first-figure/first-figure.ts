import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumHere } from '../../../test/browser/chromium.ts';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { raced } from '../rounds.ts';
import type { SampleVisit } from '../sample-visit.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow, sizeRow } from '../table.ts';
import type { ServedPage } from './pages.ts';
import { servedPage } from './pages.ts';
import { scriptsOf } from './script-bytes.ts';

/** Slow 4G as Lighthouse simulates it, on a phone a quarter as fast as this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const CPU_SLOWDOWN = 4;
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * M5: script bytes of the app, and the time to its first figure beside React with Recharts. All pages come from the same
 * server with the same headers and compression, ask the same API for the same figures, and begin on a fresh profile.
 */
export async function firstFigureRows({ rounds }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('first-figure');
  await mkdir(folder, { recursive: true });
  const visit = await sampleVisit(join(folder, 'data'));
  const { path, env } = await chromiumHere();
  const browser = await chromium.launch({ executablePath: path, args: ARGUMENTS, env: { ...process.env, ...env } });
  const pages: Readonly<Record<string, ServedPage>> = {
    ours: await servedPage(visit.webFolder, '/#/reports', visit),
    react: await servedPage(await peerIn(join(folder, 'react')), '/', visit),
    floor: await servedPage(await floorIn(join(folder, 'floor')), '/', visit),
  };
  try {
    const times = async (throttled: boolean) =>
      raced(
        Object.entries(pages).map(([name, page]) => ({
          name,
          go: () => firstFigureMs(browser, page.url, visit, throttled),
        })),
        rounds,
      );
    const slow = await times(true);
    const fast = await times(false);
    return [
      ...(await sizeRows(visit.webFolder)),
      ...timeRows(slow, 'slow 4G, CPU ÷ 4', true),
      ...timeRows(fast, 'unthrottled', false),
    ];
  } finally {
    await browser.close();
    for (const page of Object.values(pages)) await page.close();
    await visit.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sizeRows(webFolder: string): Promise<readonly Row[]> {
  const { host, tab, office } = await scriptsOf(webFolder);
  const gzipped = (scripts: readonly string[]) =>
    scripts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  return [
    sizeRow('M5', 'app before the reports tab, gzipped script', gzipped(host), 45),
    sizeRow('M5', 'app with the reports tab, gzipped script', gzipped([...host, ...tab]), 90),
    {
      metric: 'M5',
      what: 'pages of the office, loaded when one is opened, gzipped script',
      measured: `${(gzipped(office) / 1_000).toFixed(1)} KB`,
    },
  ];
}

function timeRows(times: ReadonlyMap<string, number>, how: string, isTarget: boolean): readonly Row[] {
  const ms = (name: string) => times.get(name) ?? Number.NaN;
  const ratio = ms('ours') / ms('react');
  const told = `ours ${Math.round(ms('ours'))} ms, React with Recharts ${Math.round(ms('react'))} ms, figures already in the page ${Math.round(ms('floor'))} ms`;
  const what = `first figure ÷ React with Recharts, ${how} (${told})`;
  return [isTarget ? ratioRow('M5', what, ratio, 0.45) : { metric: 'M5', what, measured: ratio.toFixed(2) }];
}

/** Milliseconds from opening a page on a fresh profile until a figure with digits is painted. */
async function firstFigureMs(browser: Browser, url: string, visit: SampleVisit, throttled: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const [name = '', value = ''] = visit.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: 'http://127.0.0.1' }]);
    const page = await context.newPage();
    if (throttled) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
      await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    }
    await page.addInitScript({ path: join(import.meta.dirname, 'watch-for-figure.js') });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'firstFigureAt' in globalThis, undefined, { timeout: 60_000, polling: 200 });
    return await page.evaluate(() => (globalThis as { firstFigureAt?: number }).firstFigureAt ?? Number.NaN);
  } finally {
    await context.close();
  }
}

async function peerIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'react-recharts.mjs')],
    outfile: join(folder, 'app.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  await writeFile(
    join(folder, 'index.html'),
    page('<div id="root"></div><script type="module" src="/app.js"></script>'),
  );
  return folder;
}

async function floorIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), page('<p>Recognised revenue <b class="figure">$1,234.56</b></p>'));
  return folder;
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Figures</title></head><body>${body}</body></html>`;
}
