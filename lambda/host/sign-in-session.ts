import type { Session } from '../../shared/access/session-rules.ts';
import { renewalIsDue, sessionEnd, sessionHolds, tokenEnd } from '../../shared/access/session-rules.ts';
import type { AuditLine } from '../../shared/kernel/audit-chain.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import type { RandomBytes } from '../../shared/kernel/ids.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { User } from '../../shared/records/user.ts';
import type { CookieNames } from '../security/cookies.ts';
import { cookieIn, cookieSet } from '../security/cookies.ts';
import type { SecretSource } from '../security/secrets.ts';
import { signSession, verifySession } from '../security/session-token.ts';
import { auditWrite } from '../stores/audit-store.ts';
import { readSessionAndUser, revokeWrite, sessionWrite } from '../stores/sign-in-store.ts';
import type { Tables } from '../stores/tables.ts';
import { committed, mustCommit } from '../stores/transaction.ts';

/** What sessions need of the world. */
export interface SessionDeps {
  readonly tables: Tables;
  readonly secrets: SecretSource;
  readonly cookies: CookieNames;
  readonly random: RandomBytes;
}

interface Presented {
  readonly cookie: string | undefined;
  readonly sameOrigin: boolean;
  readonly now: Instant;
}

interface Found {
  readonly user: User;
  readonly sid: string;
  readonly renewedCookie?: string;
}

/**
 * Whoever a cookie header speaks for right now, or nobody. Session and person are read on every request, so signing
 * out, disabling someone and changing their roles act at once. A token half an hour old is renewed for our own pages.
 */
export async function sessionHolder(deps: SessionDeps, presented: Presented): Promise<Found | undefined> {
  const { now } = presented;
  const token = cookieIn(presented.cookie, deps.cookies.session);
  const claims = token === undefined ? undefined : await verifySession(deps.secrets, token, now);
  if (claims === undefined) return undefined;
  const { session, user } = await readSessionAndUser(deps.tables, claims.sid, claims.userId);
  if (!session || !user || !sessionHolds(session, user, claims.authVersion, now)) return undefined;
  const found = { user, sid: session.sid };
  if (!presented.sameOrigin || !renewalIsDue(claims.issuedAt, now)) return found;
  return { ...found, renewedCookie: await sessionCookie(deps, session, now) };
}

/** Opens a session for someone, on record, and answers the cookie that carries it. */
export async function openSessionFor(deps: SessionDeps, user: User, now: Instant): Promise<string> {
  const session: Session = {
    sid: newId('sid', now, deps.random),
    userId: user.id,
    authVersion: user.authVersion,
    openedAt: now,
    endsAt: sessionEnd(user.roles, now),
  };
  const line = auditLine(deps, session.sid, user.id, 'session.opened', now);
  const writes = [sessionWrite(deps.tables, session), auditWrite(line)];
  await mustCommit(deps.tables, writes, 'The session was opened twice. Ask for a new link.');
  return sessionCookie(deps, session, now);
}

/** Ends a session for good, on record. Ending one that is gone already is no error. */
export async function revokeSession(deps: SessionDeps, sid: string, userId: string, now: Instant): Promise<void> {
  const line = auditLine(deps, sid, userId, 'session.ended', now);
  await committed(deps.tables, [revokeWrite(deps.tables, sid, now), auditWrite(line)]);
}

async function sessionCookie(deps: SessionDeps, session: Session, now: Instant): Promise<string> {
  const until = tokenEnd(session, now);
  const token = await signSession(await deps.secrets.current(), session, { now, until }, deps.random);
  const maxAgeSeconds = Math.floor((epochMs(until) - epochMs(now)) / 1_000);
  return cookieSet(deps.cookies, deps.cookies.session, token, maxAgeSeconds);
}

function auditLine(deps: SessionDeps, sid: string, userId: string, action: string, at: Instant): AuditLine {
  const id = newId('aud', at, deps.random);
  return { stream: `auth.${at.slice(0, 7)}`, at, id, actor: userId, action, object: sid, data: {} };
}
