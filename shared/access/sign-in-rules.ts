import type { Instant } from '../kernel/calendar.ts';
import { epochMs, plusMs } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Role, User } from '../records/user.ts';

/** The purpose of a link asked for on the sign-in page. */
export const SIGN_IN = 'sign-in';

const LINK_MS = 10 * 60_000;
const BOUND_ROLES: readonly Role[] = ['admin', 'captain', 'executive'];

/** What a kind of link is for, and whether it only opens in the browser that asked for it. */
export interface Purpose {
  readonly name: string;
  readonly bound: boolean;
}

/** A sign-in link as it is stored; its token is known to the mail alone. */
export interface SignInLink {
  readonly userId: string;
  readonly purpose: string;
  /** The person's `authVersion` when the link was made; a later one spoils it. */
  readonly authVersion: number;
  /** SHA-256 of the asking browser's cookie. Left out: any browser may open it. */
  readonly bindDigest?: string;
  readonly destination: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Until when a link asked for on the sign-in page works. */
export function linkEnd(madeAt: Instant): Instant {
  return plusMs(madeAt, LINK_MS);
}

/** Whether someone with these roles can only sign in with the browser they asked from. */
export function bindsToBrowser(roles: readonly Role[]): boolean {
  return roles.some((role) => BOUND_ROLES.includes(role));
}

/** Whether a link just consumed opens a session: its person is still who they were, and no newer link was made. */
export function mayOpen(
  link: SignInLink,
  user: User | undefined,
  isNewest: boolean,
  purposes: readonly Purpose[],
): Result<User> {
  const purpose = purposes.find(({ name }) => name === link.purpose);
  if (purpose === undefined || user === undefined || !isNewest) return deadLink();
  if (user.status !== 'active' || user.authVersion !== link.authVersion) return deadLink();
  if (purpose.bound && bindsToBrowser(user.roles) && link.bindDigest === undefined) return otherBrowser();
  return ok(user);
}

/** The one answer for links that are unknown, expired, used, replaced or for something else. */
export function deadLink<T = never>(): Result<T> {
  return refused('refused', 'This sign-in link does not work any more. Ask for a new one.', [
    { field: 'token', message: 'expired, used, or replaced by a newer link' },
  ]);
}

/** The answer in a browser that did not ask for the link. The link stays good where it was asked for. */
export function otherBrowser<T = never>(): Result<T> {
  return refused('refused', 'This link was asked for in another browser. Ask for a new link here.', [
    { field: 'token', message: 'belongs to the browser that asked for it' },
  ]);
}

/** One window in which so many links may be asked for by one subject. */
export interface RateWindow {
  readonly scope: 'link-address' | 'link-viewer';
  readonly subject: string;
  readonly limit: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const QUARTER_HOUR_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Every window a request for a link counts in: per mail address and per viewer, both as marks. */
export function linkWindows(addressMark: string, viewerMark: string, now: Instant): RateWindow[] {
  return [
    windowAt('link-address', addressMark, 3, QUARTER_HOUR_MS, now),
    windowAt('link-address', addressMark, 10, DAY_MS, now),
    windowAt('link-viewer', viewerMark, 10, QUARTER_HOUR_MS, now),
    windowAt('link-viewer', viewerMark, 50, DAY_MS, now),
  ];
}

function windowAt(
  scope: RateWindow['scope'],
  subject: string,
  limit: number,
  lengthMs: number,
  now: Instant,
): RateWindow {
  const startsAt = plusMs(now, -(epochMs(now) % lengthMs));
  return { scope, subject, limit, startsAt, endsAt: plusMs(startsAt, lengthMs) };
}
