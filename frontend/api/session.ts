import type { MeResponse, OpenSessionResponse, RequestLinkResponse } from '../../shared/wire/sign-in.ts';
import { call } from './client.ts';

/** Where a sign-in link may lead. */
export type Destination = OpenSessionResponse['destination'];

/** Who is signed in. */
export function readMe(signal?: AbortSignal): Promise<MeResponse> {
  return call('me', signal === undefined ? {} : { signal });
}

/** Asks for a sign-in link by mail; the reply never tells whether the address is known. */
export function requestLink(email: string, destination: Destination): Promise<RequestLinkResponse> {
  return call('requestLink', { body: { email, destination } });
}

/** Trades a sign-in token for a session, once. */
export function openSession(token: string): Promise<OpenSessionResponse> {
  return call('openSession', { body: { token } });
}

/** Signs out. */
export function endSession(): Promise<void> {
  return call('endSession');
}
