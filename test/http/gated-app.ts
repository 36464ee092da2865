import type { AppDeps } from '../../lambda/http/app.ts';
import { createApp } from '../../lambda/http/app.ts';
import type { GatedRoutes } from '../../lambda/http/gated-routes.ts';
import { lineLog } from '../../lambda/log.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { FetchedApp } from './over-fetch.ts';
import { overFetch } from './over-fetch.ts';
import { ORIGIN } from './sign-in-world.ts';

export interface GatedApp {
  readonly app: FetchedApp;
  readonly lines: string[];
}

/** The app with routes of a test's own and without a store, as a browser speaks to it: whoever `user` is, is signed in. */
export function gatedApp(mount: (app: GatedRoutes) => void, user?: User, more: Partial<AppDeps> = {}): GatedApp {
  const { app, lines } = appOf(mount, user, more);
  return { app: overFetch(app), lines };
}

/** The same app without a browser before it. */
export function appOf(mount: (app: GatedRoutes) => void, user?: User, more: Partial<AppDeps> = {}) {
  const now = instant('2026-11-21T20:00:00Z');
  const lines: string[] = [];
  const app = createApp({
    authenticate: async () => (user === undefined ? undefined : { user, sid: 'sid_1' }),
    origin: ORIGIN,
    clock: () => now,
    log: lineLog(
      (line) => lines.push(line),
      () => now,
    ),
    requestId: () => 'req_1',
    viewerAddress: () => '203.0.113.9',
    mounts: [mount],
    ...more,
  });
  return { app, lines };
}

/** A request from one of our own pages. */
export function ask(
  app: GatedApp['app'],
  method: string,
  path: string,
  body?: string | Uint8Array | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(`${ORIGIN}${path}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
}
