import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { dashboardAhead, dashboardReply, setOf } from './dashboard-reading.ts';
import type { ReportingDeps } from './deps.ts';
import { SetsSeen } from './sets-seen.ts';

/** The one route a fresh process must be quick at: the figures as they were last prepared. */
export function mountDashboard(app: RouteHolder, deps: ReportingDeps): void {
  const seen = new SetsSeen();
  const ahead = (header: (name: string) => string | undefined) =>
    dashboardAhead(deps, { etag: header('if-none-match'), lastSet: seen.of(header('cookie')) });
  route(app, ROUTES.dashboard, { ahead }, ({ user, now, header, ahead: held }) => {
    const set = setOf(user);
    seen.note(header('cookie'), set.name);
    return dashboardReply(deps, set, { now, etag: header('if-none-match'), accepts: header('accept-encoding') }, held);
  });
}
