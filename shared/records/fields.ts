import * as z from 'zod/mini';
import type { Instant, LocalDate, Month, Zone } from '../kernel/calendar.ts';
import { instant, isInstant, isLocalDate, isLocalTime, isMonth, isZone } from '../kernel/calendar.ts';
import { isEmail } from '../kernel/email.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import { isId, isSlug } from '../kernel/ids.ts';
import type { BasisPoints, Cents } from '../kernel/money.ts';

/** The field types every record is built from. Each says in a sentence what it expected. */

export const amount = z.custom<Cents>(isAmount, 'expected whole cents, such as 120000 for $1,200.00');
export const positiveAmount = z.custom<Cents>((v) => isAmount(v) && v >= 0, 'expected whole cents, zero or more');
export const share = z.custom<BasisPoints>(
  (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 10_000,
  'expected basis points from 0 to 10000',
);
export const day = z.custom<LocalDate>(isText(isLocalDate), 'expected a day, such as 2026-11-21');
export const monthOfYear = z.custom<Month>(isText(isMonth), 'expected a month, such as 2026-11');
/** Read into the one spelling with milliseconds, because instants are compared as text. */
export const instantAt = z.pipe(
  z.custom<Instant>(
    (v) => typeof v === 'string' && v.endsWith('Z') && isInstant(v),
    'expected a point in time in UTC, such as 2026-11-21T20:00:00.000Z',
  ),
  z.transform((v: Instant) => instant(v)),
);
export const localTime = z.custom<string>(isText(isLocalTime), 'expected a time of day, such as 09:30');
export const zone = z.custom<Zone>(isText(isZone), 'expected an IANA time zone, such as America/Los_Angeles');
export const id = z.custom<string>(isText(isId), 'expected an id, such as chr_01J9ZQ');
export const slug = z.custom<string>(isText(isSlug), 'expected a short name in lower case, such as jada');
export const email = z.custom<string>(isText(isEmail), 'expected an e-mail address, such as captain@example.com');
/** A page on the web, as it is opened. */
export const webAddress = z.custom<string>(
  (v) =>
    typeof v === 'string' &&
    v.length <= 500 &&
    /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s\p{Cc}\p{Cf}]*)?$/iu.test(v),
  'expected a web address, such as https://www.example.com/boats/jada',
);
export const count = z.custom<number>(
  (v) => Number.isSafeInteger(v) && (v as number) >= 0 && (v as number) <= 1_000_000,
  'expected a whole number, zero or more',
);
export const percent = z.custom<number>(
  (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 100,
  'expected a whole number from 0 to 100',
);
/** Stars in tenths: 47 is 4.7 of 5. */
export const rating = z.custom<number>(
  (v) => Number.isInteger(v) && (v as number) >= 10 && (v as number) <= 50,
  'expected stars in tenths, from 10 to 50, such as 47 for 4.7',
);
export const flag = z.boolean('expected true or false');
/** One line: what may stand in a table cell or a mail header. */
export const label = z.custom<string>(
  (v) => isTextOf(v, 120) && !/[\n\u2028\u2029]/.test(v),
  'expected one line of text of 1 to 120 characters',
);
export const note = text(2_000);

/**
 * Text of 1 to `max` characters, one of them visible, trimmed of nothing, well-formed and free of control characters but
 * line breaks.
 */
export function text(max: number) {
  return z.custom<string>((v) => isTextOf(v, max), `expected text of 1 to ${max} characters`);
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, `expected one of ${values.join(', ')}`);
}

/** What every stored record carries beside its own fields. */
export const stamp = {
  createdAt: instantAt,
  createdBy: label,
  updatedAt: instantAt,
  version: count,
  source: oneOf(['manual', 'import', 'ota', 'system', 'sample']),
  schemaVersion: z.literal(1, 'expected schema version 1'),
} as const;

/** Where a record is written down, when it was read from a handoff document: the file and the line in it. */
export const writtenIn = z.exactOptional(z.strictObject({ file: label, line: count }));

/** The value as the schema reads it, or every problem with its path. Unknown keys are refused by name. */
export function parsed<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): Result<T> {
  const result = schema.safeParse(value);
  if (result.success) return ok(result.data);
  return refused(
    'invalid',
    `${what} does not fit.`,
    result.error.issues.flatMap((issue) => problemsOf(issue, value)),
  );
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): Problem[] {
  const at = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: at === '' ? key : `${at}.${key}`,
      message: 'this field is not known here',
    }));
  }
  const missing = issue.path.length > 0 && valueAt(value, issue.path) === undefined;
  return [{ field: at === '' ? '(all)' : at, message: missing ? 'this field is missing' : messageOf(issue) }];
}

/** The field type's own sentence, or one for what only zod checks: shapes and ranges. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  if (issue.code === 'invalid_type') return `expected ${SHAPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `expected ${issue.minimum} or more`;
  if (issue.code === 'too_big') return `expected ${issue.maximum} or less`;
  return issue.message;
}

const SHAPES: Readonly<Record<string, string>> = {
  object: 'an object with fields',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) => (held === null || held === undefined ? undefined : (held as Record<PropertyKey, unknown>)[key]),
    value,
  );
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function isText(check: (text: string) => boolean): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && check(value);
}

function isAmount(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 1e12;
}

function isTextOf(value: unknown, max: number): value is string {
  return (
    typeof value === 'string' && /[^\s\p{Cc}\p{Cf}]/u.test(value) && [...value].length <= max && isPrintable(value)
  );
}

function isPrintable(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return value.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(value);
}
