import type { JWTPayload } from 'jose';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs, instantOfMs } from '../../shared/kernel/calendar.ts';
import type { RandomBytes } from '../../shared/kernel/ids.ts';
import { isId, newId } from '../../shared/kernel/ids.ts';
import type { SecretSource, Secrets } from './secrets.ts';

/** What a session token says: whose session it points to, and the `authVersion` it was made under. */
export interface SessionClaims {
  readonly userId: string;
  readonly sid: string;
  readonly authVersion: number;
  readonly issuedAt: Instant;
}

const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const ISSUER = 'ship-captain-crew';
const AUDIENCE = 'ship-captain-crew-api';
const LONGEST_TOKEN = 4_096;
const LONGEST_LIFE_S = 3_600;
const TOLERANCE_S = 5;
const REQUIRED = ['sub', 'jti', 'sid', 'iat', 'exp', 'av'];

/** A token for a session, signed with the active key, good until the given instant. */
export async function signSession(
  secrets: Secrets,
  claims: Omit<SessionClaims, 'issuedAt'>,
  span: { readonly now: Instant; readonly until: Instant },
  random: RandomBytes,
): Promise<string> {
  const key = secrets.keys.get(secrets.activeKid);
  if (key === undefined) throw new Error('the active key is not among the keys');
  return new SignJWT({ sid: claims.sid, av: claims.authVersion })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: secrets.activeKid })
    .setSubject(claims.userId)
    .setJti(newId('tok', span.now, random))
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(seconds(span.now))
    .setExpirationTime(seconds(span.until))
    .sign(key);
}

/**
 * What a token says when it is one of ours and good now, else nothing, whatever is wrong with it.
 * @throws FaultError `unavailable` when the keys cannot be had.
 */
export async function verifySession(
  source: SecretSource,
  token: string,
  now: Instant,
): Promise<SessionClaims | undefined> {
  const kid = keyIdIn(token);
  if (kid === undefined) return undefined;
  const key = (await source.knowing(kid)).keys.get(kid);
  return key && claimsIn(await payloadOf(token, key, now));
}

/** The key id of a token of the right shape: three parts, and exactly the three header fields we write. */
function keyIdIn(token: string): string | undefined {
  if (token.length > LONGEST_TOKEN || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return undefined;
  try {
    const header = decodeProtectedHeader(token);
    const names = Object.keys(header).sort().join(' ');
    if (names !== 'alg kid typ' || header.alg !== ALGORITHM || header.typ !== TYPE) return undefined;
    return typeof header.kid === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(header.kid) ? header.kid : undefined;
  } catch {
    return undefined; // not a token at all
  }
}

/** A payload that was verified, and from when until when nothing can be wrong with it but what a record says. */
interface Verified {
  readonly payload: JWTPayload;
  readonly fromS: number;
  readonly untilS: number;
}

/**
 * What was verified under a key, by token. Neither a token nor a key ever changes, only the time does; keys that are
 * read anew are new ones, and what was verified under the old is forgotten with them.
 */
const VERIFIED = new WeakMap<Uint8Array, Map<string, Verified>>();
const MOST_KEPT = 1_000;

/** The payload of a token, its signature checked once for as long as it is surely good; at the edges by the library. */
async function payloadOf(token: string, key: Uint8Array, now: Instant): Promise<JWTPayload | undefined> {
  const nowS = epochMs(now) / 1_000;
  const held = VERIFIED.get(key) ?? new Map<string, Verified>();
  VERIFIED.set(key, held);
  const known = held.get(token);
  if (known !== undefined && known.fromS <= nowS && nowS < known.untilS) return known.payload;
  const payload = await verifiedPayload(token, key, now);
  if (payload?.iat === undefined || payload.exp === undefined) return payload;
  if (held.size >= MOST_KEPT) held.clear();
  held.set(token, { payload, fromS: nowS, untilS: Math.min(payload.exp, payload.iat + LONGEST_LIFE_S) });
  return payload;
}

async function verifiedPayload(token: string, key: Uint8Array, now: Instant): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTolerance: TOLERANCE_S,
      maxTokenAge: LONGEST_LIFE_S,
      requiredClaims: REQUIRED,
      currentDate: new Date(epochMs(now)),
    });
    return payload;
  } catch {
    return undefined; // forged, expired or not ours: all the same to the sender
  }
}

/** What the library leaves open: types of our own claims, one audience, a life of an hour at most. */
function claimsIn(payload: JWTPayload | undefined): SessionClaims | undefined {
  if (payload === undefined) return undefined;
  const { sub, sid, av, aud, jti, iat, exp } = payload;
  if (typeof sub !== 'string' || !isId(sub) || typeof sid !== 'string' || !isId(sid)) return undefined;
  if (typeof av !== 'number' || !Number.isSafeInteger(av) || typeof aud !== 'string' || typeof jti !== 'string') {
    return undefined;
  }
  if (typeof iat !== 'number' || typeof exp !== 'number' || !(exp - iat <= LONGEST_LIFE_S)) return undefined;
  return { userId: sub, sid, authVersion: av, issuedAt: instantOfMs(iat * 1_000) };
}

function seconds(at: Instant): number {
  return Math.floor(epochMs(at) / 1_000);
}
