import { readFile } from 'node:fs/promises';
import type { RequestOptions } from 'node:http';
import { get } from 'node:http';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Clock } from './clock.ts';
import { objectIn, storedSecret } from './stored-secret.ts';

/** The keys sessions are signed with, by key id, and the pepper addresses are marked with. */
export interface Secrets {
  readonly activeKid: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly pepper: string;
}

/** Where secrets come from, cached. */
export interface SecretSource {
  /** The secrets, at most five minutes old while their source answers. @throws FaultError `unavailable` without any. */
  current(): Promise<Secrets>;
  /** The secrets, read anew when they lack this key id, but at most once a minute. */
  knowing(kid: string): Promise<Secrets>;
}

/** Reads the secret as it is stored: JSON that has not been checked yet. */
export type SecretReader = () => Promise<unknown>;

const FRESH_MS = 5 * 60_000;
const FORCED_EVERY_MS = 60_000;
const STALE_MS = 24 * 60 * 60_000;
const READ_TIMEOUT_MS = 2_000;
const LEAST_KEY_BYTES = 32;

/** A source that keeps what it read, and keeps serving it for a day when it cannot be read again. */
export function cachedSecrets(read: SecretReader, clock: Clock): SecretSource {
  let held: { readonly secrets: Secrets; readonly readAt: Instant } | undefined;
  let triedAt: Instant | undefined;
  let reading: Promise<void> | undefined;
  const age = (since: Instant | undefined) => (since === undefined ? Infinity : epochMs(clock()) - epochMs(since));

  async function readAgain(): Promise<void> {
    triedAt = clock();
    const secrets = secretsIn(await read());
    held = { secrets, readAt: triedAt };
  }
  const refreshed = () => {
    reading ??= readAgain().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  /** Reads again at most once a minute while something is held; what is held survives a failure. */
  async function usable(wanted: boolean): Promise<Secrets> {
    let cause: unknown;
    if (held === undefined || (wanted && age(triedAt) >= FORCED_EVERY_MS)) {
      await refreshed().catch((error: unknown) => {
        cause = error;
      });
    }
    if (held === undefined || age(held.readAt) > STALE_MS) {
      throw new FaultError(fault('unavailable', 'Sign-in is not available at the moment. Try again soon.', [], cause));
    }
    return held.secrets;
  }
  return {
    current: () => usable(age(held?.readAt) >= FRESH_MS),
    async knowing(kid) {
      const secrets = await usable(age(held?.readAt) >= FRESH_MS);
      return secrets.keys.has(kid) ? secrets : usable(true);
    },
  };
}

/**
 * The secret through the Secrets Manager Lambda extension's local endpoint; neither an AWS client nor the platform's
 * fetch is loaded for it: every cold start waits for this answer.
 */
export function extensionReader(secretArn: string, sessionToken: () => string, port = 2773): SecretReader {
  const path = `/secretsmanager/get?secretId=${encodeURIComponent(secretArn)}`;
  return async () => {
    const headers = { 'X-Aws-Parameters-Secrets-Token': sessionToken() };
    const { status, text } = await asked({ host: 'localhost', port, path, headers });
    if (status !== 200) throw new Error(`the secrets extension answered ${status}`);
    const held = objectIn(jsonIn(text))?.['SecretString'];
    if (typeof held !== 'string') throw new Error('the secrets extension answered without a SecretString');
    return jsonIn(held);
  };
}

/** One GET, followed nowhere, whole within two seconds. */
function asked(of: RequestOptions): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = get({ ...of, agent: false, signal: AbortSignal.timeout(READ_TIMEOUT_MS) }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.once('error', reject);
      reply.once('end', () => resolve({ status: reply.statusCode, text: Buffer.concat(chunks).toString('utf8') }));
    });
    request.once('error', reject);
  });
}

/** The secret from a local file that is kept out of the repository. */
export function fileReader(path: string): SecretReader {
  return async () => jsonIn(await readFile(path, 'utf8'));
}

/** Parsed without the parser's own words on failure: they quote the text, and the text is secret. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the secret is not JSON');
  }
}

/**
 * The secrets a stored secret holds.
 * @throws Error naming what is wrong, never showing it: keys and pepper under 32 bytes, more than two keys, no active one.
 */
export function secretsIn(stored: unknown): Secrets {
  const { active, keys, pepper } = storedSecret(stored);
  const byKid = new Map(keys.map(({ kid, key }) => [kid, longEnough(`key ${kid}`, key)]));
  if (byKid.size !== keys.length) throw new Error('the secret holds two keys under one id');
  if (!byKid.has(active)) throw new Error('the secret names an active key it does not hold');
  longEnough('pepper', pepper);
  return { activeKid: active, keys: byKid, pepper };
}

function longEnough(name: string, base64url: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(base64url, 'base64url'));
  if (bytes.length < LEAST_KEY_BYTES) throw new Error(`${name} is ${bytes.length} bytes, expected at least 32`);
  return bytes;
}
