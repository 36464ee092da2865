import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { inject } from 'vitest';

/** How somebody looks at the app. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** The two widths and two colour schemes every page is held against. */
export const LOOKS: readonly Look[] = [390, 1280].flatMap((width) => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);

/** One person at one screen: cookies of their own, one page, and what went wrong on it so far. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors and breaches of the content security policy since the last look; forgets them. */
  troubles(): string[];
  close(): Promise<void>;
}

/** A real Chromium on a fresh profile. */
export interface TestBrowser {
  visitor(look?: Partial<Look>): Promise<Visitor>;
  close(): Promise<void>;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take over something on a busy machine. */
export const PATIENCE_MS = 20_000;

/** Starts the browser that was found before the tests began. */
export async function aBrowser(): Promise<TestBrowser> {
  const { path, env } = inject('chromium');
  const browser = await chromium.launch({
    executablePath: path,
    args: ARGUMENTS,
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return {
    visitor: (look = {}) => visitor(browser, { width: 1280, scheme: 'light', ...look }),
    close: () => browser.close(),
  };
}

async function visitor(browser: Browser, { width, scheme }: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: width < 700 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.effectiveDirective} refused ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  return { page, context, troubles: () => troubles.splice(0), close: () => context.close() };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Makes axe part of every page the visitor opens from now on, which needs no exception from the policy. */
export async function bringAxe({ context }: Visitor): Promise<void> {
  await context.addInitScript({ path: AXE });
}

/** Sealed frames run no script, so what is inside them is looked at as a page of its own. */
const AXE_OPTIONS: RunOptions = { iframes: false, preload: false, resultTypes: ['violations'] };

/** A mail has no landmarks and needs none; what the guidelines themselves ask still holds. */
export const MAIL_RULES: RunOptions['runOnly'] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with the page: the rule and where, one line each; by every rule unless told. */
export async function axe(page: Page, runOnly?: RunOptions['runOnly']): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(of: Document, with_: unknown): Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    { ...AXE_OPTIONS, ...(runOnly === undefined ? {} : { runOnly }) },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} – ${failureSummary ?? ''}`),
  );
}

/** How far the page, or a dialog open on it, is wider than its room, in pixels; 0 when one need not scroll sideways. */
export async function sidewaysPx(page: Page): Promise<number> {
  const wider = await page
    .locator('html, dialog[open]')
    .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  return Math.max(...wider);
}
