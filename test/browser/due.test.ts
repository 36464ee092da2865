import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PRESS } from '../../lambda/reports/press.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import type { Look, TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { openDialog } from './a-captains-day.ts';
import { chosenReports } from './a-run-dialog.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, signIn } from './a-visit.ts';

/** A clock the test sets: Friday, November 20, 2026, noon in San Diego, to begin with. */
let now: Instant = instant('2026-11-20T20:00:00Z');
/** A report the press cannot print, while it is named. */
let unprintable = '';
let stack: TestStack;
let browser: TestBrowser;

const tick = (time: string, kind: 'sweep' | 'watch') => {
  now = instant(time);
  return stack.invoke({ source: 'scc.scheduler', kind, scheduledTime: now });
};

/** The week of the 23rd comes late; that of the 30th is missed, and after a quarter past noon nobody looks any more. */
beforeAll(async () => {
  stack = await aStack({
    webFolder: inject('webFolder'),
    substitutes: {
      clock: () => now,
      press: {
        ...PRESS,
        printed: async (copy) => {
          if (copy.report === unprintable) throw new RangeError('a value out of range');
          return PRESS.printed(copy);
        },
      },
    },
  });
  browser = await aBrowser();
  await tick('2026-11-20T20:00:00Z', 'sweep');
  await tick('2026-11-23T20:15:00Z', 'watch');
  await tick('2026-11-23T21:00:00Z', 'sweep');
  await tick('2026-11-23T21:15:00Z', 'watch');
  await tick('2026-11-30T20:15:00Z', 'watch');
  now = instant('2026-11-30T22:00:00Z');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

async function visit(who = 'admin@example.com', look: Partial<Look> = {}): Promise<Visitor> {
  const visitor = await browser.visitor(look);
  await bringAxe(visitor);
  await signIn(visitor, stack, who, 'reports');
  await visitor.page.getByRole('heading', { name: 'What is due' }).waitFor();
  return visitor;
}

describe('what is due', () => {
  it.each(LOOKS)('is shown with the watch and what it missed, at $width px, $scheme', async (look) => {
    const visitor = await visit('admin@example.com', look);
    const { page } = visitor;
    const due = page.locator('scc-due-list');
    await due.getByText('Nobody is watching. The watch last looked 1 h 45 min ago, at 12:15 PM PST').waitFor();
    await due.getByText(/^Made in any case on Tue, Dec 1, 2026, 8:00 AM PST, tomorrow: CEO report, /).waitFor();

    const [missed, late] = [due.getByText('Missed (1)'), due.getByText('Came late (1)')];
    await Promise.all([missed.waitFor(), late.waitFor()]);
    const rows = due.getByRole('listitem').filter({ hasText: 'Weekly reports' });
    expect(await rows.nth(0).innerText()).toMatch(
      /Missing for 2 h\s+Due Mon, Nov 30, 2026, 8:00 AM PST, to be out by 12:00 PM PST\.\s+Noticed on .*12:15 PM PST: no run was made\./,
    );
    expect(await rows.nth(0).getByRole('link').count()).toBe(0); // there is no run to look at
    expect(await rows.nth(1).innerText()).toMatch(/1 h late[\s\S]*Out on Mon, Nov 23, 2026, 1:00 PM PST\./);

    const more = due.locator('summary');
    await more.focus();
    await page.keyboard.press('Enter');
    const row = due.getByRole('row').filter({ hasText: 'Theo Bankole' });
    await row.getByText('Mon, Dec 7, 2026, 8:00 AM PST, in 7 days').waitFor();
    const heights = await due
      .locator('summary, a[href], button')
      .evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(heights.filter((height) => height < 44)).toEqual([]);
    await expectSound(visitor, 'reports-due', look);

    await rows.nth(1).getByRole('link', { name: 'Weekly reports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Weekly reports' }).waitFor();
    expect(page.url()).toContain('#/reports/runs/weekly.2026-11-23');
    await visitor.close();
  });

  it('is one’s own alone for who runs no reports, with the watch and without what it missed', async () => {
    const visitor = await visit('cfo@example.com');
    const due = visitor.page.locator('scc-due-list');
    await due.getByText('After the next completed charter').waitFor();
    await due.getByText(/^Made in any case on Tue, Dec 1, .*: CFO report\.$/).waitFor();
    await due.getByText('Nobody is watching.').waitFor();
    expect(await due.getByText(/Missed|Came late|Next for everybody|Theo Bankole/).count()).toBe(0);
    await visitor.close();
  });

  it('keeps no figure and no run waiting', async () => {
    const visitor = await browser.visitor();
    await visitor.page.route('**/api/reports/due', () => undefined);
    await signIn(visitor, stack, 'admin@example.com', 'reports');
    await visitor.page.locator('scc-figure').first().waitFor();
    await visitor.page
      .locator('scc-runs-list')
      .getByRole('link', { name: /Weekly reports/ })
      .waitFor();
    await visitor.page.getByText('Loading what is due…').waitFor();
    await visitor.close();
  });

  it('is asked for anew when the tab is seen again: the watch is back, and what was missed is made up late', async () => {
    const visitor = await visit();
    const due = visitor.page.locator('scc-due-list');
    await due.getByText('Nobody is watching.').waitFor();
    await tick('2026-11-30T22:05:00Z', 'sweep');
    await tick('2026-11-30T22:15:00Z', 'watch');
    await visitor.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await due.getByText('The watch last looked at 2:15 PM PST: 2 expected, none missing.').waitFor();
    await due.getByText('Came late (2)').waitFor();
    expect(await due.getByText(/^Missed/).count()).toBe(0);
    await visitor.close();
  });
});

describe('a report that cannot be made', () => {
  it.each(LOOKS)('says so in words on the page of its run, at $width px, $scheme', async (look) => {
    unprintable = 'cto';
    const office = await signedIn(stack, 'admin@example.com');
    const requestKey = `unprintable-${look.width}-${look.scheme}`;
    const asked = { requestKey, reports: ['cto', 'cfo'], sendTo: 'nobody' };
    const { runKey } = (await office.send<StartRunResponse>('POST', '/api/reports/runs', asked)).body;
    await eventually(async () => {
      const { body } = await office.get<RunResponse>(`/api/reports/runs/${encodeURIComponent(runKey)}`);
      return body.run.state === 'complete-with-problems';
    });
    const visitor = await visit('admin@example.com', look);
    await goTo(visitor.page, stack, `#/reports/runs/${encodeURIComponent(runKey)}`, /^Run on request/);
    const line = visitor.page.getByRole('listitem').filter({ hasText: 'CTO report' }).first();
    await line.getByText('This report could not be made: it met a value it cannot work with (RangeError).').waitFor();
    await line.getByText('“Run now” makes the report anew.').waitFor();
    await visitor.page.getByRole('link', { name: 'CFO report' }).waitFor(); // the other one is there
    await expectSound(visitor, 'run-failed-report', look);
    await visitor.close();
  });
});

describe('the dialog to run reports', () => {
  it('lets go of every report at once, and takes them all back', async () => {
    const visitor = await visit();
    const { page } = visitor;
    await page.getByRole('button', { name: 'Run now…' }).click();
    const all = await chosenReports(page);
    expect(all.length).toBeGreaterThan(5);
    await openDialog(page).getByRole('button', { name: 'Choose none' }).click();
    await openDialog(page).getByRole('button', { name: 'Choose all' }).waitFor();
    const boxes = openDialog(page).getByRole('group', { name: 'Reports' }).getByRole('checkbox', { checked: true });
    expect(await boxes.count()).toBe(0);
    await openDialog(page).getByRole('button', { name: 'Choose all' }).click();
    expect(await chosenReports(page)).toEqual(all);
    await visitor.close();
  });
});
