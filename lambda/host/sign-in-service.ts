import type { Purpose } from '../../shared/access/sign-in-rules.ts';
import {
  bindsToBrowser,
  deadLink,
  linkEnd,
  linkWindows,
  mayOpen,
  otherBrowser,
  SIGN_IN,
} from '../../shared/access/sign-in-rules.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import type { DESTINATIONS, OpenSessionResponse } from '../../shared/wire/sign-in.ts';
import { canonicalAddress, personMark } from '../security/address.ts';
import type { Clock } from '../security/clock.ts';
import { consumeLink, countedIn, isNewestLink } from '../stores/sign-in-store.ts';
import { readUser, userIdByEmail } from '../stores/user-store.ts';
import { issueLink, isToken, linkAddress, tokenDigest } from './sign-in-link.ts';
import type { SignInMail } from './sign-in-mail.ts';
import { signInMail } from './sign-in-mail.ts';
import type { SessionDeps } from './sign-in-session.ts';
import { openSessionFor } from './sign-in-session.ts';

export type Destination = (typeof DESTINATIONS)[number];

/** The work of mailing a link, done after the reply. Ids and digests only: the token is made when the work is done. */
export interface SignInMailJob {
  readonly userId: string;
  readonly bindDigest: string;
  readonly destination: Destination;
  readonly requestedAt: Instant;
}

export interface SignInDeps extends SessionDeps {
  /** Links that open a session here. */
  readonly purposes: readonly Purpose[];
  /** Queues the work of mailing a link; does not wait for it. */
  readonly sendSignInMail: (job: SignInMailJob) => Promise<void>;
}

export interface LinkAsked {
  readonly email: string;
  readonly destination: Destination;
  readonly viewerAddress: string;
  /** What is in this browser's cookie. */
  readonly browserSecret: string;
  readonly now: Instant;
}

/**
 * Takes note that someone wants to sign in. Known and unknown addresses cost the same reads and writes and queue the
 * same work; over a limit nothing is queued, and nobody is told.
 * @throws FaultError `invalid` for what is no address.
 */
export async function requestLink(deps: SignInDeps, asked: LinkAsked): Promise<void> {
  const address = orThrow(canonicalAddress(asked.email));
  const { pepper } = await deps.secrets.current();
  const windows = linkWindows(personMark(pepper, address), personMark(pepper, asked.viewerAddress), asked.now);
  const counted = await Promise.all(windows.map((window) => countedIn(deps.tables, window)));
  if (counted.includes(false)) return;
  const nobody = newId('usr', asked.now, deps.random);
  await deps.sendSignInMail({
    userId: (await userIdByEmail(deps.tables, address)) ?? nobody,
    bindDigest: sha256Hex(asked.browserSecret),
    destination: asked.destination,
    requestedAt: asked.now,
  });
}

export interface MailingDeps extends Pick<SessionDeps, 'tables' | 'random'> {
  readonly clock: Clock;
  readonly appUrl: string;
  readonly company: string;
  readonly mail: (to: { readonly name: string; readonly address: string }, mail: SignInMail) => Promise<void>;
}

/** Makes the link a job asks for and mails it. Does nothing for nobody, for the disabled, and once it came too late. */
export async function deliverSignInMail(deps: MailingDeps, job: SignInMailJob): Promise<void> {
  const now = deps.clock();
  const user = await readUser(deps.tables, job.userId);
  if (user?.status !== 'active' || linkEnd(job.requestedAt) <= now) return;
  const token = await issueLink(
    deps.tables,
    {
      userId: user.id,
      purpose: SIGN_IN,
      ...(bindsToBrowser(user.roles) ? { bindDigest: job.bindDigest } : {}),
      expiresAt: linkEnd(now),
      destination: job.destination,
    },
    deps.clock,
    deps.random,
  );
  const mail = signInMail(deps.company, user.name, linkAddress(deps.appUrl, token));
  await deps.mail({ name: user.name, address: user.email }, mail);
}

/** What a link was traded for. */
export interface Opened extends OpenSessionResponse {
  readonly cookie: string;
}

/**
 * Trades a link for a session, once. A crash in between leaves the link used up and no session: ask again.
 * @throws FaultError `refused` for a link that is unknown, expired, used, replaced, for something else or another
 * browser's; only the last is told apart, and leaves the link usable.
 */
export async function openSession(
  deps: SignInDeps,
  token: string,
  browserSecret: string | undefined,
  now: Instant,
): Promise<Opened> {
  if (!isToken(token)) return orThrow(deadLink());
  const consumed = await consumeLink(deps.tables, {
    tokenDigest: tokenDigest(token),
    purposes: deps.purposes.map(({ name }) => name),
    bindDigest: browserSecret === undefined ? undefined : sha256Hex(browserSecret),
    attemptId: newId('try', now, deps.random),
    now,
  });
  if (consumed.state !== 'won') return orThrow(consumed.state === 'dead' ? deadLink() : otherBrowser());
  const { link } = consumed;
  const [found, isNewest] = await Promise.all([
    readUser(deps.tables, link.userId),
    isNewestLink(deps.tables, link, tokenDigest(token)),
  ]);
  const user = orThrow(mayOpen(link, found, isNewest, deps.purposes));
  return { destination: link.destination as Destination, cookie: await openSessionFor(deps, user, now) };
}
