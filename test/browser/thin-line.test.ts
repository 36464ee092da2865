import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import { figuresOf } from '../../shared/reports/render/figures.ts';
import type { PreviewResponse } from '../../shared/wire/reports.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import { MAILED_PER_CHARTER } from '../support/mailed-per-charter.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import { captainsPage } from './a-captains-day.ts';
import {
  centsIn,
  figureText,
  goTo,
  heading,
  REVENUE,
  reportMails,
  reportOf,
  signIn,
  todaysCharterOf,
} from './a-visit.ts';
import { reportsTabPicture } from './shots.ts';

/** The charter and the board, before sales tax: 1,780.00 + 95.00. */
const NET_PRICE_CENTS = 187_500;
/**
 * 1,875.00 less card fees, captain and mate, fuel and provisions; no commission. The fees are 2.9 % and 30 cents on two
 * halves of 1,882.36, the price with 7.75 % tax on the board: 2 × 27.59. Pay is 250.00 and 150.00, the fuel dock charged
 * 86.40, the provisions 52.15.
 */
const MARGIN = '$1,281.27';

/**
 * A figure of each executive report beside the CEO's: revenue, which the charter raises by its net price, and two it must
 * leave alone, people who asked and the cloud's bill.
 */
const WATCHED = {
  accounting: 'bridge-revenue@group',
  cfo: 'charter-business-revenue@group',
  cmo: 'inquiries@group',
  cto: 'cloud-cost-month@group',
} as const;
/** The reports that come with drawings. */
const DRAWN = ['ceo', 'cfo', 'cmo', 'cto'];

let stack: TestStack;
let browser: TestBrowser;
let captain: Visitor;
let admin: Visitor;
let charterId: string;
let revenueBefore: number;
let before: Readonly<Record<keyof typeof WATCHED, number>>;
let mailIsHeld: Promise<unknown> = Promise.resolve();
let letMailGo: () => void = () => undefined;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder'), beforeSesReply: () => mailIsHeld.then(() => 'ok' as const) });
  browser = await aBrowser();
  charterId = todaysCharterOf(stack);
  captain = await browser.visitor();
  admin = await browser.visitor();
  await signIn(admin, stack, 'admin@example.com', 'reports');
  revenueBefore = centsIn(await figureText(admin.page, REVENUE));
  before = await figuresBefore();
});

afterAll(async () => {
  letMailGo();
  await browser?.close();
  await stack?.remove();
});

