import type { SignInLink } from '../../shared/access/sign-in-rules.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { RandomBytes } from '../../shared/kernel/ids.ts';
import type { Clock } from '../security/clock.ts';
import { saveLink } from '../stores/sign-in-store.ts';
import type { Tables } from '../stores/tables.ts';
import { readUser } from '../stores/user-store.ts';

/** A link to be made. Without `bindDigest` it opens in any browser. */
export interface LinkRequest {
  readonly userId: string;
  readonly purpose: string;
  readonly bindDigest?: string;
  readonly expiresAt: Instant;
  readonly destination: string;
}

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Makes a single-use link for someone, which spoils the one made before for the same purpose, and answers its token.
 * Only the token's digest is stored. For someone who does not exist it does the same, and the link opens nothing.
 */
export async function issueLink(
  tables: Tables,
  request: LinkRequest,
  clock: Clock,
  random: RandomBytes,
): Promise<string> {
  const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url');
  const user = await readUser(tables, request.userId);
  const link: SignInLink = { ...request, authVersion: user?.authVersion ?? 0, createdAt: clock() };
  await saveLink(tables, tokenDigest(token), link);
  return token;
}

/** The address a link's mail leads to. The token is in the fragment, which no server, log or referrer ever sees. */
export function linkAddress(appUrl: string, token: string): string {
  return `${appUrl}/#/sign-in?t=${token}`;
}

/** Whether text can be a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What a token is stored under. */
export function tokenDigest(token: string): string {
  return sha256Hex(token);
}
