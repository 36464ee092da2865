import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Clock } from './clock.ts';
import type { SecretReader } from './secrets.ts';
import { objectIn } from './stored-secret.ts';

/** The header in which the CDN proves that a request came through it. */
export const ENTRANCE_HEADER = 'x-scc-entrance';
/** The header in which the CDN names the viewer: address and port. Anyone can write it who does not come through the CDN. */
export const VIEWER_HEADER = 'cloudfront-viewer-address';

const FRESH_MS = 5 * 60_000;
const FORCED_EVERY_MS = 60_000;

const SHORTEST_WORD = 32;

/** Whether a request came in through the CDN: it carries the word only the CDN and this function know. */
export type Entrance = (word: string | undefined) => Promise<boolean>;

/**
 * The check at the entrance. The word may be turned: `current` and `previous` both open. It is read again every five
 * minutes, and for a word it does not know at most once a minute.
 * @throws FaultError `unavailable` while the words have never been read: nobody comes in unchecked.
 */
export function entranceOf(read: SecretReader, clock: Clock): Entrance {
  let held: { readonly words: readonly string[]; readonly readAt: Instant } | undefined;
  let triedAt: Instant | undefined;
  const age = (since: Instant | undefined) => (since === undefined ? Infinity : epochMs(clock()) - epochMs(since));

  async function readAgain(): Promise<unknown> {
    triedAt = clock();
    try {
      held = { words: wordsIn(await read()), readAt: triedAt };
      return undefined;
    } catch (error) {
      return error;
    }
  }
  return async (word) => {
    const due = held === undefined || (age(held.readAt) >= FRESH_MS && age(triedAt) >= FORCED_EVERY_MS);
    const cause = due ? await readAgain() : undefined;
    if (held === undefined) {
      throw new FaultError(fault('unavailable', 'The service is busy. Try again in a moment.', [], cause));
    }
    if (word === undefined) return false;
    if (opens(held.words, word)) return true;
    if (due || age(triedAt) < FORCED_EVERY_MS) return false;
    await readAgain();
    return opens(held.words, word);
  };
}

/** The address in `203.0.113.7:4711` or `2001:db8::7:4711`, or nothing when it holds none. */
export function viewerAddressIn(header: string | undefined): string | undefined {
  const address = header?.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return address !== undefined && isIP(address) !== 0 ? address : undefined;
}

/** @throws Error naming what is wrong with the stored words, never showing them. */
function wordsIn(value: unknown): string[] {
  const { current, previous } = objectIn(value) ?? {};
  if (!isWord(current) || !(previous === undefined || isWord(previous))) {
    throw new Error('the entrance secret does not hold a current word of 32 characters or more');
  }
  return previous === undefined ? [current] : [current, previous];
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.length >= SHORTEST_WORD;
}

/** Compared by digest, all of them always, so that the time taken says nothing. */
function opens(words: readonly string[], word: string): boolean {
  return words.map((one) => timingSafeEqual(digest(one), digest(word))).includes(true);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
