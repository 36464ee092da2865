import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Look } from './a-browser.ts';

/** A folder for pictures of every page, when somebody wants to look at them. */
const FOLDER = process.env['SCC_SHOTS'];

/** Takes a picture of the page, when asked to by SCC_SHOTS. */
export async function shot(page: Page, name: string, { width, scheme }: Look): Promise<void> {
  if (FOLDER === undefined) return;
  await mkdir(FOLDER, { recursive: true });
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  await page.screenshot({ path: join(FOLDER, `${name}-${width}-${scheme}.png`), fullPage });
}

/** Renews the picture in the README, when pictures are taken. */
export async function reportsTabPicture(page: Page): Promise<void> {
  if (FOLDER === undefined) return;
  const docs = resolve(import.meta.dirname, '../../docs');
  await mkdir(docs, { recursive: true });
  await page.screenshot({ path: join(docs, 'reports-tab.png') });
}
