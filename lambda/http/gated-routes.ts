import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { can } from '../../shared/access/permissions.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { User } from '../../shared/records/user.ts';
import type { Route, RouteName } from '../../shared/wire/routes.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { isSameOrigin } from '../security/same-origin.ts';
import type { AppEnv, Authenticated, GateDeps } from './gate-deps.ts';
import { NOT_FOUND, NOT_SIGNED_IN, unsupportedType } from './problems.ts';
import { arePathParts, queryOf } from './query.ts';
import type { Reply } from './reply.ts';
import { responseOf } from './reply.ts';
import { isJsonType, jsonBody } from './request-body.ts';

/** A route out of the table; there are no others. */
export type TableRoute = (typeof ROUTES)[RouteName];

/** The parameters a path names: `charterId` of /api/charters/:charterId. */
export type PathParams<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & PathParams<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown;

/** What a handler is given: everything read, checked and let in. */
export interface RequestContext<R extends Route, Body, Query, Ahead = undefined> {
  /** Who asks; on a public route nobody in particular. */
  readonly user: R['gate'] extends 'public' ? undefined : User;
  /** Their session's id; on a public route none. */
  readonly sid: R['gate'] extends 'public' ? undefined : string;
  readonly params: PathParams<R['path']>;
  readonly query: Query;
  readonly body: Body;
  /** What was read ahead; nothing when there was nothing to read or it failed. */
  readonly ahead: Ahead | undefined;
  readonly now: Instant;
  readonly requestId: string;
  readonly viewerAddress: string;
  header(name: string): string | undefined;
}

/** How the body and the query must look. Left out: nothing may be in them. */
export interface Shapes<Body, Query, Ahead = undefined> {
  readonly body?: z.ZodMiniType<Body>;
  readonly query?: z.ZodMiniType<Query>;
  /**
   * Reads, while it is still being found out who asks, what they will probably be answered. The handler gets it and
   * must make sure that it is theirs.
   */
  readonly ahead?: (header: (name: string) => string | undefined) => Promise<Ahead>;
}

export type Handler<R extends Route, Body, Query, Ahead = undefined> = (
  request: RequestContext<R, Body, Query, Ahead>,
) => Promise<Reply> | Reply;

/** What handlers are put on: the app, or a subject of it that has just been loaded. */
export interface RouteHolder {
  /** Puts a handler behind the gate of a route. @throws Error for a route that is not in the table or mounted twice. */
  route<R extends TableRoute, Body = undefined, Query = undefined, Ahead = undefined>(
    to: R,
    shapes: Shapes<Body, Query, Ahead>,
    handler: Handler<R, Body, Query, Ahead>,
  ): void;
}

/** Mounts the routes of one subject. */
export type Mount = (app: RouteHolder) => void;

/** A handler with the shapes of what it is sent, whatever they are. */
interface Mounted {
  readonly shapes: Shapes<unknown, unknown, unknown>;
  readonly handler: Handler<TableRoute, unknown, unknown, unknown>;
}

/** The only way onto the app: a route cannot be mounted without the gate its table entry names. */
export class GatedRoutes implements RouteHolder {
  readonly #app: Hono<AppEnv>;
  readonly #deps: GateDeps;
  readonly #mounted = new Set<Route>();

  constructor(app: Hono<AppEnv>, deps: GateDeps) {
    this.#app = app;
    this.#deps = deps;
  }

  /** Every route mounted so far. */
  get mounted(): ReadonlySet<Route> {
    return this.#mounted;
  }

  route<R extends TableRoute, Body = undefined, Query = undefined, Ahead = undefined>(
    to: R,
    shapes: Shapes<Body, Query, Ahead>,
    handler: Handler<R, Body, Query, Ahead>,
  ): void {
    const mounted = { shapes, handler } as unknown as Mounted;
    this.#put(to, () => mounted);
  }

  /**
   * Puts the routes of a subject up, each behind its gate; its code loads with the first request for any of them.
   * A subject that then mounts other routes than it was named with is a mistake of ours, and answers as one.
   */
  later(names: readonly RouteName[], load: () => Promise<Mount>): void {
    const subject = new LaterSubject(
      names.map((name) => ROUTES[name]),
      load,
    );
    for (const name of names) this.#put(ROUTES[name], () => subject.mounted(ROUTES[name]));
  }

  #put(to: TableRoute, find: () => Mounted | Promise<Mounted>): void {
    if (!Object.values<Route>(ROUTES).includes(to))
      throw new Error(`${to.method} ${to.path} is not in the route table`);
    if (this.#mounted.has(to)) throw new Error(`${to.method} ${to.path} is mounted twice`);
    this.#mounted.add(to);
    this.#app.on(to.method, to.path, (context) => answered(this.#deps, context, to, find));
  }
}

