import type { Instant } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import { recordIn } from './paging.ts';

type Stored = Readonly<Record<keyof User, unknown>>;

/**
 * The person an item holds. It was read by its schema when it was stored; here only that is looked at again which gates
 * decide by, and without the library that reads schemas: every cold start waits for who asks.
 * @throws FaultError `invalid` naming what does not fit: somebody half known is let into nothing.
 */
export function userIn(item: Readonly<Record<string, unknown>>): User {
  const user = recordIn<Stored>(item);
  const wrong = (Object.keys(FITS) as (keyof typeof FITS)[]).filter((field) => !FITS[field](user[field]));
  if (wrong.length === 0) return user as unknown as User;
  const problems = wrong.map((field) => ({ field, message: 'does not fit' }));
  throw new FaultError(fault('invalid', 'A stored person does not fit.', problems));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isGrant = (value: unknown): boolean => {
  const { report, entityId } = (value ?? {}) as { readonly report?: unknown; readonly entityId?: unknown };
  return isText(report) && isText(entityId);
};

const FITS = {
  id: isText,
  email: isText,
  name: isText,
  roles: (value: unknown) => areTexts(value) && (value as string[]).length > 0,
  entityIds: areTexts,
  grants: (value: unknown) => Array.isArray(value) && value.every(isGrant),
  credentials: Array.isArray,
  status: (value: unknown) => value === 'active' || value === 'disabled',
  authVersion: Number.isSafeInteger,
  version: Number.isSafeInteger,
  updatedAt: (value: unknown): value is Instant => isText(value),
} satisfies { readonly [K in keyof User]?: (value: unknown) => boolean };
