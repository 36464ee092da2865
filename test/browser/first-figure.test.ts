import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';
import type { TestBrowser } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { signIn } from './a-visit.ts';

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
