/**
 * The first thing that runs: a few hundred bytes beside the app, a script of its own without imports. It looks at the
 * address and asks for what the page there will ask for first, while the app's code is still on the way. On the sign-in
 * page nothing is asked; who loads the page again with figures kept asks only whether there are newer ones. The API
 * client takes each answer once (`api/early-answers.ts`).
 */
{
  const begun = new Map<string, Promise<Response>>();
  const begin = (address: string): void => {
    const options = { credentials: 'same-origin', cache: 'no-store', headers: { accept: 'application/json' } } as const;
    const asked = fetch(address, options);
    asked.catch(() => undefined); // whoever takes it hears of it
    begun.set(address, asked);
  };
  const { hash } = location;
  if (!/^#\/?sign-in/.test(hash)) {
    if (/^#\/?reports\/?$/.test(hash) && (isFirstVisit() || keepsNothing())) begin('/api/reports/dashboard');
    begin('/api/me');
  }
  // Known at once, where the first look into the storage waits for another process of the browser.
  function isFirstVisit(): boolean {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return visit?.type === 'navigate';
  }
  function keepsNothing(): boolean {
    return sessionStorage.getItem('scc.kept.dashboard') === null;
  }
  // Somewhere else, or somebody else: what was begun is no longer what is asked for.
  addEventListener('hashchange', () => begun.clear());
  Object.assign(globalThis, { sccBegun: begun });
}