describe('from a sign-in link to the reports of a completed charter', () => {
  it('a link signs nobody in until its button is pressed, and its token leaves the address', async () => {
    const { page, context } = captain;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const link = await consoleLink(stack.runtime, 'captain@example.com', 'charters');
    await page.goto(link);
    const button = page.getByRole('button', { name: 'Sign in' });
    await button.waitFor();
    expect(link).toContain('t=');
    expect(page.url()).toBe(`${stack.appUrl}/#/sign-in`);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    expect(await context.cookies()).toEqual([]);

    await button.click();
    await heading(page, 'Charters');
    expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
  });

  it("today's charter says everything that keeps it from boarding", async () => {
    const { page } = captain;
    await page.locator(`a[href="#/charters/${charterId}"]`).click();
    const charter = captainsPage(page);
    await charter.state('Confirmed');
    expect(await charter.blockers()).toEqual([
      'Crew: Check the captain in.',
      expect.stringMatching(
        /^Checklist: Finish the checklist "Vessel before departure", 2 of 7 open: Licensed operator.*; Fuel level/,
      ),
      expect.stringMatching(/^Checklist: Finish the checklist "Safety equipment", 1 of 5 open: Life jackets/),
      'Weather: Record the weather decision.',
      expect.stringMatching(/^Guests: Get the waivers of .* \(4 of 5 on file\)/),
    ]);
    expect(await charter.button('Open boarding').isDisabled()).toBe(true);
  });

  it('the captain settles each of them and opens boarding', async () => {
    const charter = captainsPage(captain.page);
    await charter.settle();
    expect(await charter.blockers()).toEqual([]);
    await charter.press('Open boarding');
    await charter.state('Boarding');
  });

  it('the boat goes out and comes back with everybody counted', async () => {
    const charter = captainsPage(captain.page);
    await charter.record('Safety brief');
    await charter.castOff(5);
    await charter.state('Underway');
    await charter.returnToDock(5);
    await charter.state('Returned');
  });

  it('the captain finishes the checklist, hands in the report and completes the charter', async () => {
    const charter = captainsPage(captain.page);
    await charter.enter('Vessel after the trip', 'Engine hours at end', 'Reading', '1203');
    await charter.enter('Vessel after the trip', 'Fuel level after return', 'Reading', '70');
    await charter.tick('Vessel after the trip', 'Walked through');
    await charter.tick('Vessel after the trip', 'Trash ashore');
    await charter.tick('Paperwork after the trip', 'Incident yes or no');
    await charter.tick('Paperwork after the trip', 'Cash and tips');
    await charter.report({
      'Engine hours, start': '1200',
      'Engine hours, end': '1203',
      'Fuel added, gallons': '18',
      Sea: 'Slight, 1 ft swell',
    });
    holdMail();
    await charter.press('Complete the charter');
    await charter.state('Completed');
  });

  it('the office sees the new figure on a page it opened before and never loaded again', async () => {
    const { page } = admin;
    await eventually(async () => centsIn(await figureText(page, REVENUE)) === revenueBefore + NET_PRICE_CENTS);
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    expect(admin.troubles()).toEqual([]);
  });

  it('the run shows its steps as they happen, on its own page, and ends', async () => {
    const { page } = captain;
    await page.getByText('Reports of this charter').waitFor();
    await page.getByRole('link', { name: 'Open the run' }).click();
    await heading(page, 'Charter completed');
    await page.getByText('Working…').waitFor();
    const steps = page.locator('ol.steps > li');
    const early = await steps.count();
    expect(early).toBeGreaterThan(1);
    letMailGo();
    await page.getByText('Working…').waitFor({ state: 'detached' });
    await page.locator('.head').getByText('Complete', { exact: true }).waitFor();
    expect(await steps.count()).toBeGreaterThan(early);
    expect(captain.troubles()).toEqual([]);
  });

  it('the debrief and the five executive reports reach their subscribers and nobody else, each with the audit copy', async () => {
    await eventually(async () => (await reportMails(stack)).length >= MAILED_PER_CHARTER.length);
    await stack.idle();
    const mails = await reportMails(stack);
    expect(
      mails.map((mail) => `${reportOf(mail)} ${mail.destinations.join(' ')} | ${mail.blindCopies.join(' ')}`).sort(),
    ).toEqual(MAILED_PER_CHARTER.map((mail) => `${mail.join(' ')} audit@example.com | audit@example.com`));
    expect(new Set(mails.map(reportOf)).size).toBe(6);
    const { page } = captain;
    await page.goto(stack.inboxUrl);
    for (const mail of mails) {
      const row = page.locator('li.mail').filter({ has: page.locator(`a[href="/mail/${mail.messageId}"]`) });
      expect(await row.innerText()).toMatch(/BCC\s+audit@example\.com/);
    }
  });

  it('every mail says the same figure as HTML and as text, and it is the right one', async () => {
    const figures: Record<string, string> = {
      accounting: dollars(before.accounting + NET_PRICE_CENTS),
      ceo: dollars(revenueBefore + NET_PRICE_CENTS),
      cfo: dollars(before.cfo + NET_PRICE_CENTS),
      'charter-debrief': MARGIN,
      cmo: String(before.cmo),
      cto: dollars(before.cto),
    };
    const partners = await revenueSeenBy('partner@example.com');
    for (const mail of await reportMails(stack)) {
      const report = reportOf(mail) ?? '';
      const figure = mail.destinations[0] === 'partner@example.com' ? partners : figures[report];
      const { html, text, pictures } = await bothViews(mail.messageId);
      expect(figure, report).toBeDefined();
      expect(html, report).toContain(figure);
      expect(text, report).toContain(figure);
      expect(`${html}${text}`).not.toMatch(/undefined|NaN|\[object|Infinity/);
      expect(pictures.every(({ width, alt }) => width > 0 && alt.length > 20)).toBe(true);
      expect(pictures.length > 0, report).toBe(DRAWN.includes(report));
    }
  });

  it('the reports tab has the run, and the reader the debrief with the figure of the mail', async () => {
    const { page } = captain;
    await goTo(page, stack, '#/reports', 'Reports');
    await page
      .locator('scc-runs-list')
      .getByRole('link', { name: /Charter completed/ })
      .click();
    await heading(page, 'Charter completed');
    expect(await page.getByRole('link', { name: 'CEO report' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Charter debrief' }).click();
    await heading(page, /^Charter debrief/);
    expect(await figureText(page, /^Contribution margin, /)).toContain(MARGIN);
  });

  it("the admin reads the group's CEO report too, and the month has grown by the charter's net price", async () => {
    const { page } = admin;
    const revenue = await figureText(page, REVENUE);
    expect(centsIn(revenue) - revenueBefore).toBe(NET_PRICE_CENTS);
    await page.reload(); // the figures follow the records by themselves; the list of runs is asked for anew
    await heading(page, 'Reports');
    await page
      .locator('scc-runs-list')
      .getByRole('link', { name: /Charter completed/ })
      .waitFor();
    await reportsTabPicture(page);

    await page
      .locator('scc-runs-list')
      .getByRole('link', { name: /Charter completed/ })
      .click();
    await page.locator(`a[href$="/group/ceo-report"]`).click();
    await heading(page, 'CEO report');
    expect(await figureText(page, /^Recognised revenue/)).toContain(revenue);
    expect(admin.troubles()).toEqual([]);
  });
});

/** From now on mails wait, but never as long as the function waits for an answer. */
function holdMail(): void {
  mailIsHeld = Promise.race([
    new Promise<void>((resolve) => {
      letMailGo = resolve;
    }),
    new Promise<void>((resolve) => setTimeout(resolve, 9_000).unref()),
  ]);
}

/** The month's revenue on somebody's own dashboard. */
async function revenueSeenBy(email: string): Promise<string> {
  const visitor = await browser.visitor();
  await signIn(visitor, stack, email, 'reports');
  const text = await figureText(visitor.page, REVENUE);
  await visitor.close();
  return text;
}

/** The watched figures as they are before the charter completes, from the reports as they would be then. */
async function figuresBefore(): Promise<Readonly<Record<keyof typeof WATCHED, number>>> {
  const office = await signedIn(stack, 'admin@example.com');
  const entries = Object.entries(WATCHED).map(async ([report, fact]) => {
    const { body } = await office.send<PreviewResponse>('POST', '/api/reports/preview', {
      report,
      period: thisMonth(),
    });
    const found = figuresOf(body.document).find(({ figure }) => figure.fact === fact);
    if (typeof found?.figure.cell !== 'object' || !('value' in found.figure.cell)) throw new Error(`no ${fact}`);
    return [report, Number(found.figure.cell.value)] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof WATCHED, number>;
}

/** The running month up to today, as a request names it. */
function thisMonth(): { from: LocalDate; until: LocalDate } {
  return monthToDate(dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock()));
}

interface MailViews {
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly { readonly width: number; readonly alt: string }[];
}

/** A mail as the inbox page shows it, as HTML with its pictures and as text. */
async function bothViews(messageId: string): Promise<MailViews> {
  const { page } = captain;
  await page.goto(`${stack.inboxUrl}/mail/${messageId}`);
  const frame = page.frameLocator('iframe');
  const html = await frame.locator('body').innerText();
  const pictures = await frame.locator('img').evaluateAll((images) =>
    images.map((image) => ({
      width: (image as HTMLImageElement).naturalWidth,
      alt: (image as HTMLImageElement).alt,
    })),
  );
  await page.getByRole('link', { name: 'Text', exact: true }).click();
  const text = await page.locator('pre.text').innerText();
  return { html, text, pictures };
}

/** Cents as the app writes them. */
function dollars(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}