/** The handlers of a subject, loaded once; after a failure the next request tries again. */
class LaterSubject {
  readonly #routes: readonly TableRoute[];
  readonly #load: () => Promise<Mount>;
  #loaded: Promise<ReadonlyMap<Route, Mounted>> | undefined;

  constructor(routes: readonly TableRoute[], load: () => Promise<Mount>) {
    this.#routes = routes;
    this.#load = load;
  }

  async mounted(to: TableRoute): Promise<Mounted> {
    this.#loaded ??= this.#handlers().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return (await this.#loaded).get(to) as Mounted;
  }

  async #handlers(): Promise<ReadonlyMap<Route, Mounted>> {
    const held = new Map<Route, Mounted>();
    const mount = await this.#load();
    mount({
      route: (to, shapes, handler) => {
        if (!this.#routes.includes(to)) throw new Error(`${to.method} ${to.path} is not of this subject`);
        if (held.has(to)) throw new Error(`${to.method} ${to.path} is mounted twice`);
        held.set(to, { shapes, handler } as unknown as Mounted);
      },
    });
    const missing = this.#routes.find((one) => !held.has(one));
    if (missing) throw new Error(`${missing.method} ${missing.path} has no handler`);
    return held;
  }
}

/** Mounts one handler on one route: `route(app, ROUTES.readCharter, {}, ({ user, params }) => …)`. */
export function route<R extends TableRoute, Body = undefined, Query = undefined, Ahead = undefined>(
  app: RouteHolder,
  to: R,
  shapes: Shapes<Body, Query, Ahead>,
  handler: Handler<R, Body, Query, Ahead>,
): void {
  app.route(to, shapes, handler);
}

async function answered(
  deps: GateDeps,
  context: Context<AppEnv>,
  to: TableRoute,
  find: () => Mounted | Promise<Mounted>,
): Promise<Response> {
  context.set('route', `${to.method} ${to.path}`);
  const requestId = deps.requestId(context);
  const now = deps.clock();
  refuseForeign(deps, context, to);
  const { shapes, handler } = await find();
  const header = (name: string) => context.req.header(name);
  const ahead = shapes.ahead?.(header).catch(() => undefined);
  const who = to.gate === 'public' ? undefined : await letIn(deps, context, to.gate, now);
  const takesBody = to.method === 'POST' || to.method === 'PUT';
  if (takesBody && !isJsonType(context.req.header('content-type'))) return unsupportedType(requestId);
  const params = context.req.param() as Readonly<Record<string, string>>;
  if (!arePathParts(params)) throw new FaultError(NOT_FOUND);
  const reply = await handler({
    user: who?.user,
    sid: who?.sid,
    params,
    query: orThrow(parsed<unknown>(shapes.query ?? NOTHING, queryOf(context.req.url), 'The address')),
    body: takesBody
      ? orThrow(parsed<unknown>(shapes.body ?? NOTHING, await jsonBody(context.req.raw), 'The request'))
      : undefined,
    ahead: await ahead,
    now,
    requestId,
    viewerAddress: deps.viewerAddress(context),
    header,
  } as RequestContext<TableRoute, unknown, unknown, unknown>);
  return responseOf(who?.renewedCookie ? { ...reply, cookies: [who.renewedCookie, ...reply.cookies] } : reply);
}

const NOTHING = z.strictObject({});

/** Requests that change something must come from our own pages (CSRF). */
function refuseForeign(deps: GateDeps, context: Context<AppEnv>, to: Route): void {
  if (to.method !== 'GET' && !isFromOurPages(deps, context)) {
    throw new FaultError(fault('forbidden', 'This request did not come from the app.'));
  }
}

async function letIn(
  deps: GateDeps,
  context: Context<AppEnv>,
  action: Exclude<Route['gate'], 'public'>,
  now: Instant,
): Promise<Authenticated> {
  const sameOrigin = isFromOurPages(deps, context);
  const who = await deps.authenticate({ cookie: context.req.header('cookie'), sameOrigin, now });
  if (who === undefined) throw new FaultError(NOT_SIGNED_IN);
  if (!can(who.user, action)) throw new FaultError(fault('forbidden', 'You may not do this.'));
  return who;
}

function isFromOurPages(deps: GateDeps, context: Context<AppEnv>): boolean {
  return isSameOrigin(context.req.header('sec-fetch-site'), context.req.header('origin'), deps.origin);
}
