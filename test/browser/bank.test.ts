import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readEntries } from '../../lambda/stores/ledger-store.ts';
import { readOpenItems } from '../../lambda/stores/register-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf } from '../../shared/kernel/calendar.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { expectSound } from './a-sound-page.ts';
import { goTo, signIn } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;
let office: Caller;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  browser = await aBrowser();
  office = await signedIn(stack, 'admin@example.com');
});
afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

const today = dayIn('America/Los_Angeles' as Zone, testClock());

describe.each(LOOKS)('at $width px, $scheme', (look) => {
  const name = `${look.width} ${look.scheme}`;
  const sum = look.width * 100 + (look.scheme === 'dark' ? 10 : 0);
  let admin: Visitor;
  beforeAll(async () => {
    admin = await browser.visitor(look);
    await bringAxe(admin);
    await signIn(admin, stack, 'admin@example.com', 'reports');
    await spent(`Ice of ${name}`, sum + 1);
    await spent(`Rope of ${name}`, sum + 2);
    await onStatement(`ICE ${name}`, -(sum + 1));
    await onStatement(`ROPE ${name}`, -(sum + 2) - 50);
    await onStatement(`STRIPE ${name}`, sum + 70_007);
    await onStatement(`fee ${name}`, -(sum + 30_003), '1020');
  });
  afterAll(() => admin?.close());

  const isSound = (what: string) => expectSound(admin, what, look);

  it('certain lines are matched together, near ones on a word, transfers recorded, and a match taken back', async () => {
    const { page } = admin;
    await goTo(page, stack, '#/bank', 'Bank lines');
    await page.getByLabel('Whose books').selectOption('jada');
    await page.getByText(`ICE ${name}`).waitFor();
    expect(await memos()).toEqual(expect.arrayContaining([`ICE ${name}`, `ROPE ${name}`, `STRIPE ${name}`]));
    await isSound('bank-open');

    await page.getByRole('button', { name: 'Match 1 line', exact: true }).click();
    const undo = page.getByRole('button', { name: `Take back the match of ICE ${name}` });
    await undo.waitFor();
    expect(await memos()).not.toContain(`ICE ${name}`);

    const rope = page.getByRole('listitem').filter({ hasText: `ROPE ${name}` });
    expect(await rope.innerText()).toContain('$0.50 less in the books, same day');
    await rope.getByRole('button', { name: new RegExp(`^This is it: .*Rope of ${name}`) }).click();
    await page.getByRole('button', { name: `Take back the match of ROPE ${name}` }).waitFor();

    const stripe = page.getByRole('listitem').filter({ hasText: `STRIPE ${name}` });
    await stripe.getByText('It was a transfer').click();
    await stripe.getByRole('button', { name: 'From Card processor clearing' }).click();
    await page.getByRole('button', { name: `Take back the match of STRIPE ${name}` }).waitFor();
    const entries = await readEntries(stack.runtime.tables, 'jada', monthOf(today));
    const moved = entries.filter(({ lines }) => lines.some(({ cents }) => cents === sum + 70_007));
    expect(moved.map(({ template }) => template)).toEqual(['cash_transferred']);

    const fee = page.getByRole('listitem').filter({ hasText: `fee ${name}` });
    await isSound('bank-fee');
    await fee.getByRole('button', { name: `It was a fee of the processor: fee ${name}` }).click();
    await page.getByRole('button', { name: `Take back the match of fee ${name}` }).waitFor();
    const kept = (await readEntries(stack.runtime.tables, 'jada', monthOf(today))).filter(({ memo }) =>
      memo.startsWith(`fee ${name}`),
    );
    expect(kept.map(({ lines }) => lines.map(({ account, cents }) => [account, cents]))).toEqual([
      [
        ['1020', -(sum + 30_003)],
        ['5040', sum + 30_003],
      ],
    ]);

    await undo.click();
    await page.getByRole('button', { name: 'Match 1 line', exact: true }).waitFor();
    expect(await memos()).toContain(`ICE ${name}`);
    expect(await memos()).not.toContain(`ROPE ${name}`);
    await isSound('bank-matched');
    await page.getByRole('button', { name: 'Match 1 line', exact: true }).click();
    await undo.waitFor();
  });
});

async function memos(): Promise<readonly string[]> {
  const { 'bank-line': open = [] } = await readOpenItems(stack.runtime.tables, 'jada');
  return open.map(({ memo }) => memo);
}

async function spent(vendor: string, cents: number): Promise<void> {
  const record = { entityId: 'jada', on: today, vendor, cents, account: '5020', paidFrom: '1010', receiptOnFile: true };
  const { status } = await office.send('POST', '/api/money/expense', { requestKey: key(vendor), record });
  expect(status).toBe(201);
}

async function onStatement(memo: string, cents: number, account = '1010'): Promise<void> {
  const record = { entityId: 'jada', account, on: today, cents, memo };
  const { status } = await office.send('PUT', `/api/register/bank-line/bnk_${key(memo)}`, { version: 0, record });
  expect(status).toBe(200);
}

function key(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}
