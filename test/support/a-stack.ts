import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleLink } from '../../scripts/dev/console-link.ts';
import type { LocalStack, StackOptions } from '../../scripts/dev/local-stack.ts';
import { startLocalStack } from '../../scripts/dev/local-stack.ts';
import { ensureSample } from '../../scripts/sample/ensure-sample.ts';
import { testClock } from './a-clock.ts';
import { leaksIn } from './leaks.ts';

/** A whole local stack in a folder of its own, with the sample company, and what the log said. */
export interface TestStack extends LocalStack {
  readonly folder: string;
  readonly logged: readonly string[];
  /** Stops it and removes its folder. @throws Error when its log held an address, a token or a secret. */
  remove(): Promise<void>;
}

/** Starts a stack on free ports; `sample: false` leaves it empty. */
export async function aStack(options: Partial<StackOptions> & { readonly sample?: boolean } = {}): Promise<TestStack> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'scc-')));
  const logged: string[] = [];
  const lines: string[] = [];
  const stack = await startLocalStack({
    webFolder: folder,
    ports: { app: 0, inbox: 0, dynamo: 0, s3: 0 },
    log: (step, fields) => {
      const line = JSON.stringify({ step, ...fields });
      logged.push(line);
      lines.push(line);
    },
    report: (message) => logged.push(message),
    mailEventAfterMs: 30,
    ...options,
    substitutes: { clock: testClock, ...options.substitutes },
    folder,
  });
  const { tables, config, reportingDeps } = stack.runtime;
  if (options.sample !== false) await ensureSample(tables, config.zone, reportingDeps.clock(), () => undefined);
  return {
    ...stack,
    folder,
    logged,
    async remove() {
      await stack.close();
      const leaks = leaksIn(lines, await secretsIn(folder));
      // A write that was under way when the stack stopped may still make a folder.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      if (leaks.length > 0) throw new Error(`the log says too much: ${[...new Set(leaks)].join('; ')}`);
    },
  };
}

/** The signing keys and the pepper of a stack. */
async function secretsIn(folder: string): Promise<string[]> {
  const { keys, pepper } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as {
    keys: readonly { readonly key: string }[];
    pepper: string;
  };
  return [pepper, ...keys.map(({ key }) => key)];
}

/** Somebody signed in over HTTP, and how they ask. */
export interface Caller {
  readonly cookie: string;
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Signs somebody of the sample in as their browser would. */
export async function signedIn(stack: LocalStack, email: string): Promise<Caller> {
  return callerWithLink(stack.appUrl, await consoleLink(stack.runtime, email, 'charters'));
}

/** Whoever a sign-in link is for, signed in. */
export async function callerWithLink(appUrl: string, link: string): Promise<Caller> {
  const token = new URL(link).hash.split('t=')[1] ?? '';
  const opened = await fetch(`${appUrl}/api/sign-in/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token }),
  });
  if (!opened.ok) throw new Error(`the link opened nothing: ${opened.status} ${await opened.text()}`);
  return callerWith(appUrl, (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
}

function callerWith(appUrl: string, cookie: string): Caller {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${appUrl}${path}`, {
      method,
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  };
  return { cookie, get: (path) => ask('GET', path), send: (method, path, body) => ask(method, path, body) };
}

/** A mail as the local inbox holds it. */
export interface InboxMail {
  readonly messageId: string;
  readonly subject: string;
  readonly destinations: readonly string[];
  readonly blindCopies: readonly string[];
  readonly tags: readonly { readonly name: string; readonly value: string }[];
}

/** Every mail in the inbox, oldest first. */
export async function inbox(stack: LocalStack): Promise<InboxMail[]> {
  const { mails } = (await (await fetch(`${stack.inboxUrl}/api/mails`)).json()) as { mails: InboxMail[] };
  return [...mails].reverse();
}

/** Waits until something holds, looking ten times a second. @throws Error when it does not in time. */
export async function eventually<T>(look: () => Promise<T | undefined | false>, withinMs = 20_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`it did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
