import type { Context } from 'hono';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Log } from '../log.ts';

/** Who is behind a request, and a fresh cookie when theirs was due for one. */
export interface Authenticated {
  readonly user: User;
  readonly sid: string;
  readonly renewedCookie?: string;
}

/** Whoever a cookie header speaks for at this moment, or nobody. */
export type Authenticate = (request: {
  readonly cookie: string | undefined;
  readonly sameOrigin: boolean;
  readonly now: Instant;
}) => Promise<Authenticated | undefined>;

/** What a request carries along: the table entry it was let in by, for the log. */
export interface AppEnv {
  readonly Variables: { route?: string };
}

/** What a gate needs to let somebody in. */
export interface GateDeps {
  readonly authenticate: Authenticate;
  /** Scheme, host and port the app is served from, by configuration: never from a request. */
  readonly origin: string;
  readonly clock: () => Instant;
  readonly log: Log;
  readonly requestId: (context: Context<AppEnv>) => string;
  /** Whether a request came in by the door it should have; left out, every door is open. */
  readonly mayEnter?: (context: Context<AppEnv>) => Promise<boolean>;
  /** The network address of whoever asks, from a place they cannot write to. */
  readonly viewerAddress: (context: Context<AppEnv>) => string;
}
