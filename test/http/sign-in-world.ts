import { randomBytes } from 'node:crypto';
import type { SignInMail } from '../../lambda/host/sign-in-mail.ts';
import { mountSignIn } from '../../lambda/host/sign-in-routes.ts';
import type { SignInMailJob } from '../../lambda/host/sign-in-service.ts';
import { deliverSignInMail } from '../../lambda/host/sign-in-service.ts';
import { sessionHolder } from '../../lambda/host/sign-in-session.ts';
import { createApp } from '../../lambda/http/app.ts';
import type { GatedRoutes } from '../../lambda/http/gated-routes.ts';
import { lineLog } from '../../lambda/log.ts';
import { cookieNames } from '../../lambda/security/cookies.ts';
import type { SecretReader } from '../../lambda/security/secrets.ts';
import { cachedSecrets } from '../../lambda/security/secrets.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { saveUser } from '../../lambda/stores/user-store.ts';
import type { Purpose } from '../../shared/access/sign-in-rules.ts';
import { SIGN_IN } from '../../shared/access/sign-in-rules.ts';
import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { instant, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Role, User } from '../../shared/records/user.ts';
import type { EmbeddedTables } from '../support/embedded-dynamo.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';
import type { Browser } from './a-browser.ts';
import { aBrowser } from './a-browser.ts';
import type { FetchedApp } from './over-fetch.ts';
import { overFetch } from './over-fetch.ts';

export const ORIGIN = 'https://app.example.com';
export const KEY = Buffer.alloc(32, 7).toString('base64url');
export const PEPPER = Buffer.alloc(32, 9).toString('base64url');
export const STORED_SECRET = { active: 'k1', keys: [{ kid: 'k1', key: KEY }], pepper: PEPPER };

export interface World {
  readonly tables: Tables;
  readonly app: FetchedApp;
  readonly jobs: SignInMailJob[];
  readonly mails: { readonly to: string; readonly mail: SignInMail }[];
  /** Every log line written so far. */
  readonly lines: string[];
  now(): Instant;
  pass(minutes: number): void;
  /** Adds a person; their address is <id>@example.com unless told otherwise. */
  person(id: string, roles: readonly Role[], change?: Partial<User>): Promise<User>;
  browser(): Browser;
  /** Does the queued work and answers the token of the last mail. */
  mailedToken(): Promise<string>;
  /** Signs someone in through the front door and answers their browser. */
  signedIn(user: User): Promise<Browser>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly origin?: string;
  readonly purposes?: readonly Purpose[];
  readonly mounts?: readonly ((app: GatedRoutes) => void)[];
  readonly secret?: SecretReader;
}

/** The real app on an embedded DynamoDB, with a clock set by hand and mail that stays here. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const { tables, close }: EmbeddedTables = await embeddedTables();
  const origin = options.origin ?? ORIGIN;
  let now = instant('2026-11-21T20:00:00Z');
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const clock = () => now;
  const random = (size: number) => new Uint8Array(randomBytes(size));
  const jobs: SignInMailJob[] = [];
  const mails: { to: string; mail: SignInMail }[] = [];
  const lines: string[] = [];
  const session = {
    tables,
    secrets: cachedSecrets(options.secret ?? (async () => STORED_SECRET), clock),
    cookies: cookieNames(origin),
    random,
  };
  const signIn = {
    ...session,
    purposes: options.purposes ?? [{ name: SIGN_IN, bound: true }],
    sendSignInMail: async (job: SignInMailJob) => void jobs.push(job),
    company: 'Test Charters',
    zone: 'America/Los_Angeles' as Zone,
  };
  const answering = createApp({
    authenticate: (request) => sessionHolder(session, request),
    origin,
    clock,
    log: lineLog(
      (line) => lines.push(line),
      () => now,
    ),
    requestId: ({ header }) => header('x-test-request') ?? `req_${next()}`,
    viewerAddress: ({ header }) => header('x-test-viewer') ?? '203.0.113.9',
    mounts: [(routes) => mountSignIn(routes, signIn), ...(options.mounts ?? [])],
  });

  const app = overFetch(answering);
  const browser = () => aBrowser(app, origin, `198.51.100.${next() % 250}`);
  async function person(id: string, roles: readonly Role[], change: Partial<User> = {}): Promise<User> {
    const user = { ...aUser(`usr_${id}`, roles, now), email: `${id}@example.com`, ...change };
    return saveUser(tables, user);
  }
  async function mailedToken(): Promise<string> {
    const deps = { tables, random, clock, appUrl: origin, company: 'Test Charters' };
    for (const job of jobs.splice(0)) {
      await deliverSignInMail({ ...deps, mail: async (to, mail) => void mails.push({ to: to.address, mail }) }, job);
    }
    return /t=([A-Za-z0-9_-]+)/.exec(mails.at(-1)?.mail.text ?? '')?.[1] ?? '';
  }
  return {
    tables,
    app,
    jobs,
    mails,
    lines,
    now: clock,
    pass(minutes) {
      now = plusMinutes(now, minutes);
    },
    person,
    browser,
    mailedToken,
    async signedIn(user) {
      const own = browser();
      await own.post('/api/sign-in/link', { email: user.email });
      const reply = await own.post('/api/sign-in/session', { token: await mailedToken() });
      if (reply.status !== 200) throw new Error(`could not sign in: ${reply.status} ${await reply.text()}`);
      return own;
    },
    close,
  };
}

/** Someone active, with nothing granted. */
export function aUser(id: string, roles: readonly Role[], at: Instant): User {
  return {
    id,
    email: 'someone@example.com',
    name: `Person ${id}`,
    roles,
    entityIds: ['jada'],
    grants: [],
    credentials: [],
    status: 'active',
    authVersion: 1,
    createdAt: at,
    createdBy: 'test',
    updatedAt: at,
    version: 1,
    source: 'sample',
    schemaVersion: 1,
  };
}
