import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMs } from '../../shared/kernel/calendar.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { ListRunsResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, inbox, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { captainsPage, openDialog } from './a-captains-day.ts';
import { focusedOn, tabUntil } from './a-keyboard.ts';
import { askForCeoReport, chosenReports, lastMonthInWords } from './a-run-dialog.ts';
import { confirmedAhead, figureText, goTo, heading, REVENUE, signIn, todaysCharterOf } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;
let laterMs = 0;

beforeAll(async () => {
  const clock = (): Instant => plusMs(testClock(), laterMs);
  stack = await aStack({ webFolder: inject('webFolder'), substitutes: { clock } });
  browser = await aBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

describe('running reports now', () => {
  let admin: Visitor;
  let issueHash: string;

  beforeAll(async () => {
    admin = await browser.visitor();
    await signIn(admin, stack, 'admin@example.com', 'reports');
  });

  afterAll(() => admin.close());

  it('a preview shows the report, keeps nothing and sends nothing', async () => {
    const { page } = admin;
    await askForCeoReport(page, stack.runtime.config.zone);
    await openDialog(page).getByLabel('Report to preview').selectOption({ label: 'CEO report' });
    await openDialog(page).getByRole('button', { name: 'Preview', exact: true }).click();
    await heading(page, 'CEO report');
    await page.getByText('Nothing is kept and nothing is sent.', { exact: false }).first().waitFor();
    await stack.idle();
    expect(await inbox(stack)).toEqual([]);
    expect(await runs()).toEqual([]);
  });

  it('closing the preview leads back to the dialog as it was, and a run to nobody is kept and mailed to nobody', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Close the preview' }).click();
    expect(await chosenReports(page)).toEqual(['CEO report']);
    await openDialog(page).getByLabel('Nobody: keep and show here').check();
    await openDialog(page).getByRole('button', { name: 'Run', exact: true }).click();
    await heading(page, /^Run on request/);
    await page.locator('.head').getByText('Complete', { exact: true }).waitFor();
    await page.getByText('Nobody was mailed.').waitFor();
    await stack.idle();
    expect(await inbox(stack)).toEqual([]);

    const report = page.getByRole('link', { name: 'CEO report' });
    issueHash = (await report.getAttribute('href')) ?? '';
    await report.click();
    await heading(page, 'CEO report');
    await page.getByText(lastMonthInWords(stack.runtime.config.zone)).first().waitFor();
  });

  it('a run to oneself mails only oneself, with the audit copy', async () => {
    const { page } = admin;
    await goTo(page, stack, '#/reports', 'Reports');
    await askForCeoReport(page, stack.runtime.config.zone);
    await openDialog(page).getByLabel('Me, as a test').check();
    await openDialog(page).getByRole('button', { name: 'Run', exact: true }).click();
    await heading(page, /^Run on request/);
    await page.locator('.head').getByText('Complete', { exact: true }).waitFor();
    await page.getByText('Delivered', { exact: true }).waitFor();
    await stack.idle();
    const mails = await inbox(stack);
    expect(mails.map(({ destinations, blindCopies }) => ({ destinations, blindCopies }))).toEqual([
      { destinations: ['admin@example.com', 'audit@example.com'], blindCopies: ['audit@example.com'] },
    ]);
  });

  it('a partner sees the figures of their company alone, and not the report of the group by its address', async () => {
    const partner = await browser.visitor();
    await signIn(partner, stack, 'partner@example.com', 'reports');
    const { page } = partner;
    const dashboard = page.locator('scc-dashboard');
    await dashboard.getByRole('heading', { name: /JADA charters$/ }).waitFor();
    const own = await figureText(page, REVENUE);
    await page.getByRole('heading', { name: 'By business' }).waitFor();
    expect(await dashboard.innerText()).not.toMatch(/Queen of San Diego|QuickDumpNow|DangerousCentaur/);
    expect(await page.getByRole('button', { name: 'Run now…' }).count()).toBe(0);

    expect(issueHash).toContain('/group/ceo-report');
    await page.goto(`${stack.appUrl}/${issueHash}`);
    await page.getByRole('heading', { name: 'This is not here' }).waitFor();
    expect(await page.locator('scc-document').count()).toBe(0);
    await partner.close();

    await goTo(admin.page, stack, '#/reports', 'Reports');
    expect(await figureText(admin.page, REVENUE)).not.toBe(own);
  });
});

describe('the keyboard alone', () => {
  it('reaches a charter, opens it, and opens and leaves its menu of other moves', async () => {
    const captain = await browser.visitor();
    await signIn(captain, stack, 'captain@example.com');
    const { page } = captain;
    const hash = `#/charters/${todaysCharterOf(stack)}`;
    await page.locator(`a[href="${hash}"]`).waitFor();
    await tabUntil(page, (focused) => focused.href === hash);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Next' }).waitFor();

    await tabUntil(page, (focused) => focused.expanded === 'false' && focused.inside === 'scc-charter-moves');
    const choices = page.locator('scc-charter-moves scc-menu').getByRole('button', { name: 'Cancel', exact: true });
    expect(await choices.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await choices.waitFor();
    await page.keyboard.press('Tab');
    expect(await focusedOn(page)).toMatchObject({ inside: 'scc-charter-moves', expanded: null });
    await page.keyboard.press('Escape');
    await choices.waitFor({ state: 'hidden' });
    expect(await focusedOn(page)).toMatchObject({ expanded: 'false', inside: 'scc-charter-moves' });
    await captain.close();
  });
});

describe('a move that cannot be made', () => {
  it('is refused with every reason there is, and nothing has changed', async () => {
    const visitor = await browser.visitor();
    const captain = await signedIn(stack, 'captain@example.com');
    const id = todaysCharterOf(stack);
    await signIn(visitor, stack, 'captain@example.com');
    await visitor.page.goto(`${stack.appUrl}/#/charters/${id}`);
    const charter = captainsPage(visitor.page);
    await charter.settle();
    await charter.button('Open boarding').and(visitor.page.locator(':enabled')).waitFor();
    await reopen(captain, id, ['Life jackets', 'Engine hours at start']);
    const before = await read(captain, id);

    await charter.press('Open boarding');
    const reasons = visitor.page.locator('scc-charter-moves scc-problem-list[tone="bad"] li');
    await reasons.first().waitFor();
    expect(await reasons.allInnerTexts()).toEqual([
      expect.stringMatching(/^Checklist: .*"Vessel before departure", 1 of 7 open: Engine hours at start/),
      expect.stringMatching(/^Checklist: .*"Safety equipment", 1 of 5 open: Life jackets/),
    ]);
    expect(await read(captain, id)).toEqual(before);
    await visitor.close();
  });
});

describe('two captains with the same charter open', () => {
  it('the second is told that the first was there before, and sees what is true now', async () => {
    const id = await confirmedAhead(await signedIn(stack, 'captain@example.com'));
    const [first, second] = [await browser.visitor(), await browser.visitor()];
    for (const visitor of [first, second]) {
      await signIn(visitor, stack, 'captain@example.com');
      await visitor.page.goto(`${stack.appUrl}/#/charters/${id}`);
      await captainsPage(visitor.page).state('Confirmed');
    }
    await holdForWeather(first.page, 'Gale warning from noon');
    await captainsPage(first.page).state('Weather hold');

    await holdForWeather(second.page, 'It looks fine from here');
    await second.page.getByText('Somebody else changed this charter first.').waitFor();
    await captainsPage(second.page).state('Confirmed');
    await second.page.getByRole('button', { name: 'Reload and look' }).click();
    await captainsPage(second.page).state('Weather hold');
    await second.page.getByText('Somebody else changed this charter first.').waitFor({ state: 'detached' });
    await second.page.locator('scc-charter-weather').getByText('Gale warning from noon').waitFor();
    expect(await second.page.getByText('It looks fine from here').count()).toBe(0);
    await first.close();
    await second.close();
  });
});

describe('a session that ends', () => {
  it('leads to the sign-in page, and from there back to where one was', async () => {
    const captain = await browser.visitor();
    await signIn(captain, stack, 'captain@example.com');
    const { page } = captain;
    const hash = `#/charters/${todaysCharterOf(stack)}`;
    await page.goto(`${stack.appUrl}/${hash}`);
    await captainsPage(page).state('Confirmed');

    laterMs = 61 * 60_000;
    await captainsPage(page).decideAgain('South 5 kt');
    await heading(page, 'Sign in');
    await page.getByText('You are not signed in any more, or not yet.', { exact: false }).waitFor();
    await page.getByLabel('E-mail address').fill('captain@example.com');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await heading(page, 'Look in your mail');

    const link = await eventually(() => newestLink());
    const other = await captain.context.newPage();
    await other.goto(link);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await heading(other, 'Charters');
    await other.close();
    // Without a window there is no switching between tabs: this is what the browser says when one comes back.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await captainsPage(page).state('Confirmed');
    expect(new URL(page.url()).hash).toBe(hash);
    await captain.close();
  });
});

async function runs(): Promise<ListRunsResponse['runs']> {
  const admin = await signedIn(stack, 'admin@example.com');
  return (await admin.get<ListRunsResponse>('/api/reports/runs')).body.runs;
}

async function read(captain: Caller, id: string): Promise<ReadCharterResponse['file']> {
  return (await captain.get<ReadCharterResponse>(`/api/charters/${id}`)).body.file;
}

/** Somebody else finds that items of the checklist are not done after all. */
async function reopen(captain: Caller, id: string, texts: readonly string[]): Promise<void> {
  const { checklist } = await read(captain, id);
  for (const text of texts) {
    const item = checklist.find((one) => one.text.startsWith(text));
    const body = { state: 'open', version: item?.version };
    const { status } = await captain.send('POST', `/api/charters/${id}/checklist/${item?.id}`, body);
    expect(status).toBe(200);
  }
}

async function holdForWeather(page: Page, forecast: string): Promise<void> {
  await page
    .locator('scc-charter-moves scc-menu')
    .getByRole('button', { name: /^Other/ })
    .click();
  await page.getByRole('button', { name: 'Put on weather hold' }).click();
  await openDialog(page).getByLabel('Forecast').fill(forecast);
  await openDialog(page).getByRole('button', { name: 'Put on weather hold' }).click();
}

/** The address in the newest sign-in mail. */
async function newestLink(): Promise<string | undefined> {
  const mail = (await inbox(stack)).findLast(({ subject }) => subject.startsWith('Sign in to'));
  if (mail === undefined) return undefined;
  const { text } = (await (await fetch(`${stack.inboxUrl}/api/mails/${mail.messageId}`)).json()) as { text: string };
  return /https?:\/\/\S+/.exec(text)?.[0];
}
