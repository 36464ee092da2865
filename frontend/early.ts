/**
 * The first thing that runs, a kilobyte beside the app: looks at the address and asks for what the page there will ask
 * for first, while the app's own code is still on the way. The API client then takes each answer, once.
 */

const begun = new Map<string, Promise<Response>>();

/** The answer to a request that was begun before the app was here; nothing when there is none or it has been taken. */
export function begunEarly(address: string): Promise<Response> | undefined {
  const found = begun.get(address);
  begun.delete(address);
  return found;
}

function begin(address: string): void {
  const options = { credentials: 'same-origin', cache: 'no-store', headers: { accept: 'application/json' } } as const;
  const asked = fetch(address, options);
  asked.catch(() => undefined); // whoever takes it hears of it
  begun.set(address, asked);
}

/** On the sign-in page nothing is asked; who comes back with figures kept asks only whether there are newer ones. */
function start(hash: string): void {
  if (/^#\/?sign-in/.test(hash)) return;
  begin('/api/me');
  if (!/^#\/?reports\/?$/.test(hash)) return;
  if (sessionStorage.getItem('scc.kept.dashboard') === null) begin('/api/reports/dashboard');
  import('./reports/reports-panel.ts').catch(() => undefined); // the router asks again and says so
}

/** Somewhere else, or somebody else: what was begun is no longer what is asked for. */
addEventListener('hashchange', () => begun.clear());
start(location.hash);
