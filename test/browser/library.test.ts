import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { monthToDate } from '../../shared/kernel/period.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, eventually, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, heading, signIn } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  const admin = await signedIn(stack, 'admin@example.com');
  await madeReport(admin, 'first-issue');
  const on = dayIn(stack.runtime.config.zone, stack.runtime.reportingDeps.clock());
  const bill = {
    entityId: 'jada',
    on,
    vendor: 'Sail loft',
    cents: 123_400,
    account: '6110',
    paidFrom: '1010',
    receiptOnFile: true,
  };
  expect((await admin.send('POST', '/api/expenses', { requestKey: 'sail-loft-1', ...bill })).status).toBe(201);
  await madeReport(admin, 'second-issue');
  browser = await aBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

describe.each(LOOKS)('at $width px, $scheme', (look) => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await browser.visitor(look);
    await bringAxe(visitor);
    await signIn(visitor, stack, 'admin@example.com', 'reports');
  });
  afterAll(() => visitor?.close());

  const isSound = (name: string) => expectSound(visitor, name, look);

  it('the library is reached from the runs, lists every issue and narrows', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'All reports' }).click();
    await heading(page, 'All reports');
    await page
      .getByRole('link', { name: /^CEO report, / })
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: /^CEO report, / }).count()).toBe(2);
    await isSound('library');
    await page.getByLabel('Business').selectOption({ label: 'QuickDumpNow' });
    await page.waitForURL(/library\/-\/qdn\/-/);
    await page.getByLabel('Made in').fill('2020-01');
    await page.getByRole('heading', { name: 'No report fits' }).waitFor();
    await isSound('library-empty');
    await page.getByRole('link', { name: 'Show every report' }).click();
    await page
      .getByRole('link', { name: /^CEO report, / })
      .first()
      .waitFor();
  });

  it('two issues are chosen and held against each other', async () => {
    const { page } = visitor;
    await page
      .getByRole('button', { name: /^Compare…/ })
      .first()
      .click();
    await page.getByText('Choose another one to hold it against.').first().waitFor();
    await isSound('library-choosing');
    await page.getByRole('link', { name: /^Compare with this/ }).click();
    await heading(page, 'CEO report: what changed');
    const cash = page.locator('.line').filter({ hasText: 'Down, −$1,234.00' });
    expect(await cash.count()).toBeGreaterThan(0);
    await isSound('compare');
  });

  it('an issue leads to what changed since the one before it; the first has none', async () => {
    const { page } = visitor;
    await goTo(page, stack, '#/reports/library', 'All reports');
    const issues = page.getByRole('link', { name: /^CEO report, / });
    await issues.first().click();
    await page.getByRole('link', { name: 'Compare with the issue before' }).click();
    await heading(page, 'CEO report: what changed');
    await page.locator('.line').filter({ hasText: 'Down, −$1,234.00' }).first().waitFor();
    await goTo(page, stack, '#/reports/library', 'All reports');
    const listed = page.waitForResponse((response) => /\/api\/reports\/issues/.test(response.url()));
    await issues.last().click();
    await heading(page, 'CEO report');
    await listed;
    expect(await page.getByRole('link', { name: 'Compare with the issue before' }).count()).toBe(0);
  });

  it('an issue that is not there says so', async () => {
    const { page, troubles } = visitor;
    await goTo(
      page,
      stack,
      '#/reports/compare/weekly.1999%2Fgroup%2Fceo-report/weekly.1999%2Fgroup%2Fceo-report',
      'This is not here',
    );
    troubles(); // the browser notes the answer 404 on its console
    await isSound('compare-absent');
  });
});

/** The CEO report of the running month, made and archived, mailed to nobody. */
async function madeReport(admin: Caller, requestKey: string): Promise<void> {
  const { config, reportingDeps } = stack.runtime;
  const period = monthToDate(dayIn(config.zone, reportingDeps.clock()));
  const ask = { requestKey, reports: ['ceo'], period, sendTo: 'nobody' };
  const { body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
  await eventually(async () => {
    const answer = await admin.get<RunResponse>(`/api/reports/runs/${body.runKey}`);
    return answer.body.run?.state === 'complete';
  });
}
