import { createHash } from 'node:crypto';

/** As many people as this process remembers; then it begins anew. */
const MOST = 1_000;

/**
 * Whose dashboard was answered to which cookie last, so that it can be read again while it is still being found out who
 * asks. Only a guess where to look: who they are and what they may see is found out anew each time. Cookies are kept as
 * digests, which open nothing.
 */
export class SetsSeen {
  readonly #sets = new Map<string, string>();

  /** The set they were answered last; nothing for who has not been seen. */
  of(cookie: string | undefined): string | undefined {
    return cookie === undefined ? undefined : this.#sets.get(digestOf(cookie));
  }

  /** Notes what was answered. */
  note(cookie: string | undefined, set: string): void {
    if (cookie === undefined) return;
    if (this.#sets.size >= MOST) this.#sets.clear();
    this.#sets.set(digestOf(cookie), set);
  }
}

function digestOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64');
}
