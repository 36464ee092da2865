import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { openDialog } from './a-captains-day.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, heading, signIn } from './a-visit.ts';
import { shot } from './shots.ts';

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

describe.each(LOOKS)('the office at $width px, $scheme', (look) => {
  let admin: Visitor;
  beforeAll(async () => {
    admin = await browser.visitor(look);
    await bringAxe(admin);
    await signIn(admin, stack, 'admin@example.com');
  });
  afterAll(() => admin?.close());

  const isSound = (name: string, troubles: readonly string[] = []) => expectSound(admin, name, look, { troubles });

  it('finds every kind of record in its group', async () => {
    await goTo(admin.page, stack, '#/records', 'Records');
    await admin.page.getByRole('link', { name: 'Equity holdings' }).waitFor();
    await isSound('records');
  });

  it('looks through a register, and at the form of a record in it', async () => {
    await goTo(admin.page, stack, '#/records/vessel', 'Vessels');
    await admin.page
      .getByRole('button', { name: /^Change / })
      .first()
      .click();
    await openDialog(admin.page).getByLabel('Home port').waitFor();
    await isSound('record-form');
    await admin.page.keyboard.press('Escape');
    await isSound('register');
  });

  it('looks at the money of a month, and at the form of an expense', async () => {
    await goTo(admin.page, stack, '#/records/money', 'Money');
    await admin.page.getByLabel('Business', { exact: true }).selectOption('jada');
    await admin.page
      .getByRole('button', { name: /^Take back / })
      .first()
      .waitFor();
    await isSound('money');
    await admin.page.getByLabel('Record', { exact: true }).selectOption('expense');
    await openDialog(admin.page).getByLabel('Vendor').waitFor();
    await isSound('money-form');
    await admin.page.keyboard.press('Escape');
  });

  it('is told every gap of a new charter beside its field', async () => {
    await goTo(admin.page, stack, '#/charters/new', 'New charter');
    await admin.page.getByRole('button', { name: 'Open the charter' }).click();
    await admin.page.getByText('Something is missing').waitFor();
    expect(await admin.page.getByText('Fill this in.').count()).toBeGreaterThan(5);
    await isSound('new-charter');
  });
});

