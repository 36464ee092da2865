import type { Context } from 'hono';
import { Hono } from 'hono';
import { fault } from '../../shared/kernel/fault.ts';
import { allowedMethods } from './allowed-methods.ts';
import { errorLine } from './error-line.ts';
import type { AppEnv, GateDeps } from './gate-deps.ts';
import { GatedRoutes } from './gated-routes.ts';
import { brokenPromise, faultIn, methodNotAllowed, NOT_FOUND, problemResponse } from './problems.ts';
import { secured } from './security-headers.ts';

export interface AppDeps extends GateDeps {
  /** Each mounts the routes of one subject. */
  readonly mounts: readonly ((app: GatedRoutes) => void)[];
}

/** The whole API as one app: nothing is reachable but routes of the table, each behind its gate. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const routes = new GatedRoutes(app, deps);
  app.use('*', async (context, next) => {
    const requestId = deps.requestId(context);
    if (isPreflight(context)) context.res = problemResponse(NO_OTHER_ORIGIN, requestId);
    else if ((await deps.mayEnter?.(context)) === false) context.res = problemResponse(NOT_THIS_WAY, requestId);
    else await next();
    const response = secured(context.res, deps.origin, requestId);
    context.res = undefined; // else headers of the old response would win over the secured ones
    context.res = response;
    const route = context.get('route') ?? `${shortMethod(context.req.method)} elsewhere`;
    deps.log('http', { requestId, route, status: response.status });
  });
  for (const mount of deps.mounts) mount(routes);
  app.notFound((context) => {
    const allow = allowedMethods(routes.mounted, context.req.path);
    const requestId = deps.requestId(context);
    return allow.length > 0 ? methodNotAllowed(allow, requestId) : problemResponse(NOT_FOUND, requestId);
  });
  app.onError((error, context) => refusal(deps, error, deps.requestId(context)));
  return app;
}

const NO_OTHER_ORIGIN = fault('forbidden', 'The API answers its own pages only.');

const NOT_THIS_WAY = fault('forbidden', 'The API is reached through the app only.');

/** The one place where something thrown becomes a response. What it was goes to the log, not to the person. */
function refusal(deps: AppDeps, error: unknown, requestId: string): Response {
  const known = faultIn(error);
  if (known === undefined) {
    deps.log('http-error', { requestId, ...errorLine(error) });
    return brokenPromise(requestId);
  }
  if (known.cause !== undefined) deps.log('http-refusal', { requestId, code: known.code, ...errorLine(known.cause) });
  return problemResponse(known, requestId);
}

function isPreflight(context: Context<AppEnv>): boolean {
  return context.req.method === 'OPTIONS' && context.req.header('access-control-request-method') !== undefined;
}

/** Methods are whatever a stranger types; only their shape reaches the log. */
function shortMethod(method: string): string {
  return /^[A-Z]{1,10}$/.test(method) ? method : 'OTHER';
}
