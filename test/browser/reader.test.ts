import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe } from './a-browser.ts';
import { openDialog } from './a-captains-day.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, heading, signIn } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;
let report: string;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  const admin = await signedIn(stack, 'admin@example.com');
  const ask = { requestKey: 'to-be-read', reports: ['ceo'], sendTo: 'nobody' };
  const { body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
  await eventually(async () => {
    const answer = await admin.get<RunResponse>(`/api/reports/runs/${body.runKey}`);
    return answer.body.run?.state === 'complete';
  });
  report = `#/reports/runs/${encodeURIComponent(body.runKey)}/group/ceo-report`;
  browser = await aBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

/** How far the top of something is from the top of the window, in pixels. */
const topOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().top);
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim();
  });

describe.each([320, 390, 1280])('a long report at %i px', (width) => {
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    visitor = await browser.visitor({ width });
    page = visitor.page;
    await bringAxe(visitor);
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    await goTo(page, stack, report, 'CEO report');
  });
  afterAll(() => visitor?.close());

  const contents = () => page.getByRole('navigation', { name: 'Contents' });

  const isSound = (name: string) => expectSound(visitor, name, { width, scheme: 'light' });

  it('lists its sections, leads to each by the keyboard, and marks the one that is read', async () => {
    const sections = await page.locator('scc-document section > h2').count();
    if (width < 1000) {
      expect(await contents().getByRole('link').count()).toBe(0); // folded
      await contents().locator('summary').press('Enter');
    }
    expect(await contents().getByRole('link').count()).toBe(sections);
    await isSound('reader-contents');
    await contents().getByRole('link', { name: 'Equity and people risk', exact: true }).press('Enter');
    const title = page.getByRole('heading', { level: 2, name: 'Equity and people risk', exact: true });
    expect(await focused(page)).toBe('Equity and people risk');
    expect(await topOf(title)).toBeGreaterThan(50); // not behind what sticks to the top
    expect(await topOf(title)).toBeLessThan(200);
    expect(page.url()).toBe(`${stack.appUrl}/${report}/people`);
    const marked = contents().locator('a[aria-current=location]');
    expect(await marked.textContent()).toBe('Equity and people risk');
    await page.waitForTimeout(700); // the way there is over: from now on the window says what is read
    await page.mouse.wheel(0, -50_000);
    await expect.poll(() => marked.textContent()).not.toBe('Equity and people risk');
  });

  it('opens at the section its address names', async () => {
    await page.goto('about:blank');
    await page.goto(`${stack.appUrl}/${report}/agenda`);
    await heading(page, 'CEO report');
    const title = page.getByRole('heading', { level: 2, name: /^30-day agenda/ });
    await expect.poll(() => topOf(title)).toBeLessThan(200);
  });

  it('opens the receipt of a figure within a finding, by key and by press, and gives the focus back', async () => {
    const finding = page.locator('.findings li').filter({ hasText: 'Documents expired or about to expire' });
    const figures = finding.getByRole('button', { name: /, receipt$/ });
    expect(await figures.count()).toBeGreaterThanOrEqual(3);
    for (const open of [
      () => figures.first().press('Enter'),
      () => figures.first().press(' '),
      () => figures.first().click(),
    ]) {
      await open();
      const dialog = openDialog(page);
      for (const line of ['Means', 'Formula', 'Source', 'Records as of', 'Fact']) {
        await dialog.getByText(line, { exact: true }).waitFor();
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(await figures.first().textContent());
    }
    await figures.first().click();
    await isSound('reader-receipt');
    await page.keyboard.press('Escape');
  });

  it('shows a wide table as cards where there is no room for it, and all of a long one when asked', async () => {
    const cash = page.locator('figure.table').filter({ hasText: 'Assets by entity' });
    const isCard = await cash
      .locator('tbody tr')
      .first()
      .evaluate((row) => getComputedStyle(row).display === 'block');
    expect(isCard).toBe(width < 1000);
    expect(await cash.getByRole('columnheader').count()).toBe(5);
    expect(await cash.locator('.scroll').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
    await page.goto(`${stack.appUrl}/#/reports`);
    const months = page.locator('scc-dashboard figure.table').filter({ hasText: 'Charters by month' });
    await months.waitFor();
    if (width < 1000) {
      expect(await months.getByRole('row').count()).toBe(7); // six months below their headings
      await months.getByRole('button', { name: 'Show all 12 months', expanded: false }).press('Enter');
      await months.getByRole('button', { name: 'Show all 12 months', expanded: true }).waitFor();
    }
    expect(await months.getByRole('row').count()).toBe(13);
    await isSound('dashboard-unfolded');
  });
});
