import type { Page } from 'playwright-core';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn, plusMonths } from '../../shared/kernel/calendar.ts';
import type { ListChartersResponse } from '../../shared/wire/charters.ts';
import type { Caller, InboxMail, TestStack } from '../support/a-stack.ts';
import { inbox } from '../support/a-stack.ts';
import type { Visitor } from './a-browser.ts';

/** Signs somebody of the sample in as they do it: by their link, and by its button. */
export async function signIn(
  { page }: Visitor,
  stack: TestStack,
  email: string,
  destination: 'charters' | 'reports' = 'charters',
): Promise<void> {
  await page.goto(await consoleLink(stack.runtime, email, destination));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, destination === 'charters' ? 'Charters' : 'Reports');
}

/** Waits until the page says at its top where one is. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Goes to a place of the app by its address, and waits for its heading. */
export async function goTo(page: Page, stack: TestStack, hash: string, name: string | RegExp): Promise<void> {
  await page.goto(`${stack.appUrl}/${hash}`);
  await heading(page, name);
}

/** The charter the sample has for today. */
export function todaysCharterOf({ runtime: { config, reportingDeps } }: TestStack): string {
  return todaysCharterId({ today: dayIn(config.zone, reportingDeps.clock()) });
}

/** A confirmed charter of a day to come that somebody may see, in this month or the next. */
export async function confirmedAhead(caller: Caller): Promise<string> {
  const now = (await caller.get<ListChartersResponse>('/api/charters')).body;
  const month = plusMonths(now.month as Month, 1);
  const next = (await caller.get<ListChartersResponse>(`/api/charters?month=${month}`)).body;
  const ahead = [...now.charters, ...next.charters].find(
    (line) => line.lifecycle === 'confirmed' && line.sailsOn > now.today,
  );
  if (ahead === undefined) throw new Error('the sample has no confirmed charter ahead');
  return ahead.id;
}

/** The dashboard's first figure, by whichever name: where one company keeps no books, it says so. */
export const REVENUE = /^Revenue( where books are kept)?$/;

/** What a headline figure on the page says. */
export function figureText(page: Page, label: string | RegExp): Promise<string> {
  const figure = page.locator('scc-figure').filter({ has: page.getByText(label, { exact: true }) });
  return figure.locator('.value').innerText();
}

/** Dollars as the app writes them, in cents. @throws Error when the text is no amount */
export function centsIn(text: string): number {
  const amount = /^(−?)\$([\d,]+)\.(\d\d)$/.exec(text.trim());
  if (amount === null) throw new Error(`"${text}" is not an amount`);
  const cents = Number(`${amount[2]?.replaceAll(',', '')}${amount[3]}`);
  return amount[1] === '' ? cents : -cents;
}

/** The reports among the mails, oldest first. */
export async function reportMails(stack: TestStack): Promise<readonly InboxMail[]> {
  return (await inbox(stack)).filter((mail) => reportOf(mail) !== undefined);
}

/** Which report a mail carries. */
export function reportOf(mail: InboxMail): string | undefined {
  return mail.tags.find((tag) => tag.name === 'report')?.value;
}
