import { begin, forgetBegun } from './api/early-answers.ts';
import { openReports } from './reports-door.ts';

/**
 * The first thing that runs, a kilobyte beside the app: looks at the address and asks for what the page there will ask
 * for first, while the app's own code is still on the way. On the sign-in page nothing is asked; who comes back with
 * figures kept asks only whether there are newer ones.
 */
function start(hash: string): void {
  if (/^#\/?sign-in/.test(hash)) return;
  const isDashboard = /^#\/?reports\/?$/.test(hash);
  if (isDashboard && sessionStorage.getItem('scc.kept.dashboard') === null) begin('/api/reports/dashboard');
  if (isDashboard) openReports().catch(() => undefined); // the router asks again and says so
  begin('/api/me');
}

addEventListener('hashchange', forgetBegun);
start(location.hash);
