import type { Instant } from '../kernel/calendar.ts';
import { epochMs, plusMs } from '../kernel/calendar.ts';
import type { Role, User } from '../records/user.ts';

/** How long a session lasts without being renewed, in milliseconds. */
export const SESSION_MS = 60 * 60_000;
const RENEWED_AFTER_MS = 30 * 60_000;
const LONGEST_MS = 12 * 60 * 60_000;
const LONGEST_ADMIN_MS = 8 * 60 * 60_000;

/** A sign-in as the server remembers it. The browser's token only points here. */
export interface Session {
  readonly sid: string;
  readonly userId: string;
  /** The person's `authVersion` at sign-in; a later one ends the session. */
  readonly authVersion: number;
  readonly openedAt: Instant;
  /** When it ends however often it is renewed. */
  readonly endsAt: Instant;
  readonly revokedAt?: Instant;
}

/** When a session opened now ends for good: after 8 hours for admins, after 12 for everyone else. */
export function sessionEnd(roles: readonly Role[], openedAt: Instant): Instant {
  return plusMs(openedAt, roles.includes('admin') ? LONGEST_ADMIN_MS : LONGEST_MS);
}

/** Until when a token made now is good: one hour, and never past the end of its session. */
export function tokenEnd(session: Session, now: Instant): Instant {
  const inAnHour = plusMs(now, SESSION_MS);
  return inAnHour < session.endsAt ? inAnHour : session.endsAt;
}

/** Whether a token is old enough to be replaced by a fresh one. */
export function renewalIsDue(issuedAt: Instant, now: Instant): boolean {
  return epochMs(now) - epochMs(issuedAt) >= RENEWED_AFTER_MS;
}

/** Whether a session still speaks for a person: not revoked, not over, theirs, and nothing ended it from outside. */
export function sessionHolds(session: Session, user: User, authVersion: number, now: Instant): boolean {
  return (
    session.revokedAt === undefined &&
    now < session.endsAt &&
    session.userId === user.id &&
    session.authVersion === user.authVersion &&
    authVersion === user.authVersion &&
    user.status === 'active'
  );
}
