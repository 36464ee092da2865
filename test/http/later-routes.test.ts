import { describe, expect, test } from 'vitest';
import { mountBank } from '../../lambda/host/bank-routes.ts';
import { mountCharters } from '../../lambda/host/charter-routes.ts';
import { mountOffice } from '../../lambda/host/office-routes.ts';
import { mountSignIn } from '../../lambda/host/sign-in-routes.ts';
import {
  BANK_ROUTES,
  CHARTER_ROUTES,
  IMPORT_ROUTES,
  OFFICE_ROUTES,
  SIGN_IN_ROUTES,
} from '../../lambda/host/subjects.ts';
import type { GatedRoutes, Mount, RouteHolder } from '../../lambda/http/gated-routes.ts';
import { route } from '../../lambda/http/gated-routes.ts';
import { jsonReply } from '../../lambda/http/reply.ts';
import { mountImports } from '../../lambda/imports/import-routes.ts';
import { reportingDoor } from '../../lambda/reports/door.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Route } from '../../shared/wire/routes.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { ask, gatedApp } from './gated-app.ts';
import { aUser } from './sign-in-world.ts';

const AT = instant('2026-11-21T20:00:00Z');

/** An app whose charter list loads with its first request, and how often it has been loaded. */
function aLateApp(user: User | undefined, mount: Mount = listed, failures = 0) {
  const seen = { loads: 0 };
  const later = (routes: GatedRoutes) =>
    routes.later(['listCharters', 'readCharter'], async () => {
      seen.loads += 1;
      if (seen.loads <= failures) throw new Error('the disk is gone');
      return mount;
    });
  return { ...gatedApp(later, user), seen };
}
function listed(app: RouteHolder): void {
  route(app, ROUTES.listCharters, {}, ({ user }) => jsonReply({ for: user.id }));
  route(app, ROUTES.readCharter, {}, ({ params }) => jsonReply({ charter: params.charterId }));
}

describe('routes whose code loads with the first request', () => {
  test('answer as every other, and are loaded once', async () => {
    const { app, seen } = aLateApp(aUser('usr_1', ['admin'], AT));
    expect(seen.loads).toBe(0);
    const [list, one] = await Promise.all([ask(app, 'GET', '/api/charters'), ask(app, 'GET', '/api/charters/chr_1')]);
    expect(list.status).toBe(200);
    expect(await one.json()).toEqual({ charter: 'chr_1' });
    expect(seen.loads).toBe(1);
  });

  test.each([
    ['nobody', undefined, 401],
    ['somebody who may not', aUser('usr_1', ['guest'], AT), 403],
  ])('let %s in no further than before', async (_who, user, status) => {
    expect((await ask(aLateApp(user).app, 'GET', '/api/charters')).status).toBe(status);
  });

  test('refuse what is asked wrongly: another method, another path, a query nobody named', async () => {
    const { app } = aLateApp(aUser('usr_1', ['admin'], AT));
    expect((await ask(app, 'DELETE', '/api/charters')).status).toBe(405);
    expect((await ask(app, 'GET', '/api/charter')).status).toBe(404);
    expect((await ask(app, 'GET', '/api/charters?all=1')).status).toBe(400);
  });

  test('say that they broke when their code cannot be loaded, and try again with the next request', async () => {
    const { app, seen } = aLateApp(aUser('usr_1', ['admin'], AT), listed, 1);
    expect((await ask(app, 'GET', '/api/charters')).status).toBe(500);
    expect((await ask(app, 'GET', '/api/charters')).status).toBe(200);
    expect(seen.loads).toBe(2);
  });

  test('do not hide a subject that mounts less than it was named with', async () => {
    const less: Mount = (app) => route(app, ROUTES.listCharters, {}, () => jsonReply({}));
    const { app } = aLateApp(aUser('usr_1', ['admin'], AT), less);
    expect((await ask(app, 'GET', '/api/charters')).status).toBe(500);
  });
});

describe('the subjects of the API', () => {
  const nothing = {} as never;
  const mountedBy = (mount: (app: RouteHolder) => void): string[] => {
    const found: Route[] = [];
    mount({ route: (to) => void found.push(to) });
    return namesOf(found);
  };
  const namesOf = (routes: readonly Route[]) =>
    Object.entries<Route>(ROUTES)
      .filter(([, to]) => routes.includes(to))
      .map(([name]) => name)
      .sort();

  test('mount what they are named with', () => {
    expect(mountedBy((app) => mountSignIn(app, nothing))).toEqual([...SIGN_IN_ROUTES].sort());
    expect(mountedBy((app) => mountCharters(app, nothing))).toEqual([...CHARTER_ROUTES].sort());
    expect(mountedBy((app) => mountOffice(app, nothing))).toEqual([...OFFICE_ROUTES].sort());
    expect(mountedBy((app) => mountImports(app, nothing))).toEqual([...IMPORT_ROUTES].sort());
    expect(mountedBy((app) => mountBank(app, nothing))).toEqual([...BANK_ROUTES].sort());
  });

  test('are the whole table, together with reporting', () => {
    const reporting: Route[] = [];
    const held = {
      route: (to: Route) => void reporting.push(to),
      later: (names: readonly (keyof typeof ROUTES)[]) => void reporting.push(...names.map((name) => ROUTES[name])),
    };
    reportingDoor(nothing).mountRoutes(held as unknown as GatedRoutes);
    const host = [SIGN_IN_ROUTES, CHARTER_ROUTES, OFFICE_ROUTES, IMPORT_ROUTES, BANK_ROUTES];
    const all = [...host.flat(), ...namesOf(reporting)];
    expect(all.sort()).toEqual(Object.keys(ROUTES).sort());
  });
});
