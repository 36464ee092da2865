import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';
import type { TestBrowser } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { signIn } from './a-visit.ts';

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
    let letAppGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letAppGo = resolve;
    });
    page.on('request', (request) => seen.push(new URL(request.url()).pathname));
    await page.route(/assets\/index-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.route(/assets\/chart-.*\.js$/, (route) => route.abort());
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/reports/dashboard'));
    await page.goto(`${stack.appUrl}/#/reports`, { waitUntil: 'commit' });
    await asked;
    letAppGo();
    await page.locator('scc-figure').first().waitFor();
    const times = (path: string) => seen.filter((one) => one === path).length;
    expect(times('/api/reports/dashboard')).toBe(1);
    expect(times('/api/me')).toBe(1);
    await visitor.close();
  });

  it('are there before the code of what follows them; a receipt asked for meanwhile opens when it can', async () => {
    const visitor = await browser.visitor({ width: 390 });
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    const page = await visitor.context.newPage();
    let letRestGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letRestGo = resolve;
    });
    await page.route(REST, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${stack.appUrl}/#/reports`);
    await page.locator('scc-figure').first().getByRole('button').click();
    expect(await page.locator('scc-dashboard .sections').count()).toBe(0);
    const before = await page.locator('scc-figure').last().boundingBox();
    letRestGo();
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
