import { allowedActions } from '../../shared/access/permissions.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import type { MeResponse, OpenSessionResponse, RequestLinkResponse } from '../../shared/wire/sign-in.ts';
import { openSessionBody, requestLinkBody } from '../../shared/wire/sign-in.ts';
import type { RouteHolder } from '../http/gated-routes.ts';
import { route } from '../http/gated-routes.ts';
import { emptyReply, jsonReply } from '../http/reply.ts';
import { cookieCleared, cookieIn, cookieSet } from '../security/cookies.ts';
import type { SignInDeps } from './sign-in-service.ts';
import { openSession, requestLink } from './sign-in-service.ts';
import { revokeSession } from './sign-in-session.ts';

export interface SignInRouteDeps extends SignInDeps {
  readonly company: string;
  readonly zone: Zone;
}

/** How long a browser is remembered for the link it asked for: a little longer than the link lasts. */
const BROWSER_SECONDS = 15 * 60;
const BROWSER_BYTES = 16;

const LINK_REQUESTED: RequestLinkResponse = {
  message: 'If this address is known, a mail with a sign-in link is on its way.',
};

/** Mounts asking for a link, trading it for a session, who one is, and signing out. */
export function mountSignIn(app: RouteHolder, deps: SignInRouteDeps): void {
  const { cookies } = deps;

  route(app, ROUTES.requestLink, { body: requestLinkBody }, async ({ body, header, viewerAddress, now }) => {
    // A browser that has a secret keeps it: a further request must not spoil the link already in the mailbox.
    const browserSecret = browserSecretIn(header('cookie'), deps) ?? newBrowserSecret(deps);
    const { email, destination = 'charters' } = body;
    await requestLink(deps, { email, destination, viewerAddress, browserSecret, now });
    const cookie = cookieSet(cookies, cookies.browser, browserSecret, BROWSER_SECONDS);
    return jsonReply(LINK_REQUESTED, { status: 202, cookies: [cookie] });
  });

  route(app, ROUTES.openSession, { body: openSessionBody }, async ({ body, header, now }) => {
    const opened = await openSession(deps, body.token, browserSecretIn(header('cookie'), deps), now);
    const response: OpenSessionResponse = { destination: opened.destination };
    return jsonReply(response, { cookies: [opened.cookie, cookieCleared(cookies, cookies.browser)] });
  });

  route(app, ROUTES.me, {}, ({ user, now }) => {
    const response: MeResponse = { ...publicPart(user), ...place(deps), today: dayIn(deps.zone, now) };
    return jsonReply(response);
  });

  route(app, ROUTES.endSession, {}, async ({ user, sid, now }) => {
    await revokeSession(deps, sid, user.id, now);
    return emptyReply({
      cookies: [cookieCleared(cookies, cookies.session)],
      headers: { 'clear-site-data': '"cache", "storage"' },
    });
  });
}

function publicPart(user: User): Omit<MeResponse, 'company' | 'zone' | 'today'> {
  const { id, name, roles, entityIds, grants } = user;
  return { userId: id, name, roles, entityIds, grants, actions: allowedActions(user) };
}

function place({ company, zone }: SignInRouteDeps): Pick<MeResponse, 'company' | 'zone'> {
  return { company, zone };
}

function browserSecretIn(header: string | undefined, deps: SignInRouteDeps): string | undefined {
  const secret = cookieIn(header, deps.cookies.browser);
  return secret !== undefined && /^[A-Za-z0-9_-]{22}$/.test(secret) ? secret : undefined;
}

function newBrowserSecret(deps: SignInRouteDeps): string {
  return Buffer.from(deps.random(BROWSER_BYTES)).toString('base64url');
}
