import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { GatedRoutes, TableRoute } from '../../lambda/http/gated-routes.ts';
import { route } from '../../lambda/http/gated-routes.ts';
import { jsonReply } from '../../lambda/http/reply.ts';
import type { Action } from '../../shared/access/permissions.ts';
import { ACTIONS, allowedActions, PERMISSIONS } from '../../shared/access/permissions.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import { ROLES } from '../../shared/records/user.ts';
import type { Route } from '../../shared/wire/routes.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { ask, gatedApp } from './gated-app.ts';
import { aUser } from './sign-in-world.ts';

const AT = instant('2026-11-21T20:00:00Z');
const TABLE = Object.entries(ROUTES) as [string, TableRoute][];
const gated = TABLE.filter(([, { gate }]) => gate !== 'public');

let entered: string[] = [];
function everything(app: GatedRoutes): void {
  for (const [name, to] of TABLE) {
    route(app, to, { body: z.looseObject({}), query: z.looseObject({}) }, ({ user }) => {
      entered.push(name);
      return jsonReply({ user: user?.id ?? null });
    });
  }
}
const asked = (to: Route, user?: User) => {
  entered = [];
  const path = to.path.replace(/:[a-zA-Z]+/g, 'x_1');
  return ask(gatedApp(everything, user).app, to.method, path, to.method === 'GET' ? undefined : '{}');
};

describe('without a session', () => {
  test.each(gated)('%s answers 401 and nothing happens', async (_name, to) => {
    const reply = await asked(to);
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ code: 'unauthenticated', detail: 'Sign in first.' });
    expect(entered).toEqual([]);
  });

  test('only health and signing in are open', () => {
    const open = TABLE.filter(([, { gate }]) => gate === 'public').map(([name]) => name);
    expect(open).toEqual(['health', 'requestLink', 'openSession']);
  });
});

describe('signed in with one role', () => {
  const matrix = gated.flatMap(([name, to]) => ROLES.map((role) => [name, role, to] as const));

  test.each(matrix)('%s as %s is let in or refused as the table says', async (name, role, to) => {
    const reach = PERMISSIONS[to.gate as Action][role];
    const reply = await asked(to, aUser('usr_1', [role], AT));
    expect(reply.status).toBe(reach === 'none' ? 403 : 200);
    expect(entered).toEqual(reach === 'none' ? [] : [name]);
  });

  test.each(matrix)('%s as a disabled %s is refused', async (_name, role, to) => {
    const reply = await asked(to, { ...aUser('usr_1', [role], AT), status: 'disabled' });
    expect(reply.status).toBe(403);
    expect(entered).toEqual([]);
  });

  test.each(ROLES.map((role) => [role]))('a %s is told exactly the actions that let them in somewhere', (role) => {
    const expected = ACTIONS.filter((action) => PERMISSIONS[action][role] !== 'none');
    expect(allowedActions(aUser('usr_1', [role], AT))).toEqual(expected);
  });

  test('two roles reach as far as either of them', async () => {
    const user = aUser('usr_1', ['guest', 'crew'], AT);
    expect((await asked(ROUTES.listCharters, user)).status).toBe(200);
    expect((await asked(ROUTES.startRun, user)).status).toBe(403);
  });
});

describe('with another method', () => {
  const paths = [...new Set(TABLE.map(([, { path }]) => path))];
  test.each(paths.map((path) => [path]))('%s answers 405 and names the methods it knows', async (path) => {
    const known = TABLE.filter(([, to]) => to.path === path).map(([, { method }]) => method as string);
    const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : [])].sort().join(', ');
    const { app } = gatedApp(everything, aUser('usr_1', ['admin'], AT));
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'BREW']) {
      if (allow.split(', ').includes(method)) continue;
      const reply = await ask(app, method, path.replace(/:[a-zA-Z]+/g, 'x_1'));
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, allow]);
    }
  });
});

describe('mounting', () => {
  const mounting = (to: unknown) => () => gatedApp((app) => route(app, to as TableRoute, {}, () => jsonReply({})));

  test('a route that is not in the table is impossible', () => {
    const forged: Route = { method: 'GET', path: '/api/backdoor', gate: 'public' };
    expect(mounting(forged)).toThrow('GET /api/backdoor is not in the route table');
  });

  test('a copy of a route with its gate taken off is impossible', () => {
    expect(mounting({ ...ROUTES.startRun, gate: 'public' })).toThrow('is not in the route table');
  });

  test('a route twice is impossible', () => {
    const twice = () =>
      gatedApp((app) => {
        route(app, ROUTES.health, {}, () => jsonReply({}));
        route(app, ROUTES.health, {}, () => jsonReply({}));
      });
    expect(twice).toThrow('mounted twice');
  });

  test('gives nothing else to hold on to: no method of the framework can be reached', () => {
    gatedApp((app) => {
      expect(Object.keys(app)).toEqual([]);
      expect(Object.getOwnPropertyNames(Object.getPrototypeOf(app)).sort()).toEqual([
        'constructor',
        'later',
        'mounted',
        'route',
      ]);
    });
  });

  test('what is in the table but not mounted is absent', async () => {
    const { app } = gatedApp(() => undefined, aUser('usr_1', ['admin'], AT));
    expect((await ask(app, 'GET', '/api/me')).status).toBe(404);
  });
});
