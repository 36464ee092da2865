import type { Page } from 'playwright-core';

/** What the keyboard is on. */
export interface Focused {
  readonly href: string | null;
  readonly expanded: string | null;
  /** The outermost part of a charter's page the focus is in. */
  readonly inside: string | null;
}

/** Where the keyboard is, however deep. */
export function focusedOn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let element = document.activeElement;
    let inside: string | null = null;
    while (element?.shadowRoot?.activeElement) {
      if (element.localName.startsWith('scc-charter-') && element.localName !== 'scc-charter-panel') {
        inside ??= element.localName;
      }
      element = element.shadowRoot.activeElement;
    }
    return {
      href: element?.getAttribute('href') ?? null,
      expanded: element?.getAttribute('aria-expanded') ?? null,
      inside,
    };
  });
}

/** Presses Tab until the focus is where it should be. @throws Error when it never gets there */
export async function tabUntil(page: Page, arrived: (focused: Focused) => boolean): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if (arrived(await focusedOn(page))) return;
  }
  throw new Error('a hundred presses of Tab did not lead there');
}
