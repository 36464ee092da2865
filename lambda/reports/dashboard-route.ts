import { ROUTES } from '../../shared/wire/routes.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { dashboardAhead, dashboardReply } from './dashboard-reading.ts';
import type { ReportingDeps } from './deps.ts';

/** The one route a fresh process must be quick at: the figures as they were last prepared. */
export function mountDashboard(app: RouteHolder, deps: ReportingDeps): void {
  const ahead = (header: (name: string) => string | undefined) => dashboardAhead(deps, header('if-none-match'));
  route(app, ROUTES.dashboard, { ahead }, ({ user, now, header, ahead: held }) =>
    dashboardReply(deps, user, { now, etag: header('if-none-match'), accepts: header('accept-encoding') }, held),
  );
}
