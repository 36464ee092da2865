import type { DashboardResponse } from '../shared/wire/reports.ts';

/**
 * The first thing that runs: some hundred bytes in the page itself, a script of its own without imports. It looks at the
 * address and asks for what the page there will ask for first, while the app's code is still on the way. On the sign-in
 * page nothing is asked; who loads the page again with figures kept asks only whether there are newer ones. The API
 * client takes each answer once (`api/early-answers.ts`). The first figures of the reports tab are shown as soon as they
 * are here, where the app will draw them, until it has (`shell/early-figures.ts`).
 */
{
  const begun = new Map<string, Promise<Response>>();
  const begin = (address: string): Promise<Response> => {
    const options = { credentials: 'same-origin', cache: 'no-store', headers: { accept: 'application/json' } } as const;
    const asked = fetch(address, options);
    asked.catch(() => undefined); // whoever takes it hears of it
    begun.set(address, asked);
    return asked;
  };
  const { hash } = location;
  if (!/^#\/?sign-in/.test(hash)) {
    if (/^#\/?reports\/?$/.test(hash) && (isFirstVisit() || keepsNothing())) {
      begin('/api/reports/dashboard').then(showFirst, () => undefined);
    }
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
  async function showFirst(answer: Response): Promise<void> {
    if (!answer.ok) return;
    const { first } = (await answer.clone().json()) as DashboardResponse;
    const place = document.querySelector('.early');
    if (place === null) return; // the app was faster, or is somewhere else
    const line = (of: Element, text: string, tag: string, name: string) =>
      Object.assign(of.appendChild(document.createElement(tag)), { className: name, textContent: text });
    line(place, 'Reports', 'p', 'title');
    const head = line(place, '', 'p', 'head');
    line(head, first.heading, 'span', 'heading');
    line(head, 'Up to date', 'span', 'fresh');
    const row = line(place, '', 'div', 'row');
    for (const { label, text, mark } of first.figures) {
      const card = line(row, '', 'div', 'card');
      line(card, label, 'span', 'label');
      line(line(card, text, 'b', 'figure'), mark && ` ${mark}`, 'small', 'mark');
    }
  }
  // Somewhere else, or somebody else: what was begun is no longer what is asked for.
  addEventListener('hashchange', () => {
    begun.clear();
    document.querySelector('.early')?.remove();
  });
  Object.assign(globalThis, { sccBegun: begun });
}
