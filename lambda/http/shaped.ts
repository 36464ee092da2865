import type * as z from 'zod/mini';

/**
 * What was sent, as a shape reads it; without a shape nothing may be in it. What reads shapes loads when there is
 * something to read: the one answer a fresh process must be quick at asks for nothing.
 * @throws FaultError `invalid` naming every field that does not fit.
 */
export async function shaped(shape: z.ZodMiniType<unknown> | undefined, sent: unknown, what: string): Promise<unknown> {
  if (shape === undefined && isEmpty(sent)) return sent;
  return (await import('./shape-reader.ts')).readAs(shape, sent, what);
}

function isEmpty(sent: unknown): boolean {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) && Object.keys(sent).length === 0;
}
