import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, axe, bringAxe, LOOKS, sidewaysPx } from './a-browser.ts';
import { centsIn, figureText, signIn } from './a-visit.ts';
import { shot } from './shots.ts';

const CASH = /^Unrestricted cash/;

let stack: TestStack;
let browser: TestBrowser;
let office: Caller;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  office = await signedIn(stack, 'admin@example.com');
  browser = await aBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

async function visit(look: Parameters<TestBrowser['visitor']>[0] = {}, email = 'admin@example.com'): Promise<Visitor> {
  const visitor = await browser.visitor(look);
  await bringAxe(visitor);
  await signIn(visitor, stack, email, 'reports');
  await visitor.page.getByText('Up to date').waitFor();
  await visitor.page.locator('scc-dashboard .sections').waitFor();
  return visitor;
}

let bills = 0;
async function pay(cents: number): Promise<void> {
  bills += 1;
  const { status } = await office.send('POST', '/api/expenses', {
    requestKey: `live-bill-${bills}`,
    entityId: 'jada',
    on: dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock()),
    vendor: 'Harbor Chandlery',
    cents,
    account: '6110',
    paidFrom: '1010',
    receiptOnFile: true,
  });
  expect(status).toBe(201);
}

const cash = async ({ page }: Visitor) => centsIn(await figureText(page, CASH));

describe('an open dashboard', () => {
  it('shows a payment within seconds, without being loaded again, and says so once', async () => {
    const visitor = await visit();
    const before = await cash(visitor);
    await visitor.page.evaluate(() => {
      Object.assign(globalThis, { stillHere: true });
    });
    await pay(4_321);
    await eventually(async () => (await cash(visitor)) === before - 4_321, 10_000);
    expect(await visitor.page.evaluate(() => 'stillHere' in globalThis)).toBe(true);
    const heard = visitor.page.locator('scc-app > div[role=status], scc-app [aria-live=polite]').last();
    expect(await heard.innerText()).toMatch(/^Unrestricted cash.* is now /);
    expect(visitor.troubles()).toEqual([]);
    await visitor.close();
  });

  it('keeps the last figures with their time when the boat has no signal, over a reload of the page', async () => {
    const visitor = await visit();
    const { page, context } = visitor;
    const before = await cash(visitor);
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.getByText('Offline: the last figures').waitFor();
    expect(await cash(visitor)).toBe(before);
    expect(await page.locator('.fresh').innerText()).toMatch(/As of \w+ \d+, \d{4}/);
    await shot(page, 'dashboard-offline', { width: 1280, scheme: 'light' });
    await pay(99);
    await page.unroute('**/api/**');
    await context.setOffline(false);
    await eventually(async () => (await cash(visitor)) === before - 99, 10_000);
    await visitor.close();
  });

  it('leaves nothing behind for whoever signs in next', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const held = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(await held()).toContain('unrestricted-cash');
    await page
      .getByRole('button', { name: /Marisol Vance|Account|menu/i })
      .first()
      .click();
    await page
      .getByRole('button', { name: 'Sign out' })
      .or(page.getByRole('menuitem', { name: 'Sign out' }))
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await held()).not.toContain('cash');
    await visitor.close();
  });

  it('opens the receipt of a figure in a table by the keyboard alone, and gives the place back', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const figure = page.locator('scc-dashboard td button').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('scc-dashboard scc-dialog');
    await dialog.getByText('Formula').waitFor();
    expect(await dialog.innerText()).toMatch(/Fact\s+\S+@\S+/);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await figure.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    await visitor.close();
  });

  it('opens the receipt of a headline figure and of what it is held against, wherever its card is pressed', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const card = page.locator('scc-figure').filter({ hasText: 'Charters sailed' }).first();
    const { width, height } = (await card.boundingBox()) ?? { width: 0, height: 0 };
    await card.click({ position: { x: width - 8, y: height - 8 } });
    const dialog = page.locator('scc-dashboard scc-dialog');
    await dialog.getByText('Formula').first().waitFor();
    expect(await dialog.innerText()).toMatch(/Records as of\s+\w+ \d+, \d{4}/);
    expect(await dialog.getByRole('heading', { name: /^Held against: target/ }).count()).toBe(1);
    expect(await dialog.getByText('Fact', { exact: true }).count()).toBe(2);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const button = card.getByRole('button');
    expect(await button.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    await visitor.close();
  });

  it('opens the receipt of a figure of a chart', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const chart = page.locator('scc-dashboard scc-chart').first();
    await chart.getByText('Show the figures').click();
    await chart.locator('td button').first().click();
    await page.locator('scc-dashboard scc-dialog').getByText('Formula').waitFor();
    await visitor.close();
  });

  it('shows headline figures and the start of the revenue chart on the first screen of a desk', async () => {
    const visitor = await visit({ width: 1280, scheme: 'light' });
    const { page } = visitor;
    await page.locator('scc-chart svg').first().waitFor();
    const tops = await Promise.all(
      [page.locator('scc-figure').first(), page.locator('scc-chart svg').first()].map(
        async (one) => (await one.boundingBox())?.y ?? Number.POSITIVE_INFINITY,
      ),
    );
    expect(Math.max(...tops)).toBeLessThan(900 - 100);
    await visitor.close();
  });

  it('fails in words and comes back by its button', async () => {
    const visitor = await browser.visitor();
    const { page } = visitor;
    // The page also tries by itself, every four seconds: figures are there only once the button was pressed.
    let isPressed = false;
    await page.exposeFunction('buttonPressed', () => {
      isPressed = true;
    });
    await page.route('**/api/reports/dashboard', (route) =>
      isPressed ? route.continue() : route.abort('internetdisconnected'),
    );
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    await page.getByText('Could not load the figures').waitFor();
    await page.evaluate(() => {
      const { buttonPressed } = window as unknown as { buttonPressed: () => void };
      document.addEventListener('click', () => buttonPressed(), { capture: true });
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Up to date').waitFor();
    await visitor.close();
  });
});

describe.each(LOOKS)('at $width px, $scheme', (look) => {
  it.each(['admin@example.com', 'captain@example.com'])('the dashboard of %s is sound', async (email) => {
    const visitor = await visit(look, email);
    await shot(visitor.page, `dashboard-${email.split('@')[0]}`, look);
    expect({
      sideways: await sidewaysPx(visitor.page),
      troubles: visitor.troubles(),
      axe: await axe(visitor.page),
    }).toEqual({
      sideways: 0,
      troubles: [],
      axe: [],
    });
    await visitor.close();
  });
});
