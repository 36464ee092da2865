import { can } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Route } from '../../shared/wire/routes.ts';
import { isSameOrigin } from '../security/same-origin.ts';
import type { ApiRequest } from './api-request.ts';
import type { Authenticated, GateDeps } from './gate-deps.ts';
import type { FoundRoute, RequestContext, TableRoute } from './gated-routes.ts';
import { NOT_FOUND, NOT_SIGNED_IN, unsupportedType } from './problems.ts';
import { arePathParts, queryOf } from './query.ts';
import type { Answer } from './reply.ts';
import { travelling } from './reply.ts';
import { isJsonType, jsonBody } from './request-body.ts';
import { shaped } from './shaped.ts';

/**
 * The answer of a route to somebody its gate lets in: everything they sent is read and checked before the handler sees
 * any of it. @throws FaultError for whoever or whatever does not pass.
 */
export async function gatedAnswer(
  deps: GateDeps,
  request: ApiRequest,
  requestId: string,
  { to, params, handlerOf }: FoundRoute,
): Promise<Answer> {
  const now = deps.clock();
  refuseForeign(deps, request, to);
  const { shapes, handler } = await handlerOf();
  const header = (name: string) => request.header(name);
  const ahead = shapes.ahead?.(header).catch(() => undefined);
  const who = to.gate === 'public' ? undefined : await letIn(deps, request, to.gate, now);
  const takesBody = to.method === 'POST' || to.method === 'PUT';
  if (takesBody && !isJsonType(request.header('content-type'))) return unsupportedType(requestId);
  if (!arePathParts(params)) throw new FaultError(NOT_FOUND);
  const reply = await handler({
    user: who?.user,
    sid: who?.sid,
    params,
    query: await shaped(shapes.query, queryOf(request.url), 'The address'),
    body: takesBody ? await shaped(shapes.body, await jsonBody(request), 'The request') : undefined,
    ahead: await ahead,
    now,
    requestId,
    viewerAddress: deps.viewerAddress(request),
    header,
  } as RequestContext<TableRoute, unknown, unknown, unknown>);
  return travelling(who?.renewedCookie ? { ...reply, cookies: [who.renewedCookie, ...reply.cookies] } : reply);
}

/** Requests that change something must come from our own pages (CSRF). */
function refuseForeign(deps: GateDeps, request: ApiRequest, to: Route): void {
  if (to.method !== 'GET' && !isFromOurPages(deps, request)) {
    throw new FaultError(fault('forbidden', 'This request did not come from the app.'));
  }
}

async function letIn(
  deps: GateDeps,
  request: ApiRequest,
  action: Exclude<Route['gate'], 'public'>,
  now: Instant,
): Promise<Authenticated> {
  const sameOrigin = isFromOurPages(deps, request);
  const who = await deps.authenticate({ cookie: request.header('cookie'), sameOrigin, now });
  if (who === undefined) throw new FaultError(NOT_SIGNED_IN);
  if (!can(who.user, action)) throw new FaultError(fault('forbidden', 'You may not do this.'));
  return who;
}

function isFromOurPages(deps: GateDeps, request: ApiRequest): boolean {
  return isSameOrigin(request.header('sec-fetch-site'), request.header('origin'), deps.origin);
}
