import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { lambdaInvoker } from '../../lambda/invoker.ts';
import { ENTRANCE_HEADER, entranceOf, viewerAddressIn } from '../../lambda/security/entrance.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant, plusMinutes } from '../../shared/kernel/calendar.ts';
import { ask, gatedApp } from '../http/gated-app.ts';

const WORD = 'w'.repeat(40);
const NEXT = 'n'.repeat(40);

/** The entrance with a clock set by hand and a secret that can be turned or lost. */
function anEntrance(first: unknown = { current: WORD }) {
  let now: Instant = instant('2026-11-21T20:00:00Z');
  let secret: unknown = first;
  let reads = 0;
  const entrance = entranceOf(
    async () => {
      reads += 1;
      if (secret instanceof Error) throw secret;
      return secret;
    },
    () => now,
  );
  return {
    entrance,
    reads: () => reads,
    pass(minutes: number) {
      now = plusMinutes(now, minutes);
    },
    store(value: unknown) {
      secret = value;
    },
  };
}

describe('the entrance', () => {
  it('opens for the word and for nothing else', async () => {
    const { entrance } = anEntrance();
    expect(await Promise.all([WORD, undefined, '', WORD.slice(1), `${WORD}w`].map(entrance))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('opens for the word before while it is being turned', async () => {
    const { entrance } = anEntrance({ current: NEXT, previous: WORD });
    expect(await Promise.all([WORD, NEXT].map(entrance))).toEqual([true, true]);
  });

  it('learns a new word within a minute, and does not let strangers make it read more often', async () => {
    const world = anEntrance();
    await world.entrance(WORD);
    world.store({ current: NEXT });
    expect(await world.entrance(NEXT)).toBe(false);
    world.pass(1);
    expect(await world.entrance(NEXT)).toBe(true);
    for (let guess = 0; guess < 50; guess += 1) await world.entrance(`guess ${guess}`);
    expect(world.reads()).toBe(2);
  });

  it('keeps the word it knows while the secret cannot be read', async () => {
    const world = anEntrance();
    await world.entrance(WORD);
    world.store(new Error('no answer'));
    world.pass(10);
    expect([await world.entrance(WORD), await world.entrance(NEXT)]).toEqual([true, false]);
  });

  it.each([new Error('no answer'), { current: 'short' }, {}, 'text'])(
    'lets nobody in when it never knew a word (%s)',
    async (secret) => {
      const { entrance } = anEntrance(secret);
      await expect(entrance(WORD)).rejects.toMatchObject({ fault: { code: 'unavailable' } });
      await expect(entrance(undefined)).rejects.toMatchObject({ fault: { code: 'unavailable' } });
    },
  );
});

describe('an app behind an entrance', () => {
  const behind = () => {
    const { entrance } = anEntrance();
    return gatedApp(() => undefined, undefined, {
      mayEnter: ({ header }) => entrance(header(ENTRANCE_HEADER)),
    }).app;
  };

  it('refuses who comes another way before anything else, with the headers of every reply', async () => {
    const reply = await ask(behind(), 'GET', '/api/health');
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ detail: 'The API is reached through the app only.' });
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers who comes through it', async () => {
    const reply = await ask(behind(), 'GET', '/api/health', undefined, { [ENTRANCE_HEADER]: WORD });
    expect(reply.status).toBe(404); // no route is mounted here, but it was let in to hear so
  });
});

describe('the viewer’s address', () => {
  it.each([
    ['203.0.113.7:46532', '203.0.113.7'],
    ['2001:db8:0:1:2:3:4:5:46532', '2001:db8:0:1:2:3:4:5'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['not an address', undefined],
    ['203.0.113.7, 198.51.100.1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s', (header, address) => expect(viewerAddressIn(header)).toBe(address));
});

describe('work the function gives itself', () => {
  it.each([
    [{ alias: 'live' }, '/2015-03-31/functions/scc/invocations?Qualifier=live'],
    [{}, '/2015-03-31/functions/scc/invocations'],
  ])('goes to the alias, when there is one (%j)', async (alias, path) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      request.resume().once('end', () => response.writeHead(202).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const before = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
    try {
      const invoker = lambdaInvoker({ region: 'us-west-2', functionName: 'scc', endpoint, ...alias });
      await invoker.invoke({ source: 'scc.self', kind: 'finish-run', runKey: 'run_1' });
      expect(asked).toEqual([path]);
    } finally {
      process.env = before;
      server.close();
      server.closeAllConnections();
    }
  });
});
