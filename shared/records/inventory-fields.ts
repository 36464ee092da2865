import * as z from 'zod/mini';
import { label } from './fields.ts';

/** What a part of an inventory is built from. */

/** Millionths of a US dollar, as whole numbers: what a provider bills is finer than a cent. Credits are negative. */
export const microUsd = z.custom<number>(
  (v) => Number.isInteger(v) && Math.abs(v as number) <= 1e15,
  'expected whole micro-dollars, such as 41250000 for $41.25',
);

/** How long a copy is kept, up to ten years. */
export const seconds = z.custom<number>(
  (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 315_360_000,
  'expected whole seconds, such as 31536000 for a year',
);

/** Digits of a fingerprint or a commit: enough to tell two apart, useless to whoever wants the secret. */
export const fingerprint = z.custom<string>(
  (v) => typeof v === 'string' && /^[0-9a-f]{8,64}$/.test(v),
  'expected 8 to 64 hexadecimal digits',
);

/** The part was read, with what it holds, or could not be read, and why. A part that was not looked at is left out. */
export function section<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.exactOptional(
    z.discriminatedUnion(
      'state',
      [
        z.strictObject({ state: z.literal('read'), ...shape }),
        z.strictObject({ state: z.literal('unreadable'), because: label }),
      ],
      'expected a section with state read, or state unreadable and because',
    ),
  );
}

/** A section that is a list of things of one kind. */
export function listOf<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return section({ items: z.array(z.strictObject(shape)) });
}
