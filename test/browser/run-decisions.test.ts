import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { SesOutcome } from '../../scripts/dev/services/local-ses.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ListRecordsResponse } from '../../shared/wire/records.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { openDialog } from './a-captains-day.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, reportMails, signIn } from './a-visit.ts';

type Delivery = RunResponse['deliveries'][number];

let stack: TestStack;
let browser: TestBrowser;
let admin: Caller;
let office: Visitor;
let answer: SesOutcome = 'ok';
let aheadMin = 0;
let runs = 0;

beforeAll(async () => {
  process.env['ON_UNKNOWN'] = 'hold';
  stack = await aStack({
    webFolder: inject('webFolder'),
    beforeSesReply: async ({ action }) => (action === 'SendRawEmail' ? answer : 'ok'),
    substitutes: { clock: () => plusMinutes(testClock(), aheadMin) },
  });
  browser = await aBrowser();
});
afterAll(async () => {
  delete process.env['ON_UNKNOWN'];
  await browser?.close();
  await stack?.remove();
});
beforeEach(async () => {
  admin = await signedIn(stack, 'admin@example.com');
  await resumed();
  office = await browser.visitor();
  return () => office.close();
});

describe('a mail that bounces', () => {
  it('is made to bounce in the inbox, and a person watches it arrive at the run, and sends it again', async () => {
    const { runKey, delivery } = await ran();
    await signIn(office, stack, 'admin@example.com', 'reports');
    await openRun(office, runKey);
    const { page } = office;
    await page.getByText('Recipient: delivered').waitFor();
    await page.getByText('Audit copy: delivered').waitFor();

    await bouncedInTheInbox(delivery);
    await page.getByText('Recipient: bounced').waitFor();
    await page.locator('.copy.bounced q').waitFor(); // in the words of the mail service
    await page.locator('.head .chip', { hasText: 'Complete, with problems' }).waitFor();
    await page.getByText(`${delivery.recipientName} gets no mail at present. Mail to this address bounced`).waitFor();
    expect(await page.getByRole('link', { name: 'Open Records, Recipients' }).getAttribute('href')).toBe(
      '#/records/recipient',
    );

    await ask(office, 'Send again', 'The mailbox was moved.');
    await openDialog(page).getByText('Its recipient gets no mail at present; see Records, Recipients.').waitFor();
    expect(await reportMailsOf(runKey)).toBe(1);
    expect(office.troubles()).toEqual([expect.stringMatching(/422/)]);
    await resumed();
    await openDialog(page).getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/^Sent again by you on .*: The mailbox was moved\.$/).waitFor();
    await page.getByText('Recipient: delivered').waitFor();
    expect(await reportMailsOf(runKey)).toBe(2);
    expect(await page.getByText('Recipient: bounced').count()).toBe(1); // the first stays as it was
    expect(await page.getByRole('button', { name: /^Send again/ }).count()).toBe(1);
    expect(office.troubles()).toEqual([]);
  });

  it.each(LOOKS)('looks sound at $width in $scheme, as does the dialog over it', async (look) => {
    const { runKey, delivery } = await ran();
    await bouncedInTheInbox(delivery);
    await stack.idle();
    const visitor = await browser.visitor(look);
    await bringAxe(visitor);
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    await openRun(visitor, runKey);
    await visitor.page.getByText('Recipient: bounced').waitFor();
    await visitor.page.getByRole('link', { name: 'Open Records, Recipients' }).waitFor();
    await expectSound(visitor, 'run-bounced', look);
    await ask(visitor, 'Send again', '');
    await openDialog(visitor.page).getByText('Say why.').waitFor();
    await expectSound(visitor, 'run-decision', look);
    await visitor.close();
  });
});

