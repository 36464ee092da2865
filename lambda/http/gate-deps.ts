import type { Instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Log } from '../log.ts';
import type { ApiRequest } from './api-request.ts';

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

/** What a gate needs to let somebody in. */
export interface GateDeps {
  readonly authenticate: Authenticate;
  /** Scheme, host and port the app is served from, by configuration: never from a request. */
  readonly origin: string;
  readonly clock: () => Instant;
  readonly log: Log;
  readonly requestId: (request: ApiRequest) => string;
  /** Whether a request came in by the door it should have; left out, every door is open. */
  readonly mayEnter?: (request: ApiRequest) => Promise<boolean>;
  /** The network address of whoever asks, from a place they cannot write to. */
  readonly viewerAddress: (request: ApiRequest) => string;
}
