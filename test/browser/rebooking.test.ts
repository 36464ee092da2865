import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';
import type { TestBrowser, Visitor } from './a-browser.ts';
import { aBrowser, bringAxe, LOOKS } from './a-browser.ts';
import { openDialog } from './a-captains-day.ts';
import { expectSound } from './a-sound-page.ts';
import { confirmedAhead, goTo, heading, signIn } from './a-visit.ts';

let stack: TestStack;
let browser: TestBrowser;
let caller: Caller;

beforeAll(async () => {
  stack = await aStack({ webFolder: inject('webFolder') });
  browser = await aBrowser();
  caller = await signedIn(stack, 'admin@example.com');
});
afterAll(async () => {
  await browser?.close();
  await stack?.remove();
});

const fileOf = async (id: string) => (await caller.get<ReadCharterResponse>(`/api/charters/${id}`)).body.file;

describe.each(LOOKS.filter(({ scheme }) => scheme === 'light'))('another day, at $width px', (look) => {
  let admin: Visitor;
  beforeAll(async () => {
    admin = await browser.visitor(look);
    await bringAxe(admin);
    await signIn(admin, stack, 'admin@example.com');
  });
  afterAll(() => admin?.close());

  const isSound = (name: string) => expectSound(admin, name, look);

  it('is booked from the charter’s page with all that was agreed, and the booking moves there', async () => {
    const { page } = admin;
    const id = await confirmedAhead(caller);
    const { charter, guests } = await fileOf(id);
    await goTo(page, stack, `#/charters/${id}`, charter.title);
    await page.getByRole('link', { name: 'Book another day' }).click();
    await heading(page, 'New charter');
    await page.getByLabel('Title', { exact: true }).waitFor();
    const place = page.getByLabel('Takes the place of');
    expect(await place.locator('option:checked').innerText()).toBe(`${charter.sailsOn}, ${charter.title}`);
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(charter.title);
    expect(await page.getByLabel('Day it sails').inputValue()).not.toBe(charter.sailsOn);
    await page.getByLabel('Day it sails').fill(plusDays(charter.sailsOn as LocalDate, 40));
    await isSound('rebooking-form');
    await page.getByRole('button', { name: 'Open the charter' }).click();

    await heading(page, charter.title);
    const day = openDialog(page).getByLabel('New day');
    const chosen = day.locator('option:checked', {
      hasText: `${plusDays(charter.sailsOn as LocalDate, 40)}, ${charter.title}`,
    });
    await chosen.waitFor({ state: 'attached' });
    await isSound('rebooking-dialog');
    const laterId = await day.inputValue();
    await openDialog(page).getByRole('button', { name: 'Move to another day' }).click();
    await page.getByRole('link', { name: 'It moved to another day: see that charter' }).waitFor();
    expect(await page.getByRole('link', { name: 'Book another day' }).count()).toBe(0);
    await isSound('rebooking-moved');

    await page.getByRole('link', { name: 'It moved to another day: see that charter' }).click();
    await page.getByRole('link', { name: 'It takes the place of another day: see that charter' }).waitFor();
    const later = await fileOf(laterId);
    const { customerId, vesselId, channelId, priceLines, depositCents } = charter;
    expect(later.charter).toMatchObject({
      customerId,
      vesselId,
      channelId,
      priceLines,
      depositCents,
      rebookedFrom: id,
    });
    expect(later.guests.map(({ name }) => name).sort()).toEqual(guests.map(({ name }) => name).sort());
    expect((await fileOf(id)).charter).toMatchObject({ lifecycle: 'rescheduled', rebookedTo: laterId });
  });
});
