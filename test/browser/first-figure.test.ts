import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';
import type { TestBrowser } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { signIn } from './a-visit.ts';
import { shot } from './shots.ts';

/** The code of what follows the first figures of the dashboard. */
const REST = /assets\/dashboard-rest-.*\.js$/;

let stack: TestStack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  browser = await aBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

describe('the first figures', () => {
  it('are asked for once, while the app itself is still on the way, and shown before anything that draws', async () => {
    const visitor = await browser.visitor();
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    const page = await visitor.context.newPage(); // a tab of its own keeps no figures yet
    const seen: string[] = [];
    page.on('request', (request) => seen.push(new URL(request.url()).pathname));
    const app = await heldBack(page, /assets\/index-.*\.js$/);
    await page.route(/assets\/chart-.*\.js$/, (route) => route.abort());
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/reports/dashboard'));
    await page.goto(`${stack.appUrl}/#/reports`, { waitUntil: 'commit' });
    await asked;
    app.letGo();
    await page.locator('scc-figure').first().waitFor();
    const times = (path: string) => seen.filter((one) => one === path).length;
    expect(times('/api/reports/dashboard')).toBe(1);
    expect(times('/api/me')).toBe(1);
    await visitor.close();
  });

  it.each([390, 600, 1280])(
    'stand on the screen, %i px wide, before the app does, and where it then draws them',
    async (width) => {
      const visitor = await browser.visitor({ width });
      await signIn(visitor, stack, 'admin@example.com', 'reports');
      const page = await visitor.context.newPage();
      const app = await heldBack(page, /assets\/index-.*\.js$/);
      await page.goto(`${stack.appUrl}/#/reports`, { waitUntil: 'commit' });
      await page.locator('.early .figure').first().waitFor();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('link[rel="stylesheet"]')].every(
          (link) => (link as HTMLLinkElement).sheet !== null,
        ),
      );
      await shot(page, 'first-figures-early', { width, scheme: 'light' });
      const early = await written(page, '.early .title, .early .heading, .early .label, .early .figure');
      expect(early.length).toBeGreaterThan(4);
      app.letGo();
      await page.locator('scc-dashboard .value').first().waitFor();
      expect(await page.locator('.early').count()).toBe(0);
      const drawn = await written(page, 'h1, .head h2, scc-figure .label > :first-child, scc-figure .value');
      expect(drawn.slice(0, early.length)).toEqual(early);
      await visitor.close();
    },
  );

  it('make way for whatever else the app has to say', async () => {
    const visitor = await browser.visitor();
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    const page = await visitor.context.newPage();
    await page.route(/assets\/reports-panel-.*\.js$/, (route) => route.abort('internetdisconnected'));
    await page.goto(`${stack.appUrl}/#/reports`);
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
    expect(await page.locator('.early').count()).toBe(0);
    await visitor.close();
  });

  it('are not shown to whoever may see none', async () => {
    const visitor = await browser.visitor();
    const page = visitor.page;
    const app = await heldBack(page, /assets\/index-.*\.js$/);
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/reports/dashboard'));
    await page.goto(`${stack.appUrl}/#/reports`, { waitUntil: 'commit' });
    expect((await refused).status()).toBe(401);
    expect(await page.locator('.early').innerText()).toBe('');
    app.letGo();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.locator('.early').count()).toBe(0);
    await visitor.close();
  });

  it('are there before the code of what follows them; a receipt asked for meanwhile opens when it can', async () => {
    const visitor = await browser.visitor({ width: 390 });
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    const page = await visitor.context.newPage();
    const restOfIt = await heldBack(page, REST);
    await page.goto(`${stack.appUrl}/#/reports`);
    await page.locator('scc-figure').first().getByRole('button').click();
    expect(await page.locator('scc-dashboard .sections').count()).toBe(0);
    const before = await page.locator('scc-figure').last().boundingBox();
    restOfIt.letGo();
    await page.locator('scc-dashboard scc-dialog').getByText('Formula').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('scc-dashboard .sections').waitFor();
    const cards = page.locator('scc-dashboard section[aria-label] scc-figure');
    expect(await cards.last().boundingBox()).toEqual(before);
    await visitor.close();
  });

  it('stay when the code of what follows them cannot be had, and say so with a way to try again', async () => {
    const visitor = await browser.visitor();
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    const page = await visitor.context.newPage();
    await page.route(REST, (route) => route.abort('internetdisconnected'));
    await page.goto(`${stack.appUrl}/#/reports`);
    await page.getByRole('heading', { name: 'The rest of this page could not be loaded' }).waitFor();
    expect(await page.locator('scc-figure').count()).toBeGreaterThan(0);
    await page.unroute(REST);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('scc-dashboard .sections').waitFor();
    await visitor.close();
  });

  it('are not asked for where nobody has signed in yet', async () => {
    const visitor = await browser.visitor();
    const seen: string[] = [];
    visitor.page.on('request', (request) => seen.push(new URL(request.url()).pathname));
    await visitor.page.goto(`${stack.appUrl}/#/sign-in`);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(seen.filter((path) => path.startsWith('/api/'))).toEqual([]);
    await visitor.close();
  });
});

/** Lets no file of that name through until told to. */
async function heldBack(page: Page, name: RegExp): Promise<{ letGo(): void }> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(name, async (route) => {
    await held;
    await route.continue();
  });
  return { letGo };
}

/** What is written in some places that are on the screen, and where, to the pixel. */
async function written(page: Page, places: string): Promise<readonly unknown[]> {
  const found = await page.locator(places).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      const { left, top, height } = words.getBoundingClientRect();
      const row = element.closest('.row')?.getBoundingClientRect();
      const isSeen = row === undefined || top < row.bottom;
      return isSeen ? [[element.textContent?.trim(), Math.round(left), Math.round(top), Math.round(height)]] : [];
    }),
  );
  return found;
}
