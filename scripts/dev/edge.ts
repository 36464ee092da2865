import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { serve } from '@hono/node-server';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { gatewayEvent, gatewayResponse } from './api-gateway.ts';
import type { LocalService } from './services/http-service.ts';

/** The function as the edge sees it. */
export type Invoke = (event: unknown) => Promise<unknown>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** The one script that stands in the page itself: `frontend/early.ts`, as it is built. Another text must not run there. */
const EARLY_SCRIPT = "'sha256-ouQQHqpL0dDWtIq/ll7PFsCR3Zn5B/MDl1/1Eboh8vk='";

/** What the CDN adds to every page of the app. Over plain http there is no upgrade to ask for. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    `default-src 'none'; script-src 'self' ${EARLY_SCRIPT}; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
    "connect-src 'self'; " +
    "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; manifest-src 'self'; " +
    "require-trusted-types-for 'script'; trusted-types lit-html",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** One address for the app and its API, as the CDN gives it: pages from a folder, `/api/*` through the real handler. */
export function startEdge(options: {
  readonly port: number;
  readonly folder: string;
  readonly invoke: Invoke;
}): Promise<LocalService> {
  const app = new Hono();
  app.all('/api/*', async ({ req }) => {
    const event = await gatewayEvent(req.raw, randomUUID(), '127.0.0.1', new Date());
    return gatewayResponse((await options.invoke(event)) as APIGatewayProxyStructuredResultV2);
  });
  app.get('*', async ({ req }) => page(options.folder, new URL(req.url).pathname));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port }, (info: AddressInfo) =>
      resolve({
        endpoint: `http://127.0.0.1:${info.port}`,
        port: info.port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', reject);
  });
}

async function page(folder: string, path: string): Promise<Response> {
  const name = normalize(path === '/' ? '/index.html' : decodeURIComponent(path));
  const type = TYPES[extname(name)];
  const bytes =
    name.includes('..') || type === undefined ? undefined : await readFile(join(folder, name)).catch(() => undefined);
  const headers = new Headers(PAGE_HEADERS);
  if (bytes === undefined || type === undefined) {
    headers.set('content-type', 'text/plain; charset=utf-8');
    return new Response('There is no such page.\n', { status: 404, headers });
  }
  headers.set('content-type', type);
  headers.set('cache-control', name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  return new Response(new Uint8Array(bytes), { headers });
}
