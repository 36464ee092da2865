import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { headLength, MessageReader } from './http-messages.ts';
import { Dice } from './world/dice.ts';

/**
 * What can be done to a request and its reply. `refuse` shuts the door: whoever comes next is not let in. `cut` breaks off
 * midway through the request; `lose`, `truncate` and `hang` let the service act, and then give no reply, half of it, or
 * none for good; `stall` gives the service nothing and the client no answer. `slow` only takes time.
 */
export const HARMS = ['refuse', 'cut', 'lose', 'truncate', 'slow', 'stall', 'hang'] as const;
export type Harm = (typeof HARMS)[number];

/** What is done to a request, by its number since the proxy was told to strike; nothing for most. */
export type Plan = (number: number) => Harm | undefined;

/** Something that was done: to which request, and what it asked for. */
export interface Strike {
  readonly number: number;
  readonly harm: Harm;
  readonly asked: string;
}

/** A proxy between a client and one service. It passes everything until it is told to strike. */
export interface TcpProxy {
  /** http://127.0.0.1:<port>, in place of the service's own. */
  readonly endpoint: string;
  /** Strikes by a plan from now on, which counts requests from 0. */
  strike(plan: Plan): void;
  /** Passes everything again, once the door is open. Answers how many requests came since, and what was done to them. */
  spare(): Promise<{ readonly requests: number; readonly strikes: readonly Strike[] }>;
  close(): Promise<void>;
}

/** How long a door stays shut, and how long a slow exchange takes: both well within the patience of the clients. */
const SHUT_MS = 25;
const SLOW_MS = 200;
const PIECES = 8;

/** Every nth request from one on, a few times at most. */
export function every(nth: number, harm: Harm, from = 0, most = Number.POSITIVE_INFINITY): Plan {
  return (number) => {
    const since = number - from;
    return since >= 0 && since % nth === 0 && since / nth < most ? harm : undefined;
  };
}

/** So many of all requests, each in a way the seed draws; one strike in eight is of a kind that costs more than one request. */
export function mixture(seed: number, rate: number): Plan {
  return (number) => {
    const dice = new Dice(seed * 100_003 + number);
    if (dice.chance() >= rate) return undefined;
    return drawn(dice, dice.below(8) === 0 ? COSTLY : CHEAP);
  };
}

/** A shut door turns away everybody who comes at that time; what is waited out takes seconds. */
const COSTLY: readonly Harm[] = ['refuse', 'stall', 'hang'];
const CHEAP: readonly Harm[] = HARMS.filter((harm) => !COSTLY.includes(harm));

function drawn(dice: Dice, harms: readonly Harm[]): Harm | undefined {
  return harms[dice.below(harms.length)];
}

