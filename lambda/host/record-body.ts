import * as z from 'zod/mini';
import { count } from '../../shared/records/fields.ts';
import type { Asking } from './deps.ts';

/** A record as a person sends it: without its id and stamp, over the version they saw; 0 for a new one. */
export const recordBody = z.strictObject({ version: count, record: z.record(z.string(), z.unknown()) });
export type RecordBody = z.infer<typeof recordBody>;

/** What a person said, under its id, with who made it first and who changed it now. */
export function stampedRecord(
  asking: Asking,
  id: string,
  { version, record }: RecordBody,
  before: { readonly createdAt: string; readonly createdBy: string } | undefined,
): Record<string, unknown> {
  const { writtenIn: _, ...own } = record; // what a person changes here is no longer what a document says
  return {
    ...own,
    id,
    createdAt: before?.createdAt ?? asking.now,
    createdBy: before?.createdBy ?? asking.user.id,
    updatedAt: asking.now,
    version: version + 1,
    source: 'manual',
    schemaVersion: 1,
  };
}
