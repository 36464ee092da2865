import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStack } from '../support/a-stack.ts';
import { aStack, eventually } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { expectSound } from './a-sound-page.ts';

let stack: TestStack;
let browser: TestBrowser;
let messageId: string;

beforeAll(async () => {
  stack = await aStack({ sample: false });
  browser = await aBrowser();
  const { mailer, config } = stack.runtime.reportingDeps;
  const mail =
    'From: reports@example.com\r\nTo: ceo@example.com\r\nSubject: CEO report\r\n\r\nThe month went well.\r\n';
  const outcome = await mailer.send({
    from: config.mailFrom,
    destinations: ['ceo@example.com', config.auditBcc],
    bytes: Buffer.from(mail),
    tags: { delivery: 'dlv7k2m', report: 'ceo' },
  });
  if (outcome.kind !== 'accepted') throw new Error(`the mail was not taken: ${outcome.because}`);
  messageId = outcome.messageId;
  await stack.idle();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

/** What the page says was told of the mail, without the times. */
async function told({ page }: Visitor): Promise<readonly string[]> {
  return page.locator('.told li > span').allInnerTexts();
}

/** What the app noted of mails so far, and of which. */
const noted = (step: string) => stack.logged.filter((line) => line.includes(`"step":"${step}"`));

describe('a person at the local inbox', () => {
  it('sees what became of a mail, makes it bounce, and the app hears of it', async () => {
    const person = await browser.visitor();
    const { page } = person;
    await page.goto(stack.inboxUrl);
    await page.getByRole('link', { name: 'CEO report' }).click();
    await page.getByRole('link', { name: '3 events' }).click();
    expect(await told(person)).toEqual([
      'Taken by the mail service',
      'Delivered to ceo@example.com',
      'Delivered to audit@example.com',
    ]);
    expect(noted('mail.event')).toHaveLength(3);

    await page.getByRole('button', { name: 'Bounce this: ceo@example.com' }).click();
    await page.getByText('Bounced for good at').waitFor();
    expect(await told(person)).toContain('Bounced for good at ceo@example.com');
    await eventually(async () => noted('mail.event').some((line) => line.includes('"kind":"bounce"')));

    await page.getByRole('button', { name: 'Bounce this: audit@example.com' }).click();
    await eventually(async () => noted('mail.event').length === 5);
    expect(noted('mail.event').at(-1)).toContain(messageId);
    expect(noted('mail.event').join()).not.toContain('@');
    expect(person.troubles()).toEqual([]);
    await person.close();
  });

  it.each(LOOKS)('finds the page sound at $width in $scheme', async (look) => {
    const person = await browser.visitor(look);
    await bringAxe(person);
    await person.page.goto(`${stack.inboxUrl}/mail/${messageId}`);
    await person.page.getByRole('button', { name: 'Delay: audit@example.com' }).waitFor();
    await expectSound(person, 'mail-feedback', look);
    await person.close();
  });
});
