import { fault } from '../../shared/kernel/fault.ts';
import { allowedMethods } from './allowed-methods.ts';
import type { ApiRequest } from './api-request.ts';
import { errorLine } from './error-line.ts';
import { gatedAnswer } from './gate.ts';
import type { GateDeps } from './gate-deps.ts';
import type { MountedRoutes } from './gated-routes.ts';
import { GatedRoutes, routeAt } from './gated-routes.ts';
import { brokenPromise, faultIn, methodNotAllowed, NOT_FOUND, problemAnswer } from './problems.ts';
import type { Answer } from './reply.ts';
import { secured } from './security-headers.ts';

export interface AppDeps extends GateDeps {
  /** Each mounts the routes of one subject. */
  readonly mounts: readonly ((app: GatedRoutes) => void)[];
}

/** The whole API: whatever is asked of it, it answers, and never throws. */
export interface App {
  answer(request: ApiRequest): Promise<Answer>;
}

/** The whole API as one app: nothing is reachable but routes of the table, each behind its gate. */
export function createApp(deps: AppDeps): App {
  const mounted: MountedRoutes = new Map();
  const holder = new GatedRoutes(mounted);
  for (const mount of deps.mounts) mount(holder);
  return {
    async answer(request) {
      const requestId = deps.requestId(request);
      const { route, answer } = await routed(deps, mounted, request, requestId).catch((error: unknown) => ({
        route: undefined,
        answer: refusal(deps, error, requestId),
      }));
      deps.log('http', {
        requestId,
        route: route ?? `${shortMethod(request.method)} elsewhere`,
        status: answer.status,
      });
      const whole = secured(answer, deps.origin, requestId);
      return request.method === 'HEAD' ? { ...whole, body: undefined } : whole;
    },
  };
}

const NO_OTHER_ORIGIN = fault('forbidden', 'The API answers its own pages only.');

const NOT_THIS_WAY = fault('forbidden', 'The API is reached through the app only.');

/** An answer, with the table entry it was given under, for the log. */
interface Routed {
  readonly route?: string;
  readonly answer: Answer;
}

/** HEAD is answered as GET; what it leaves out is left out at the end. */
async function routed(deps: AppDeps, mounted: MountedRoutes, request: ApiRequest, requestId: string): Promise<Routed> {
  if (isPreflight(request)) return { answer: problemAnswer(NO_OTHER_ORIGIN, requestId) };
  if ((await deps.mayEnter?.(request)) === false) return { answer: problemAnswer(NOT_THIS_WAY, requestId) };
  const path = request.url.pathname;
  const found = routeAt(mounted, request.method === 'HEAD' ? 'GET' : request.method, path);
  if (found === undefined) {
    const allow = allowedMethods(mounted.keys(), path);
    return { answer: allow.length > 0 ? methodNotAllowed(allow, requestId) : problemAnswer(NOT_FOUND, requestId) };
  }
  const answer = await gatedAnswer(deps, request, requestId, found).catch((error: unknown) =>
    refusal(deps, error, requestId),
  );
  return { route: `${found.to.method} ${found.to.path}`, answer };
}

/** The one place where something thrown becomes an answer. What it was goes to the log, not to the person. */
function refusal(deps: AppDeps, error: unknown, requestId: string): Answer {
  const known = faultIn(error);
  if (known === undefined) {
    deps.log('http-error', { requestId, ...errorLine(error) });
    return brokenPromise(requestId);
  }
  if (known.cause !== undefined) deps.log('http-refusal', { requestId, code: known.code, ...errorLine(known.cause) });
  return problemAnswer(known, requestId);
}

function isPreflight(request: ApiRequest): boolean {
  return request.method === 'OPTIONS' && request.header('access-control-request-method') !== undefined;
}

/** Methods are whatever a stranger types; only their shape reaches the log. */
function shortMethod(method: string): string {
  return /^[A-Z]{1,10}$/.test(method) ? method : 'OTHER';
}