describe('a mail that is held', () => {
  it('is sent again with a reason, and arrives once', async () => {
    const { runKey, delivery } = await held();
    await signIn(office, stack, 'admin@example.com', 'reports');
    await openRun(office, runKey);
    const { page } = office;
    await page.getByText('Waits for a decision', { exact: true }).waitFor();
    await ask(office, 'Send again', '');
    await openDialog(page).getByText('Say why.').waitFor();
    await openDialog(page).getByText(`If it did go out before, ${delivery.recipientName} gets it twice.`).waitFor();
    expect(await reportMailsOf(runKey)).toBe(0);
    await openDialog(page).getByLabel('Reason').fill('It never came.');
    await openDialog(page).getByRole('button', { name: 'Send again' }).click();
    await page.getByText(/^Sent again by you on .*: It never came\.$/).waitFor();
    await page.getByText('Recipient: delivered').waitFor();
    await page.locator('.head .chip', { hasText: /^Complete$/ }).waitFor();
    expect(await reportMailsOf(runKey)).toBe(1);
    expect(office.troubles()).toEqual([]);
  });

  it('that somebody else has decided meanwhile is shown as it stands now, and nothing is done twice', async () => {
    const { runKey, delivery } = await held();
    await signIn(office, stack, 'admin@example.com', 'reports');
    await openRun(office, runKey);
    const { page } = office;
    await page.getByRole('button', { name: /^Mark as sent/ }).click();
    await openDialog(page).getByText('It now says: Waits for a decision.').waitFor();
    await admin.send('POST', `/api/reports/runs/${runKey}/deliveries/${delivery.id}`, {
      act: 'mark-sent',
      reason: 'She has it.',
      version: delivery.version,
    });
    await openDialog(page).getByLabel('Reason').fill('She rang.');
    await openDialog(page).getByRole('button', { name: 'Mark as sent' }).click();
    await openDialog(page).getByText('The mail has moved on since you looked. Look again.').waitFor();
    await openDialog(page).getByText('It now says: Accepted by the mail service.').waitFor();
    expect(await openDialog(page).getByRole('button', { name: 'Mark as sent' }).isDisabled()).toBe(true);
    expect(office.troubles()).toEqual([expect.stringMatching(/409/)]);
  });

  it('is nothing its reader can decide about', async () => {
    const { runKey } = await held();
    await signIn(office, stack, 'ceo@example.com', 'reports');
    await openRun(office, runKey);
    await office.page.getByText('Waits for a decision', { exact: true }).waitFor();
    expect(await office.page.getByRole('button', { name: /^(Mark as sent|Send again)/ }).count()).toBe(0);
    expect(office.troubles()).toEqual([]);
  });
});

/** Runs the CEO report by hand, to its one subscriber of the whole group. */
async function ran(): Promise<{ readonly runKey: string; readonly delivery: Delivery }> {
  runs += 1;
  const body = { requestKey: `run-decisions-${runs}`, reports: ['ceo'], sendTo: 'subscribers' };
  const { runKey } = (await admin.send<StartRunResponse>('POST', '/api/reports/runs', body)).body;
  await stack.idle();
  return { runKey, delivery: await mailOf(runKey) };
}

/** A mail SES never answered for, which is held once a day has brought no proof of anything. */
async function held() {
  answer = 'reset';
  const { runKey } = await ran();
  aheadMin += 25 * 60;
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
  answer = 'ok';
  admin = await signedIn(stack, 'admin@example.com');
  const delivery = await mailOf(runKey);
  expect(delivery.state).toBe('held');
  return { runKey, delivery };
}

async function mailOf(runKey: string): Promise<Delivery> {
  const { body } = await admin.get<RunResponse>(`/api/reports/runs/${runKey}`);
  return body.deliveries[0] as Delivery;
}

const openRun = ({ page }: Visitor, runKey: string) =>
  goTo(page, stack, `#/reports/runs/${encodeURIComponent(runKey)}`, 'Run on request: CEO report');

/** Opens the dialog of an act, writes the reason, and presses its button. */
async function ask({ page }: Visitor, act: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${act}: CEO report to `) }).click();
  await openDialog(page).getByLabel('Reason').fill(reason);
  await openDialog(page).getByRole('button', { name: act }).click();
}

/** Makes the recipient's copy of a mail bounce, as a person does it on its page in the local inbox. */
async function bouncedInTheInbox({ messageId }: Delivery): Promise<void> {
  const { page, close } = await browser.visitor();
  await page.goto(`${stack.inboxUrl}/mail/${messageId}`);
  await page.getByRole('link', { name: '3 events' }).click();
  await page.getByRole('button', { name: 'Bounce this: ceo@example.com' }).click();
  await page.getByText('Bounced for good at').waitFor();
  await close();
}

/** Lets mail go to the CEO again where a bounce stopped it, as the office does. */
async function resumed(): Promise<void> {
  const { body } = await admin.get<ListRecordsResponse>('/api/register/recipient');
  const held = body.records.find(({ id }) => id === 'rcp_ceo');
  if (held === undefined) throw new Error('the CEO gets no mail');
  const { name, email, grants, subscriptions, version, status: before } = held;
  if (before === 'active') return;
  const { status } = await admin.send('PUT', '/api/register/recipient/rcp_ceo', {
    version,
    record: { name, email, grants, subscriptions, status: 'active', resumedBecause: 'The mailbox was moved.' },
  });
  expect(status).toBe(200);
}

/** How many mails of a run lie in the inbox. */
async function reportMailsOf(runKey: string): Promise<number> {
  const tag = Buffer.from(runKey, 'utf8').toString('base64url');
  return (await reportMails(stack)).filter(({ tags }) => tags.some(({ value }) => value === tag)).length;
}
