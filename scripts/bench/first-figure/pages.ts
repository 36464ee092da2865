import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { lookup } from 'mrmime';
import { PAGE_HEADERS } from '../../dev/edge.ts';
import type { SampleVisit } from '../sample-visit.ts';

/** A page somebody opens: its address, and how much script came over the wire so far. */
export interface ServedPage {
  readonly url: string;
  scriptBytes(): number;
  close(): Promise<void>;
}

/** What is compressed for every answer anew is compressed at the level servers take for that; the highest takes 50 times as long. */
const ON_THE_FLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * A folder of pages behind a server that compresses as the CDN does, with the sample's API at `/api`. Files are read and
 * compressed once, before anybody measures.
 */
export async function servedPage(folder: string, path: string, visit: SampleVisit): Promise<ServedPage> {
  const app = new Hono();
  const held = new Map<string, Promise<Compressed | undefined>>();
  let scriptBytes = 0;
  app.all('/api/*', async ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const answer = await fetch(`${visit.appUrl}${pathname}${search}`, {
      headers: { cookie: req.header('cookie') ?? '', 'sec-fetch-site': 'same-origin' },
    });
    const body = brotliCompressSync(new Uint8Array(await answer.arrayBuffer()), ON_THE_FLY);
    return new Response(new Uint8Array(body), {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? '', 'content-encoding': 'br' },
    });
  });
  app.get('*', async ({ req }) => {
    const name = new URL(req.url).pathname === '/' ? '/index.html' : new URL(req.url).pathname;
    const file = held.get(name) ?? compressed(join(folder, name));
    held.set(name, file);
    const found = await file;
    if (found === undefined) return new Response('', { status: 404 });
    if (found.type.includes('javascript')) scriptBytes += found.bytes.length;
    return new Response(found.bytes, {
      headers: { ...PAGE_HEADERS, 'content-type': found.type, 'content-encoding': 'br' },
    });
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${port}${path}`,
        scriptBytes: () => scriptBytes,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}

interface Compressed {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function compressed(path: string): Promise<Compressed | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return {
    type: lookup(extname(path)) ?? 'application/octet-stream',
    bytes: new Uint8Array(brotliCompressSync(bytes)),
  };
}
