import * as z from 'zod/mini';
import type { Page } from './pages.ts';
import { INDEX } from './pages.ts';

const TRY_EVERY_MS = 1_000;
const ANSWER_MS = 10_000;

/** What the new version must show through the address people use before the pages are switched to it. */
export interface Trial {
  readonly appUrl: string;
  readonly version: string;
  readonly pages: readonly Page[];
  /** Whether the app had an index before; at the very first deployment it has none to show. */
  readonly hadIndex: boolean;
}

/**
 * Asks for the health route, the app's index and what the new index loads, until all answer or the time is up.
 * Answers what is wrong, or nothing.
 */
export async function smokeProblem(trial: Trial, smokeMs: number): Promise<string | undefined> {
  const until = Date.now() + smokeMs;
  for (;;) {
    const problem = await firstProblem(trial);
    if (problem === undefined) return undefined;
    if (Date.now() + TRY_EVERY_MS > until) return problem;
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
}

async function firstProblem({ appUrl, version, pages, hadIndex }: Trial): Promise<string | undefined> {
  const health = await asked(appUrl, '/api/health');
  if (health.status !== 200) return `/api/health answered ${health.status}`;
  const read = z.object({ ok: z.literal(true), version: z.string() }).safeParse(jsonIn(health.text));
  if (!read.success) return '/api/health answered something else';
  if (read.data.version !== version) return `/api/health answers version ${read.data.version}`;
  for (const path of [...(hadIndex ? ['/'] : []), ...loadedBy(pages)]) {
    const { status } = await asked(appUrl, path);
    if (status !== 200) return `${path} answered ${status}`;
  }
  return undefined;
}

/** The paths the new index asks a browser to load. */
function loadedBy(pages: readonly Page[]): string[] {
  const html = new TextDecoder().decode(pages.find((page) => page.key === INDEX)?.bytes);
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return pages.filter((page) => page.hashed && named.includes(page.key)).map((page) => `/${page.key}`);
}

async function asked(
  appUrl: string,
  path: string,
): Promise<{ readonly status: number | string; readonly text: string }> {
  try {
    const reply = await fetch(new URL(path, appUrl), { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    return { status: `nothing (${error instanceof Error ? error.message : String(error)})`, text: '' };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
