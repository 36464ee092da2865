import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, email, id, label, oneOf, slug, stamp } from './fields.ts';

export const ROLES = ['admin', 'captain', 'crew', 'executive', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/** The right to see one report about one entity. */
export const grantSchema = z.strictObject({ report: slug, entityId: slug });
export type Grant = DeepReadonly<z.infer<typeof grantSchema>>;

/** A licence or certificate somebody holds, until when, and who of us looked at it. */
export const credentialSchema = z
  .strictObject({
    type: label,
    number: label,
    issuedOn: z.exactOptional(day),
    expiresOn: day,
    verifiedBy: z.exactOptional(label),
  })
  .check(
    z.refine(({ issuedOn, expiresOn }) => issuedOn === undefined || issuedOn <= expiresOn, {
      path: ['issuedOn'],
      error: 'expected no day after the one it expires on',
    }),
  );

/** Someone who can sign in, what they are, and what they may see beside that. */
export const userSchema = z.strictObject({
  id,
  email,
  name: label,
  roles: z.array(oneOf(ROLES)).check(z.minLength(1, 'expected at least one role')),
  /** Entities whose charters this person works on. */
  entityIds: z.array(slug),
  grants: z.array(grantSchema),
  credentials: z.array(credentialSchema),
  status: oneOf(['active', 'disabled']),
  /** Raised to end every session at once: on logout everywhere, disabling, and role changes. */
  authVersion: count,
  ...stamp,
});

export type User = DeepReadonly<z.infer<typeof userSchema>>;
