import type * as z from 'zod/mini';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Route, RouteName } from '../../shared/wire/routes.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { pathParams } from './path-params.ts';
import type { Reply } from './reply.ts';

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
export interface Mounted {
  readonly shapes: Shapes<unknown, unknown, unknown>;
  readonly handler: Handler<TableRoute, unknown, unknown, unknown>;
}

/** Every route that is mounted, with where its handler is found. Only the app holds it: handlers are reached by gates. */
export type MountedRoutes = Map<TableRoute, () => Mounted | Promise<Mounted>>;

/** A route a request leads to, what its path says, and where its handler is found. */
export interface FoundRoute {
  readonly to: TableRoute;
  readonly params: Readonly<Record<string, string>>;
  handlerOf(): Mounted | Promise<Mounted>;
}

/** The route a method and a path lead to. */
export function routeAt(mounted: MountedRoutes, method: string, path: string): FoundRoute | undefined {
  for (const [to, handlerOf] of mounted) {
    const params = to.method === method ? pathParams(to.path, path) : undefined;
    if (params !== undefined) return { to, params, handlerOf };
  }
  return undefined;
}

/** The only way onto the app: a route cannot be mounted without the gate its table entry names. */
export class GatedRoutes implements RouteHolder {
  readonly #mounted: MountedRoutes;

  constructor(mounted: MountedRoutes) {
    this.#mounted = mounted;
  }

  /** Every route mounted so far. */
  get mounted(): Iterable<Route> {
    return this.#mounted.keys();
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

  #put(to: TableRoute, handlerOf: FoundRoute['handlerOf']): void {
    if (!Object.values<Route>(ROUTES).includes(to))
      throw new Error(`${to.method} ${to.path} is not in the route table`);
    if (this.#mounted.has(to)) throw new Error(`${to.method} ${to.path} is mounted twice`);
    this.#mounted.set(to, handlerOf);
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
