/** Requests that were begun before the app's own code was here; the API client takes each answer once. */
const begun = new Map<string, Promise<Response>>();

/** Begins a request the page will make first. */
export function begin(address: string): void {
  const options = { credentials: 'same-origin', cache: 'no-store', headers: { accept: 'application/json' } } as const;
  const asked = fetch(address, options);
  asked.catch(() => undefined); // whoever takes it hears of it
  begun.set(address, asked);
}

/** The answer to a request that was begun early; nothing when there is none or it has been taken. */
export function begunEarly(address: string): Promise<Response> | undefined {
  const found = begun.get(address);
  begun.delete(address);
  return found;
}

/** Somewhere else, or somebody else: what was begun is no longer what is asked for. */
export function forgetBegun(): void {
  begun.clear();
}
