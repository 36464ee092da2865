import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureWebBuild } from '../../scripts/dev/web-build.ts';
import type { ChromiumHere } from './chromium.ts';
import { chromiumHere } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built pages of the app. */
    webFolder: string;
    chromium: ChromiumHere;
  }
}

/** Once for all files, because two at a time would get in each other's way: builds the pages and finds the browser. */
export async function setup(project: TestProject): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  project.provide('webFolder', await ensureWebBuild(root, () => undefined));
  project.provide('chromium', await chromiumHere());
}
