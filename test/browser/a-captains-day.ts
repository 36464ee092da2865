import type { Locator, Page } from 'playwright-core';

/** The dialog that is open: what it asks lies in the element around it. */
export function openDialog(page: Page): Locator {
  return page.locator('scc-dialog').filter({ has: page.locator('dialog[open]') });
}

/** A charter's page in the hands of its captain: what is pressed, in the words on the screen. */
export function captainsPage(page: Page) {
  const button = (name: string | RegExp, inside: Page | Locator = page) =>
    inside.getByRole('button', { name, exact: true });
  const dialog = () => openDialog(page);
  const field = (label: string) => dialog().getByLabel(label, { exact: true });
  const answered = async (press: string) => {
    await button(press, dialog()).click();
    await dialog().waitFor({ state: 'detached' });
  };
  const item = (text: string) => page.getByRole('checkbox', { name: new RegExp(`^${text}`) });
  /** A phase that is complete closes, with the tick inside. */
  const ticked = (text: string) =>
    page
      .getByRole('checkbox', { name: new RegExp(`^${text}`), checked: true, includeHidden: true })
      .waitFor({ state: 'attached' });

  /** Opens the phase an item belongs to, unless it is open. */
  const shown = async (phase: string, text: string) => {
    const summary = page.locator('summary').filter({ hasText: phase });
    await summary.waitFor();
    if (!(await item(text).isVisible())) await summary.click();
    await item(text).waitFor();
  };

  const hand = {
    button,
    dialog,
    field,
    /** Everything that stands in the way of the next move, a line each. */
    blockers: () => page.locator('scc-problem-list#blocked li').allInnerTexts(),
    state: (word: string) =>
      page.locator('scc-charter-panel scc-state-badge').getByText(word, { exact: true }).waitFor(),
    async press(name: string | RegExp): Promise<void> {
      await button(name).click();
    },
    async tick(phase: string, text: string): Promise<void> {
      await shown(phase, text);
      await item(text).click();
      await ticked(text);
    },
    /** Ticks an item that asks for a reading or a name. */
    async enter(phase: string, text: string, label: string, value: string): Promise<void> {
      await shown(phase, text);
      await item(text).click();
      await field(label).fill(value);
      await answered('Save');
      await ticked(text);
    },
    async checkIn(role: string): Promise<void> {
      await button(`Check in: ${role}`).click();
      await button(`Check in: ${role}`).waitFor({ state: 'detached' });
    },
    async filePaperWaiver(): Promise<void> {
      await button(/^Paper waiver on file: /).click();
      await answered('Put on file');
    },
    async decideToGo(forecast: string): Promise<void> {
      await button('Decide…').click();
      await field('Go').check();
      await field('Forecast').fill(forecast);
      await answered('Record');
    },
    /** Presses Record on a new weather decision and does not wait for what comes of it. */
    async decideAgain(forecast: string): Promise<void> {
      await button('Decide again…').click();
      await field('Go').check();
      await field('Forecast').fill(forecast);
      await button('Record', dialog()).click();
    },
    async record(station: string): Promise<void> {
      await button(`Now: ${station}`).click();
      await button(`Correct: ${station}`).waitFor();
    },
    async castOff(paxAboard: number): Promise<void> {
      await button('Cast off').click();
      await field('Guests aboard').fill(String(paxAboard));
      await field('The count has been given to someone ashore').check();
      await answered('Cast off');
    },
    async returnToDock(paxAshore: number): Promise<void> {
      await button('Return to the dock').click();
      await field('Guests ashore').fill(String(paxAshore));
      await answered('Return to the dock');
    },
    async report(answers: Readonly<Record<string, string>>): Promise<void> {
      await button('Write the report').click();
      for (const [label, value] of Object.entries(answers)) await field(label).fill(value);
      await answered('Submit the report');
    },
    /** Settles everything that keeps the sample's charter of today from boarding. */
    async settle(): Promise<void> {
      await hand.checkIn('Captain');
      await hand.checkIn('First mate');
      await hand.enter('Vessel before departure', 'Licensed operator', 'Checked by', 'Jonah Merriweather');
      await hand.enter('Vessel before departure', 'Fuel level before departure', 'Reading', '85');
      await hand.tick('Safety equipment', 'Life jackets');
      await hand.filePaperWaiver();
      await hand.decideToGo('West 8 kt, swell 1 ft, no warnings');
    },
  };
  return hand;
}