/** Starts a proxy before the service that answers at an address of this machine. */
export async function tcpProxy(service: string): Promise<TcpProxy> {
  const servicePort = Number(new URL(service).port);
  const guests = new Map<Socket, { isBusy: boolean }>();
  const nothing: Plan = () => undefined;
  let plan = nothing;
  let count = 0;
  let strikes: Strike[] = [];
  let opening: Promise<void> | undefined;
  const server = createServer((client) => {
    const state = { isBusy: false };
    guests.set(client, state);
    client.setNoDelay(true);
    client.on('error', () => undefined); // who breaks off is not waited for
    client.on('close', () => guests.delete(client));
    serve(client, state)
      .catch(() => undefined)
      .finally(() => client.destroy());
  });
  const port = await listening(server, 0);

  /** One exchange after the other, until either side is gone. */
  async function serve(client: Socket, state: { isBusy: boolean }): Promise<void> {
    const reader = new MessageReader(client);
    for (;;) {
      const request = await reader.next('request');
      if (request === undefined) return;
      state.isBusy = true;
      const number = count;
      count += 1;
      const planned = plan(number);
      if (planned !== undefined) strikes.push({ number, harm: planned, asked: askedBy(request) });
      if (planned === 'refuse') return shut(); // it came in beside one that was let in
      const reply = await struck(client, reader, request, planned);
      if (reply === undefined) return;
      refuseNext();
      if (planned === 'slow') await inPieces(client, reply);
      else client.write(reply);
      if (opening !== undefined) return void (await new Promise<void>((sent) => client.end(sent)));
      state.isBusy = false;
    }
  }

  /** Shuts the door before whoever comes next, where the plan says so. */
  function refuseNext(): void {
    if (plan(count) !== 'refuse') return;
    strikes.push({ number: count, harm: 'refuse', asked: 'whatever came next' });
    count += 1;
    shut();
  }

  /** The reply that is to be passed on; nothing when the client gets none and the connection is over. */
  async function struck(client: Socket, reader: MessageReader, request: Buffer, harm: Harm | undefined) {
    if (harm === 'stall') return patienceOf(reader);
    if (harm === 'cut') {
      await halfSent(servicePort, request);
      return void client.resetAndDestroy();
    }
    if (harm === 'slow') await pause(SLOW_MS / 2);
    const reply = await answered(servicePort, request);
    if (harm === 'hang') return patienceOf(reader);
    if (harm === 'lose' || reply === undefined) return void client.resetAndDestroy();
    if (harm !== 'truncate') return reply;
    await new Promise<void>((sent) => client.end(firstHalf(reply), sent));
    return undefined;
  }

  /** Lets nobody in for a moment; who is inside leaves as soon as nothing is under way with them. */
  function shut(): void {
    if (opening !== undefined) return;
    server.close();
    for (const [client, { isBusy }] of guests) if (!isBusy) client.end();
    opening = pause(SHUT_MS)
      .then(() => listening(server, port))
      .then(() => {
        opening = undefined;
      });
  }

  return {
    endpoint: `http://127.0.0.1:${port}`,
    strike(next) {
      plan = next;
      count = 0;
      strikes = [];
      refuseNext();
    },
    async spare() {
      plan = nothing;
      await opening;
      return { requests: count, strikes: strikes.splice(0) };
    },
    async close() {
      await opening;
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const client of guests.keys()) client.destroy();
      await closed;
    },
  };
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** The service's whole reply, over a connection of its own; nothing when it hung up. */
async function answered(servicePort: number, request: Buffer): Promise<Buffer | undefined> {
  const upstream = connect({ host: '127.0.0.1', port: servicePort, noDelay: true });
  upstream.on('error', () => undefined);
  try {
    upstream.write(request);
    return await new MessageReader(upstream).next('reply').catch(() => undefined);
  } finally {
    upstream.destroy();
  }
}

/** Gives the service half of a request and breaks off. */
async function halfSent(servicePort: number, request: Buffer): Promise<void> {
  const upstream = connect({ host: '127.0.0.1', port: servicePort, noDelay: true });
  upstream.on('error', () => undefined);
  await new Promise((sent) => upstream.write(request.subarray(0, request.length >> 1), sent));
  upstream.resetAndDestroy();
}

/** Waits until the client has had enough. */
async function patienceOf(reader: MessageReader): Promise<undefined> {
  await reader.next('request').catch(() => undefined);
  return undefined;
}

/** The head of a reply and half of its body; of one without a body, half of the head. */
function firstHalf(reply: Buffer): Buffer {
  const head = headLength(reply) ?? 0;
  return reply.subarray(0, head === reply.length ? head >> 1 : head + ((reply.length - head) >> 1));
}

async function inPieces(client: Socket, reply: Buffer): Promise<void> {
  const size = Math.ceil(reply.length / PIECES);
  for (let at = 0; at < reply.length && !client.destroyed; at += size) {
    client.write(reply.subarray(at, at + size));
    await pause(SLOW_MS / 2 / PIECES);
  }
}

/** What a request asks for, in the words of the service it is meant for. */
function askedBy(request: Buffer): string {
  const text = request.toString('latin1');
  const named = /^x-amz-target: *\w+\.(\w+)\r$/im.exec(text) ?? /(?:^|[\n&])Action=(\w+)/.exec(text);
  return named?.[1] ?? text.slice(0, text.indexOf(' HTTP/'));
}
