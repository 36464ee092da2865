import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { runTag } from '../../lambda/reports/run-tag.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import { sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { InboxMail } from '../support/a-stack.ts';
import { eventually } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { captainsPage } from './a-captains-day.ts';
import type { LiveApp } from './a-live-app.ts';
import { liveApp } from './a-live-app.ts';
import { heading } from './a-visit.ts';

const charterId = todaysCharterId({ today: dayIn('America/Los_Angeles' as never, testClock()) });
const ONCE = MAILED_PER_CHARTER.map(([report, address]) => `${report} ${address}`).sort();

/** A minute each where nothing else goes on. */
const TIMEOUT_MS = 180_000;

let folder: string;
let app: LiveApp;
let browser: TestBrowser;
let captain: Visitor;
let office: Visitor;
let completions = 0;
let runKey: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scc-live-'));
  app = await liveApp({ folder, webFolder: inject('webFolder'), port: 0 });
  await sailedUntilReturned(await app.caller('captain@example.com'), charterId);
  browser = await aBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Both pages are open before anything happens: the captain's on the charter, the office's on the reports. */
beforeEach(async () => {
  completions += 1;
  runKey = completionRunKey(charterId, completions);
  [captain, office] = [await browser.visitor(), await browser.visitor()];
  await signIn(captain.page, 'captain@example.com');
  await signIn(office.page, 'admin@example.com');
  await captain.page.goto(`${app.appUrl}/#/charters/${charterId}`);
  await captainsPage(captain.page).button('Complete the charter').waitFor();
});
afterEach(async () => {
  await Promise.all([captain.close(), office.close()]);
  await reopened();
});

it(
  'the app killed as Complete is pressed is there again, and each report arrives once',
  async () => {
    const { page } = captain;
    const pressed = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/moves'));
    await captainsPage(page).press('Complete the charter');
    await pressed;
    await killedAndStarted();
    await page.reload();
    // Whether it was heard before it died is open: the page says so, and who sees that it was not presses again.
    const [again, done] = [captainsPage(page).button('Complete the charter'), completedOn(page)];
    await again.or(done).first().waitFor();
    if (await again.isVisible()) await again.click();
    await done.waitFor();
    await openRun();
    await arrivedOnce();
  },
  TIMEOUT_MS,
);

it(
  'the app killed while it makes the reports goes on with them, on the page that was open all the while',
  async () => {
    app.printsIn(1_500);
    await captainsPage(captain.page).press('Complete the charter');
    await completedOn(captain.page).waitFor();
    await openRun();
    await office.page.getByText('Working…').waitFor();
    expect(await mailsOfRun()).toEqual([]);
    await killedAndStarted();
    await arrivedOnce();
    expect(office.troubles().filter((trouble) => /status of 5\d\d/.test(trouble))).toEqual([]); // nobody there is no wrong answer
    expect(await office.page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  },
  TIMEOUT_MS,
);

it(
  'the app killed between a claim and SES sends the others at once, and that mail when it is proven that it never went',
  async () => {
    app.dieAtClaim(3);
    await captainsPage(captain.page).press('Complete the charter');
    await completedOn(captain.page).waitFor();
    await openRun();
    await app.gone();
    await started();
    await eventually(async () => (await office.page.getByText('Recipient: delivered').count()) === ONCE.length - 1);
    expect(await mailsOfRun()).toHaveLength(ONCE.length - 1);
    // Past the longest life of a process, and past the grace of the events; by then everybody is signed out.
    for (const aheadMin of [30, 95]) {
      await app.kill();
      await started(aheadMin);
    }
    await signIn(office.page, 'admin@example.com');
    await openRun();
    await arrivedOnce();
  },
  TIMEOUT_MS,
);

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(await app.link(email));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'Reports');
}

function completedOn(page: Page) {
  return page.locator('scc-charter-panel scc-state-badge').getByText('Completed', { exact: true });
}

/** The office goes to the run of the charter, within the page it has open. */
async function openRun(): Promise<void> {
  await office.page.goto(`${app.appUrl}/#/reports/runs/${encodeURIComponent(runKey)}`);
  await heading(office.page, 'Charter completed');
}

async function killedAndStarted(): Promise<void> {
  await app.kill();
  await started();
}

/** The app once more, on what it left and where it was. */
async function started(aheadMin = 0): Promise<void> {
  const { port } = new URL(app.appUrl);
  app = await liveApp({ folder, webFolder: inject('webFolder'), port: Number(port), aheadMin });
}

/** The office's page says of every mail that it is delivered, and the inbox has each of them once. */
async function arrivedOnce(): Promise<void> {
  const { page } = office;
  await page.locator('.head').getByText('Complete', { exact: true }).waitFor({ timeout: 40_000 });
  await eventually(async () => (await page.getByText('Recipient: delivered').count()) === ONCE.length);
  const mails = await mailsOfRun();
  expect(mails.map((mail) => `${tagIn(mail, 'report')} ${mail.destinations[0]}`).sort()).toEqual(ONCE);
  await page.goto(app.inboxUrl);
  for (const { messageId } of mails) {
    expect(await page.locator(`li.mail a[href="/mail/${messageId}"]`).count()).toBe(1);
  }
}

async function mailsOfRun(): Promise<InboxMail[]> {
  const { mails } = (await (await fetch(`${app.inboxUrl}/api/mails`)).json()) as { mails: InboxMail[] };
  return mails.filter((mail) => tagIn(mail, 'run') === runTag(runKey));
}

function tagIn(mail: InboxMail, name: string): string | undefined {
  return mail.tags.find((tag) => tag.name === name)?.value;
}

/** The charter back to where its completion begins, as the office does it, by the clock of the tests. */
async function reopened(): Promise<void> {
  await killedAndStarted();
  const admin = await app.caller('admin@example.com');
  const { version } = (await admin.get<ReadCharterResponse>(`/api/charters/${charterId}`)).body.file.charter;
  const move = { to: 'returned', version, reopenReason: 'the head count was written down wrong' };
  expect((await admin.send('POST', `/api/charters/${charterId}/moves`, move)).status).toBe(200);
}
