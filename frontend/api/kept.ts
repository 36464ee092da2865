/** What a tab keeps over a reload, for when there is no signal: of the person signed in and of nobody else. */

const PREFIX = 'scc.kept.';

interface Kept {
  readonly userId: string;
  readonly value: unknown;
}

/** Keeps the last good answer of somebody. Where the browser has no room, nothing is kept. */
export function keep(name: string, userId: string, value: unknown): void {
  const kept: Kept = { userId, value };
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(PREFIX + name); // an older answer would pass for the last one
  }
}

/**
 * The last good answer. While it is not known who is signed in, because there is no connection to ask, it is that of
 * whoever was and has not signed out; another person's is thrown away.
 */
export function kept<T>(name: string, userId: string | undefined): T | undefined {
  const found = read(name);
  if (found === undefined) return undefined;
  if (userId === undefined || found.userId === userId) return found.value as T;
  sessionStorage.removeItem(PREFIX + name);
  return undefined;
}

/** Forgets everything kept; for signing out. */
export function forgetKept(): void {
  const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
  for (const name of names.filter((one) => one.startsWith(PREFIX))) sessionStorage.removeItem(name);
}

function read(name: string): Kept | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
    return typeof found === 'object' && found !== null && 'userId' in found ? (found as Kept) : undefined;
  } catch {
    return undefined;
  }
}
