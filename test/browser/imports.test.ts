import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { testClock } from '../support/a-clock.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, signIn } from './a-visit.ts';

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

const today = dayIn('America/Los_Angeles' as Zone, testClock());

describe.each(LOOKS)('at $width px, $scheme', (look) => {
  let admin: Visitor;
  beforeAll(async () => {
    admin = await browser.visitor(look);
    await bringAxe(admin);
    await signIn(admin, stack, 'admin@example.com', 'reports');
  });
  afterAll(() => admin?.close());

  const isSound = (name: string) => expectSound(admin, name, look);

  it('a file is chosen, its bad row left out, the rest imported, and the history tells of it', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByRole('link', { name: 'Import spreadsheets' }).click();
    await goTo(page, stack, '#/imports', 'Imports');
    await page.getByLabel('What it holds').waitFor();
    expect(await page.getByLabel('What it holds').locator('option').allInnerTexts()).toEqual(
      expect.arrayContaining(['Expenses', 'Stays', 'Work entries', 'Delivery day logs']),
    );
    await page.getByLabel('What it holds').selectOption('stays');
    expect(await page.getByLabel('Whose books').locator('option').allInnerTexts()).toEqual(['3028 51st Street']);
    await isSound('imports-choose');
    await page.getByLabel('What it holds').selectOption('expenses');

    const vendor = `Dock of ${look.width} ${look.scheme}`;
    const text = `Date,Vendor,Amount,Category,Method\n${today},${vendor},12.50,Fuel,bank\n${today},${vendor},twelve,Fuel,bank`;
    const name = `fuel-${look.width}-${look.scheme}.csv`;
    await page.getByLabel(/Drop a CSV/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByLabel('Whose books').selectOption('jada');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('“twelve”').waitFor();
    await page.getByText('Columns and what they are read as').click();
    await isSound('imports-problems');
    expect(await page.getByRole('button', { name: 'Import 1 row' }).isDisabled()).toBe(true);

    await page.getByRole('button', { name: 'Leave out row 3' }).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('1 row can be imported. 1 row left out.').first().waitFor();
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    const line = page.locator('.history li').filter({ hasText: name });
    await line.getByText('Imported', { exact: true }).waitFor();
    expect(await line.innerText()).toContain('1 new · 0 on record already · 1 left out');
    await isSound('imports-done');
    const told = await auditLines(stack.runtime.tables, `business.${testClock().slice(0, 7)}`);
    expect(told.some(({ action, data }) => action === 'import.finish' && data['fileName'] === name)).toBe(true);
  });
});

describe('who may not import', () => {
  it('is not shown the way', async () => {
    const [look] = LOOKS;
    const captain = await browser.visitor(look as (typeof LOOKS)[number]);
    await signIn(captain, stack, 'captain@example.com');
    expect(await captain.page.getByRole('link', { name: 'Reports' }).count()).toBe(1);
    expect(await captain.page.getByRole('link', { name: 'Imports' }).count()).toBe(0);
    await captain.close();
  });
});
