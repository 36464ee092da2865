import * as z from 'zod/mini';
import type { ImportProblem } from '../imports/import-problem.ts';
import type { OpenQuestion } from '../imports/open-questions.ts';
import type { Instant } from '../kernel/calendar.ts';
import type { Entity } from '../records/entity.ts';
import { flag, label, oneOf, slug } from '../records/fields.ts';

/** The largest spreadsheet taken. */
export const MOST_IMPORT_BYTES = 10 * 1024 * 1024;
/** A request holds 64 kB and texts of 4,096 characters: fifteen pieces of 3,072 bytes are one part. */
export const PIECE_BYTES = 3_072;
export const PART_BYTES = 15 * PIECE_BYTES;

const field = z.string().check(z.regex(/^[A-Za-z]{1,40}$/, 'expected the name of a field'));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 digest'));
const rowNumber = z.int('expected the number of a row').check(z.gte(1), z.lte(2_000_000));
const dateOrder = oneOf(['month-first', 'day-first']);

/** A file somebody is about to send. */
export const openImportBody = z.strictObject({
  fileName: label,
  sizeBytes: z.int('expected a size in bytes').check(z.gte(1)),
  digest: sha256,
});
/** One part of a file, in pieces of base64. */
export const importPartBody = z.strictObject({
  pieces: z
    .array(z.string().check(z.regex(/^[A-Za-z0-9+/]{2,4096}={0,2}$/, 'expected base64')))
    .check(z.minLength(1), z.maxLength(15)),
});
/** What the person says about a file: what it holds, for whom, and what it does not say itself. */
export const checkImportBody = z.strictObject({
  kind: slug,
  entityId: slug,
  columns: z.record(field, label),
  values: z.record(field, label),
  dateOrders: z.record(field, dateOrder),
  decimalMark: z.exactOptional(oneOf(['point', 'comma'])),
  leaveOutBadRows: flag,
  excluded: z.array(rowNumber).check(z.maxLength(500)),
});
export type OpenImportBody = z.infer<typeof openImportBody>;
export type CheckImportBody = z.infer<typeof checkImportBody>;

/** What became of the rows of a file. */
export interface ImportCounts {
  readonly new: number;
  readonly there: number;
  /** On record already with something else in it; left as it is. */
  readonly differs: number;
  readonly leftOut: number;
}

/** One import, as the history tells it. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly state: 'uploading' | 'checked' | 'importing' | 'done';
  readonly kind?: string;
  readonly entityId?: string;
  /** The last row of the sheet that is done with. */
  readonly throughRow: number;
  /** Rows that could be stored when it was checked. */
  readonly ready?: number;
  readonly counts: ImportCounts;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly finishedAt?: Instant;
}

/** A field of a kind of spreadsheet, for the person who chooses its column. */
export interface ImportField {
  readonly name: string;
  readonly title: string;
  readonly required: boolean;
  readonly example: string;
}

/** Something that can be imported. */
export interface ImportKindView {
  readonly id: string;
  readonly title: string;
  /** The kind of business whose books take it; left out where every business does. */
  readonly business?: Entity['kind'];
  readonly fields: readonly ImportField[];
}

export interface ListImportsResponse {
  readonly kinds: readonly ImportKindView[];
  readonly entities: readonly Pick<Entity, 'id' | 'name' | 'kind'>[];
  readonly imports: readonly ImportRecord[];
}

/** One column of the file and what becomes of it. */
export interface ImportColumn {
  readonly letters: string;
  readonly header: string;
  readonly field?: string;
}

/** What a whole file came to, read against the books, before anything is written. */
export interface FileFindings {
  readonly questions: readonly OpenQuestion[];
  /** False while a question is open or a column is missing: then no row has been read. */
  readonly isRead: boolean;
  readonly ready: number;
  readonly badRows: number;
  readonly leftOut: number;
  readonly problemCount: number;
  /** The first of them, each with its cell. */
  readonly problems: readonly ImportProblem[];
  /** Whether every row that is not left out can be stored. */
  readonly isClean: boolean;
}

export interface CheckImportResponse extends FileFindings {
  /** Which sheet of which, or how the text is written. */
  readonly about: string;
  readonly headerRow?: number;
  readonly columns: readonly ImportColumn[];
}

export interface ImportResponse {
  readonly import: ImportRecord;
}