describe('a new charter', () => {
  it('is opened from the list, keeps what was typed over a reload, and becomes an inquiry', async () => {
    const visitor = await browser.visitor();
    const { page } = visitor;
    await signIn(visitor, stack, 'admin@example.com');
    await page.getByRole('link', { name: 'New charter' }).click();
    await heading(page, 'New charter');
    await page.getByLabel('Business', { exact: true }).selectOption('jada');
    await page.getByLabel('Vessel', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Channel', { exact: true }).selectOption('direct');
    await page.getByLabel('Name', { exact: true }).fill('The Larkin party');
    await page.getByLabel('Title', { exact: true }).fill('Sunset sail, Larkin party');
    await page.getByLabel('Leaves at').fill('16:30');
    await page.getByLabel('Length in hours').fill('2:30');
    await page.reload();
    await heading(page, 'New charter');
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Sunset sail, Larkin party');
    await page.getByLabel('Passengers', { exact: true }).fill('400');
    await page.getByLabel('Departure port').fill('San Diego');
    await page.getByLabel('Return port').fill('San Diego');
    await page.getByLabel('What', { exact: true }).fill('Sunset sail');
    await page.getByLabel('Price each').fill('1,850.50');
    await page.getByLabel('Deposit').fill('900');
    await page.getByRole('button', { name: 'Open the charter' }).click();
    await page.getByText(/^Reduce the party to/).waitFor();
    await page.getByLabel('Passengers', { exact: true }).fill('4');
    await page.getByRole('button', { name: 'Open the charter' }).click();
    await heading(page, 'Sunset sail, Larkin party');
    await page.getByText('$1,850.50').first().waitFor();
    await page.getByText('The Larkin party').first().waitFor();

    for (const title of ['Sunset sail, Larkin and friends', 'Sunset sail, all Larkins']) {
      await page.getByRole('button', { name: 'Change…' }).click();
      await openDialog(page).getByLabel('Title', { exact: true }).fill(title);
      await openDialog(page).getByRole('button', { name: 'Save the change' }).click();
      await heading(page, title);
      await openDialog(page).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Add a guest…' }).click();
    await openDialog(page).getByLabel('Name', { exact: true }).fill('Wren Larkin');
    await openDialog(page).getByRole('button', { name: 'Add the guest' }).click();
    await page.getByRole('button', { name: 'Not coming: Wren Larkin' }).click();
    await page.getByRole('button', { name: 'Coming: Wren Larkin', exact: true }).waitFor();
    await putsGuestRight(page);
    await changesRoles(page);
    await visitor.close();
  });
});

describe('two people with the same record open', () => {
  it('the second sees both versions, and writes theirs over the other knowingly', async () => {
    const admin = await signedIn(stack, 'admin@example.com');
    const visitor = await browser.visitor();
    const { page } = visitor;
    await signIn(visitor, stack, 'admin@example.com');
    await add(page, 'Walk the dock', '2026-12-24');
    await page.getByRole('button', { name: 'Change Walk the dock' }).click();
    await openDialog(page).getByLabel('Day', { exact: true }).waitFor();

    const { body } = await admin.get<{ records: { id: string; name: string; version: number }[] }>(
      '/api/register/closed-day',
    );
    const seen = body.records.find(({ name }) => name === 'Walk the dock');
    const first = { version: seen?.version, record: { on: '2026-12-25', name: 'Walk the dock' } };
    expect((await admin.send('PUT', `/api/register/closed-day/${seen?.id}`, first)).status).toBe(200);

    await openDialog(page).getByLabel('Day', { exact: true }).fill('2026-12-31');
    await openDialog(page).getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('Somebody changed this record first.').waitFor();
    const row = openDialog(page).getByRole('row').filter({ hasText: 'Day' });
    expect(await row.innerText()).toMatch(/December 31, 2026[\s\S]*December 25, 2026|Dec 31, 2026[\s\S]*Dec 25, 2026/);
    await shot(page, 'record-conflict', { width: 1280, scheme: 'light' });
    await openDialog(page).getByRole('button', { name: 'Write mine over it' }).click();
    await openDialog(page).waitFor({ state: 'detached' });
    await page.getByText(/Dec(ember)? 31, 2026/).waitFor();

    await page.getByRole('button', { name: 'Change Walk the dock' }).click();
    await openDialog(page).getByRole('button', { name: 'Withdraw this record…' }).click();
    await openDialog(page).getByRole('button', { name: 'Withdraw', exact: true }).click();
    await openDialog(page)
      .getByText(/expected one line of text/)
      .first()
      .waitFor();
    await openDialog(page).getByLabel('Why it never should have been').fill('A dream');
    await openDialog(page).getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('button', { name: 'Change Walk the dock' }).waitFor({ state: 'detached' });
    await visitor.close();
  });
});

describe('somebody who gets reports', () => {
  it('is given every report of a business in one step, and those that are mailed by the month in another', async () => {
    const visitor = await browser.visitor();
    const { page } = visitor;
    await signIn(visitor, stack, 'admin@example.com');
    await goTo(page, stack, '#/records/recipient', 'Recipients');
    await page.getByRole('button', { name: 'Add a recipient' }).click();
    const dialog = () => openDialog(page);
    await dialog().getByLabel('Name', { exact: true }).fill('Rowan Partner');
    await dialog().getByLabel('Email').fill('rowan@example.com');
    await dialog().getByRole('button', { name: 'Add a line: Reports they may see' }).click();
    await dialog().getByLabel('Business', { exact: true }).selectOption('jada');
    await dialog().getByRole('button', { name: 'Add every report of this business' }).click();
    const seen = await dialog()
      .getByRole('button', { name: /^Remove: Reports they may see/ })
      .count();
    expect(seen).toBeGreaterThan(4);
    await dialog().getByRole('button', { name: 'Add a line: Reports they get by mail' }).click();
    await dialog().getByLabel('How often').selectOption('monthly');
    await dialog().getByRole('button', { name: 'Add every report that comes this often' }).click();
    expect(
      await dialog()
        .getByRole('button', { name: /^Remove: Reports they get by mail/ })
        .count(),
    ).toBe(seen - 2);
    await atBothWidths(page, 'recipient');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Rowan Partner', { exact: true }).waitFor();
    await visitor.close();
  });
});

describe('money of a business', () => {
  it('is recorded in dollars, corrected with a reason, and taken back', async () => {
    const visitor = await browser.visitor();
    const { page } = visitor;
    await signIn(visitor, stack, 'admin@example.com');
    await goTo(page, stack, '#/records/money', 'Money');
    await page.getByLabel('Record', { exact: true }).selectOption('expense');
    const dialog = () => openDialog(page);
    await dialog().getByLabel('Vendor').fill('Harbor Chandlery');
    await dialog().getByLabel('Amount').fill('1,234.5');
    await dialog().getByLabel('Account').selectOption({ label: 'Office (6130)' });
    await dialog().getByRole('button', { name: 'Record it' }).click();
    const line = page.locator('li.item').filter({ hasText: 'Harbor Chandlery' });
    await line.getByText('$1,234.50', { exact: true }).waitFor();

    await line.getByRole('button', { name: /^Correct/ }).click();
    await dialog().getByLabel('Amount').fill('234.50');
    await dialog().getByLabel('What was wrong with it').fill('A digit too many');
    await dialog().getByRole('button', { name: 'Correct it' }).click();
    await page.getByText('Corrected by another record: A digit too many').waitFor();
    const stands = line.filter({ has: page.getByText('$234.50', { exact: true }) });
    await stands.getByRole('button', { name: /^Take back/ }).click();
    await dialog().getByLabel('Why it never should have been').fill('Not ours');
    await dialog().getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back: Not ours').waitFor();
    await visitor.close();
  });
});

/** A waiver filed for the wrong guest is taken back, then their name is put right and what the crew has to know noted. */
async function putsGuestRight(page: Page): Promise<void> {
  const dialog = () => openDialog(page);
  await page.getByRole('button', { name: 'Paper waiver on file: Wren Larkin' }).click();
  await dialog().getByRole('button', { name: 'Put on file' }).click();
  await page.getByRole('button', { name: 'Change: Wren Larkin' }).click();
  expect(await dialog().getByLabel('Name', { exact: true }).count()).toBe(0);
  await atBothWidths(page, 'guest-waiver');
  await dialog().getByRole('button', { name: 'Take the waiver back' }).click();
  await dialog()
    .getByText(/expected text of 1 to/)
    .waitFor();
  await dialog().getByLabel('Why it is taken back').fill('Filed for the wrong guest');
  await dialog().getByRole('button', { name: 'Take the waiver back' }).click();
  await page.getByText('No waiver').waitFor();
  await page.getByRole('button', { name: 'Change: Wren Larkin' }).click();
  await dialog().getByLabel('Name', { exact: true }).fill('Wren Lark');
  await dialog().getByLabel('What the crew has to know').fill('No shellfish');
  await atBothWidths(page, 'guest-change');
  await dialog().getByRole('button', { name: 'Save the change' }).click();
  await page.getByText('No shellfish').waitFor();
  await page.getByRole('button', { name: 'Change: Wren Lark', exact: true }).waitFor();
}

/** A role comes at a pay, is paid otherwise, and goes again; the captain's cannot. */
async function changesRoles(page: Page): Promise<void> {
  const dialog = () => openDialog(page);
  await page.getByRole('button', { name: 'Add a role…' }).click();
  await dialog().getByLabel('Role', { exact: true }).selectOption('chef');
  await dialog().getByRole('button', { name: 'Add the role' }).click();
  await dialog().getByText('Enter an amount such as 150.00.').waitFor();
  await atBothWidths(page, 'role-form');
  await dialog().getByLabel('Pay for the charter').fill('220');
  await dialog().getByRole('button', { name: 'Add the role' }).click();
  await page.getByText('No credential needed · $220.00').waitFor();
  await page.getByRole('button', { name: 'Change pay: Chef' }).click();
  await dialog().getByLabel('Pay for the charter').fill('240.50');
  await dialog().getByRole('button', { name: 'Save the pay' }).click();
  await page.getByText('No credential needed · $240.50').waitFor();
  await atBothWidths(page, 'roles');
  expect(await page.getByRole('button', { name: 'Remove: Captain' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Remove: Chef' }).click();
  await page.getByRole('button', { name: 'Remove: Chef' }).waitFor({ state: 'detached' });
}

/** Nothing is wider than a phone or a desk; a picture of each, when asked for. */
async function atBothWidths(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction((most) => document.documentElement.scrollWidth <= most, width);
    await shot(page, name, { width, scheme: 'light' });
  }
}

async function add(page: Page, name: string, day: string): Promise<void> {
  await goTo(page, stack, '#/records/closed-day', 'Closed days');
  await page.getByRole('button', { name: 'Add a closed day' }).click();
  await openDialog(page).getByLabel('Name', { exact: true }).fill(name);
  await openDialog(page).getByLabel('Day', { exact: true }).fill(day);
  await openDialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await openDialog(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Change ${name}` }).waitFor();
}
