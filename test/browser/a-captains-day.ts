import type { Locator, Page } from 'playwright-core';

/** A charter's page in the hands of its captain: what is pressed, in the words on the screen. */
export function captainsPage(page: Page) {
  const button = (name: string | RegExp, inside: Page | Locator = page) => inside.getByRole('button', { name });
  const dialog = () => page.getByRole('dialog');
  const answered = async (press: string) => {
    await button(press, dialog()).click();
    await dialog().waitFor({ state: 'hidden' });
  };
  const item = (text: string, checked?: boolean) =>
    page.getByRole('checkbox', { name: new RegExp(`^${text}`), ...(checked === undefined ? {} : { checked }) });

  /** Opens the phase an item belongs to, unless it is open. */
  const shown = async (phase: string, text: string) => {
    const summary = page.locator('summary').filter({ hasText: phase });
    await summary.waitFor();
    if (!(await item(text).isVisible())) await summary.click();
    await item(text).waitFor();
  };

  return {
    button,
    dialog,
    /** Everything that stands in the way of the next move, a line each. */
    blockers: () => page.locator('scc-problem-list#blocked li').allInnerTexts(),
    state: (word: string) => page.locator('scc-state-badge').getByText(word, { exact: true }).waitFor(),
    async press(name: string | RegExp): Promise<void> {
      await button(name).click();
    },
    async tick(phase: string, text: string): Promise<void> {
      await shown(phase, text);
      await item(text).click();
      await item(text, true).waitFor();
    },
    /** Ticks an item that asks for a reading or a name. */
    async enter(phase: string, text: string, label: string, value: string): Promise<void> {
      await shown(phase, text);
      await item(text).click();
      await dialog().getByLabel(label).fill(value);
      await answered('Save');
      await item(text, true).waitFor();
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
      await dialog().getByLabel('Go', { exact: true }).check();
      await dialog().getByLabel('Forecast').fill(forecast);
      await answered('Record');
    },
    async record(station: string): Promise<void> {
      await button(`Now: ${station}`).click();
      await button(`Correct: ${station}`).waitFor();
    },
    async castOff(paxAboard: number): Promise<void> {
      await button('Cast off').click();
      await dialog().getByLabel('Guests aboard').fill(String(paxAboard));
      await dialog().getByLabel('The count has been given to someone ashore').check();
      await answered('Cast off');
    },
    async returnToDock(paxAshore: number): Promise<void> {
      await button('Return to the dock').click();
      await dialog().getByLabel('Guests ashore').fill(String(paxAshore));
      await answered('Return to the dock');
    },
    async report(answers: Readonly<Record<string, string>>): Promise<void> {
      await button('Write the report').click();
      for (const [label, value] of Object.entries(answers)) await dialog().getByLabel(label).fill(value);
      await answered('Submit the report');
    },
  };
}
