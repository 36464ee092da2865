import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS, MAIL_RULES } from './a-browser.ts';
import { expectSound } from './a-sound-page.ts';
import { confirmedAhead, goTo, heading, reportMails, reportOf, signIn, todaysCharterOf } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;
let completedId: string;
let confirmedId: string;
let runKey: string;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  const captain = await signedIn(stack, 'captain@example.com');
  completedId = todaysCharterOf(stack);
  await sailedUntilReturned(captain, completedId);
  runKey = (await completed(captain, completedId)).runKey ?? '';
  confirmedId = await confirmedAhead(captain);
  const admin = await signedIn(stack, 'admin@example.com');
  const { run } = await eventually(async () => {
    const { body } = await admin.get<RunResponse>(`/api/reports/runs/${encodeURIComponent(runKey)}`);
    return body.run.completedAt !== undefined && body;
  });
  expect(run).toMatchObject({ state: 'complete' });
  browser = await aBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

describe.each(LOOKS)('at $width px, $scheme', (look) => {
  let captain: Visitor;
  let admin: Visitor;

  beforeAll(async () => {
    [captain, admin] = await Promise.all([browser.visitor(look), browser.visitor(look)]);
    await Promise.all([bringAxe(captain), bringAxe(admin)]);
    await signIn(admin, stack, 'admin@example.com', 'reports');
  });

  afterAll(async () => {
    await captain?.close();
    await admin?.close();
  });

  /** The page fits, nothing in it broke or was refused, and axe has nothing to say. */
  const isSound = (visitor: Visitor, name: string, rules?: typeof MAIL_RULES) =>
    expectSound(visitor, name, look, { rules });

  it('asking for a sign-in link is sound', async () => {
    await goTo(captain.page, stack, '#/sign-in', 'Sign in');
    await isSound(captain, 'sign-in-ask');
  });

  it('using a sign-in link is sound', async () => {
    await captain.page.goto(await consoleLink(stack.runtime, 'captain@example.com', 'charters'));
    await heading(captain.page, 'Welcome aboard');
    await isSound(captain, 'sign-in-confirm');
  });

  it('the list of charters is sound', async () => {
    await captain.page.getByRole('button', { name: 'Sign in' }).click();
    await heading(captain.page, 'Charters');
    await captain.page.locator(`a[href="#/charters/${completedId}"]`).waitFor();
    await isSound(captain, 'charters');
  });

  it('a confirmed charter is sound', async () => {
    await captain.page.goto(`${stack.appUrl}/#/charters/${confirmedId}`);
    await captain.page.getByRole('heading', { name: 'Next' }).waitFor();
    await isSound(captain, 'charter-confirmed');
  });

  it('a completed charter with its reports is sound', async () => {
    await captain.page.goto(`${stack.appUrl}/#/charters/${completedId}`);
    await captain.page.locator('scc-run-progress').getByRole('link', { name: 'Charter debrief' }).waitFor();
    await isSound(captain, 'charter-completed');
  });

  it('the reports tab with a run is sound', async () => {
    await goTo(admin.page, stack, '#/reports', 'Reports');
    await admin.page.locator('scc-dashboard').getByRole('heading').first().waitFor();
    await admin.page.getByRole('link', { name: /Charter completed/ }).waitFor();
    await isSound(admin, 'reports');
  });

  it('the dialog to run reports is sound', async () => {
    await admin.page.getByRole('button', { name: 'Run now…' }).click();
    await admin.page.getByRole('button', { name: 'Preview', exact: true }).waitFor();
    await isSound(admin, 'run-now');
    await admin.page.keyboard.press('Escape');
  });

  it('the page of a run is sound', async () => {
    await goTo(admin.page, stack, `#/reports/runs/${encodeURIComponent(runKey)}`, 'Charter completed');
    await isSound(admin, 'run');
  });

  it.each([
    ['jada', 'charter-debrief', /^Charter debrief/],
    ['group', 'ceo-report', 'CEO report'],
  ])('the reader of %s/%s is sound, as a page and as the mail', async (scope, slug, title) => {
    await goTo(admin.page, stack, `#/reports/runs/${encodeURIComponent(runKey)}/${scope}/${slug}`, title);
    await isSound(admin, `reader-${slug}`);
    await admin.page.getByRole('button', { name: 'Mail', exact: true }).click();
    await admin.page.frameLocator('iframe.mail').locator('h1').waitFor();
    await isSound(admin, `reader-${slug}-mail`);
  });

  it('a chart is a named picture in the colours of the hour, and its figures open below it', async () => {
    await goTo(admin.page, stack, '#/reports', 'Reports'); // whatever was read before, and however
    await goTo(admin.page, stack, `#/reports/runs/${encodeURIComponent(runKey)}/group/ceo-report`, 'CEO report');
    const chart = admin.page.locator('scc-chart').filter({ hasText: 'Revenue against target by month' }).first();
    await chart.getByRole('img', { name: /^Revenue against target by month\. Recognised revenue/ }).waitFor();
    const drawn = () =>
      chart.locator('svg').evaluate((svg) => {
        const bar = svg.querySelector('rect');
        const room = Math.min(svg.parentElement?.clientWidth ?? 0, 736);
        return { isAsWideAsItMay: svg.clientWidth === room, fill: bar && getComputedStyle(bar).fill };
      });
    const fill = look.scheme === 'light' ? 'rgb(0, 114, 178)' : 'rgb(86, 180, 233)';
    await expect.poll(drawn).toEqual({ isAsWideAsItMay: true, fill });
    await chart.getByText('Show the figures').click();
    expect(await chart.getByRole('row').count()).toBe(13); // twelve months below their headings
    await isSound(admin, 'chart-open');
  });

  it('the inbox is sound', async () => {
    await admin.page.goto(stack.inboxUrl);
    await admin.page.locator('li.mail').first().waitFor();
    await isSound(admin, 'inbox');
  });

  it.each(['charter-debrief', 'ceo'])(
    'a mail with the report %s is sound in every view of the inbox',
    async (report) => {
      const { messageId } = await mailWith(report);
      await admin.page.goto(`${stack.inboxUrl}/mail/${messageId}`);
      await admin.page.frameLocator('iframe').locator('h1').waitFor();
      await isSound(admin, `mail-${report}`);
      await admin.page.getByRole('link', { name: 'Text', exact: true }).click();
      await admin.page.locator('pre.text').waitFor();
      await isSound(admin, `mail-${report}-text`);
    },
  );

  it.each(['charter-debrief', 'ceo'])('a mail with the report %s is sound by itself', async (report) => {
    const { messageId } = await mailWith(report);
    // with the pictures the mail carries put in their places, as a mail program does
    const html = await (await fetch(`${stack.inboxUrl}/mail/${messageId}/html`)).text();
    await admin.page.goto('about:blank');
    await admin.page.setContent(html);
    await isSound(admin, `mail-${report}-alone`, MAIL_RULES);
  });
});

async function mailWith(report: string): Promise<{ readonly messageId: string }> {
  const mail = (await reportMails(stack)).find((one) => reportOf(one) === report);
  if (mail === undefined) throw new Error(`no mail carries ${report}`);
  return mail;
}
