import * as z from 'zod/mini';
import type { Action } from '../access/permissions.ts';
import type { Grant, Role } from '../records/user.ts';

/** Where a sign-in link may lead; never an address from the request. */
export const DESTINATIONS = ['charters', 'reports'] as const;

export const requestLinkBody = z.strictObject({
  email: z.string().check(z.maxLength(320, 'expected at most 320 characters')),
  destination: z.exactOptional(z.enum(DESTINATIONS)),
});
/** Always the same, whether or not the address is known. */
export interface RequestLinkResponse {
  readonly message: string;
}

export const openSessionBody = z.strictObject({
  token: z.string().check(z.maxLength(200, 'expected a sign-in token')),
});
export interface OpenSessionResponse {
  readonly destination: (typeof DESTINATIONS)[number];
}

export interface MeResponse {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly entityIds: readonly string[];
  readonly grants: readonly Grant[];
  /** Everything this person may do somewhere. */
  readonly actions: readonly Action[];
  readonly company: string;
  readonly zone: string;
  /** The business day it is. */
  readonly today: string;
}
