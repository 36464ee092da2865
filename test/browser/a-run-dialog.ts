import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { testClock } from '../support/a-clock.ts';
import { openDialog } from './a-captains-day.ts';

/** Opens the dialog and leaves only the CEO report chosen; the period stays the last closed month. */
export async function askForCeoReport(page: Page, zone: string): Promise<void> {
  await page.getByRole('button', { name: 'Run now…' }).click();
  const boxes = openDialog(page).getByRole('group', { name: 'Reports' }).getByRole('checkbox');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.setChecked((await nameOf(box)) === 'CEO report');
  expect(await chosenReports(page)).toEqual(['CEO report']);
  expect(await openDialog(page).getByLabel('Month', { exact: true }).inputValue()).toBe(lastMonth(zone));
}

/** The reports chosen in the open dialog. */
export async function chosenReports(page: Page): Promise<string[]> {
  const boxes = openDialog(page).getByRole('group', { name: 'Reports' }).getByRole('checkbox', { checked: true });
  await boxes.first().waitFor();
  return Promise.all((await boxes.all()).map(nameOf));
}

function nameOf(box: ReturnType<Page['locator']>): Promise<string> {
  return box.locator('xpath=..').innerText();
}

/** The month before this one in a zone, as 2026-10. */
function lastMonth(zone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(testClock()));
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** That month as a report names it: October 2026. */
export function lastMonthInWords(zone: string): string {
  const [year = 0, month = 0] = lastMonth(zone).split('-').map(Number);
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric' }).format(new Date(year, month - 1, 15));
}
