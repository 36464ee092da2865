import * as z from 'zod/mini';
import { count, label, slug } from '../records/fields.ts';
import type { Form, FormKind } from '../records/form.ts';

/** A record to be withdrawn, over the version seen; `entityId` where the kind belongs to a business. */
export const withdrawRecordBody = z.strictObject({
  version: count,
  reason: label,
  entityId: z.exactOptional(slug),
});
export type WithdrawRecordBody = z.infer<typeof withdrawRecordBody>;

export interface ListFormsResponse {
  readonly kinds: readonly FormKind[];
}
export interface ReadFormResponse {
  readonly form: Form;
}

/** A record as a list shows it: its own fields are told by its form. */
export interface ListedRecord {
  readonly id: string;
  readonly version: number;
  readonly entityId?: string;
  readonly [field: string]: unknown;
}
export interface ListRecordsResponse {
  readonly kind: string;
  readonly records: readonly ListedRecord[];
}
