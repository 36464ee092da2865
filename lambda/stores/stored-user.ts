import { isRole } from '../../shared/access/permissions.ts';
import { isInstant, isLocalDate } from '../../shared/kernel/calendar.ts';
import { isEmail } from '../../shared/kernel/email.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { isId, isSlug } from '../../shared/kernel/ids.ts';
import type { User } from '../../shared/records/user.ts';
import { recordIn } from './paging.ts';

/**
 * The person an item holds, every field looked at as their schema does, but without the library that reads schemas: every
 * cold start waits for who asks. @throws FaultError `invalid` naming what does not fit: somebody half known is let into
 * nothing.
 */
export function userIn(item: Readonly<Record<string, unknown>>): User {
  const user = recordIn<Readonly<Record<string, unknown>>>(item);
  const wrong = misfits(user, FITS);
  if (wrong.length === 0) return user as unknown as User;
  const problems = wrong.map((field) => ({ field, message: 'does not fit' }));
  throw new FaultError(fault('invalid', 'A stored person does not fit.', problems));
}

type Fits = Readonly<Record<string, (value: unknown) => boolean>>;

/** The fields that do not fit, and those that are not known. */
function misfits(held: Readonly<Record<string, unknown>>, fits: Fits): readonly string[] {
  const known = Object.keys(fits).filter((field) => !fits[field]?.(held[field]));
  return [...known, ...Object.keys(held).filter((field) => !Object.hasOwn(fits, field))];
}

const text = (fits: (value: string) => boolean) => (value: unknown) => typeof value === 'string' && fits(value);
const list = (fits: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(fits);
const whole = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
const line = text((value) => value.trim() !== '' && [...value].length <= 120 && !/[\n\u2028\u2029]/.test(value));
const instant = text((value) => value.endsWith('Z') && isInstant(value));
const parts = (fits: Fits) => (value: unknown) =>
  typeof value === 'object' && value !== null && misfits(value as Readonly<Record<string, unknown>>, fits).length === 0;

const maybe = (fits: (value: unknown) => boolean) => (value: unknown) => value === undefined || fits(value);
const credential = parts({
  type: line,
  number: line,
  issuedOn: maybe(text(isLocalDate)),
  expiresOn: text(isLocalDate),
  verifiedBy: maybe(line),
});
/** Nothing is issued after it has expired. */
const isCredential = (value: unknown) => {
  if (!credential(value)) return false;
  const { issuedOn = '', expiresOn } = value as { readonly issuedOn?: string; readonly expiresOn: string };
  return issuedOn <= expiresOn;
};

const FITS = {
  id: text(isId),
  email: text(isEmail),
  name: line,
  roles: (value) => list(text(isRole))(value) && (value as readonly unknown[]).length > 0,
  entityIds: list(text(isSlug)),
  grants: list(parts({ report: text(isSlug), entityId: text(isSlug) })),
  credentials: list(isCredential),
  status: text((value) => value === 'active' || value === 'disabled'),
  authVersion: whole,
  createdAt: instant,
  createdBy: line,
  updatedAt: instant,
  version: whole,
  source: text((value) => ['manual', 'import', 'ota', 'system', 'sample'].includes(value)),
  schemaVersion: (value) => value === 1,
} satisfies Readonly<Record<keyof User, (value: unknown) => boolean>>;
