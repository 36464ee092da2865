import type { Entity } from '../records/entity.ts';
import type { Reading } from './cell-reading.ts';
import type { ProblemCode } from './import-problem.ts';

/** One column a kind of spreadsheet may have: the field it fills, what people call it, and how its cells read. */
export interface Column<T = unknown, Required extends boolean = boolean> {
  readonly title: string;
  /** What people and programs write above it, the one we would take first in front. */
  readonly names: readonly string[];
  readonly reading: Reading<T>;
  /** Whether every row must fill it. */
  readonly required: Required;
  readonly example: string;
  /** What holds where the file has no such column or the cell is empty, in words; without it the field is left out. */
  readonly otherwise?: string;
}

/** A row as its kind understands it, or what keeps its fields from being one thing together. */
export type Assembled<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly code: ProblemCode; readonly field: string; readonly expected: string };

/** What one kind of spreadsheet holds: its columns, and the record body a row becomes. */
export interface ImportKind<Body = unknown> {
  readonly id: string;
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** The kind of business that keeps such things; left out where any does. */
  readonly business?: Entity['kind'];
  readonly columns: Readonly<Record<string, Column>>;
  /** Groups of fields of which a file must have one whole group: an amount, or what came in and what went out. */
  readonly anyOf: readonly (readonly (readonly string[])[])[];
  readonly assemble: (fields: Readonly<Record<string, unknown>>, entityId: string) => Assembled<Body>;
  /** What tells one row from another, taken from its body. The same file, or one that overlaps, gives the same again. */
  identity(body: Body): readonly (string | number)[];
  /** Whether equal rows are separate things (two coffees on one day), or the same thing written twice. */
  readonly equalRows: 'separate' | 'same';
}

type Columns = Readonly<Record<string, Column>>;
type FieldsOf<C extends Columns> = {
  readonly [Field in keyof C]: C[Field] extends Column<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};

interface KindDefinition<C extends Columns, Body> {
  readonly id: string;
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly business?: Entity['kind'];
  readonly columns: C;
  readonly anyOf?: readonly (readonly (readonly (keyof C & string)[])[])[];
  readonly assemble: (fields: FieldsOf<C>, entityId: string) => Assembled<Body>;
  readonly identity: (body: Body) => readonly (string | number)[];
  readonly equalRows: 'separate' | 'same';
}

/** A kind with its fields typed by its columns: a column that is required is there when a row is put together. */
export function importKind<C extends Columns, Body>(kind: KindDefinition<C, Body>): ImportKind<Body> {
  return {
    ...kind,
    anyOf: kind.anyOf ?? [],
    assemble: (fields, entityId) => kind.assemble(fields as FieldsOf<C>, entityId),
  };
}

/** A column every row must fill. */
export function required<T>(
  title: string,
  reading: Reading<T>,
  example: string,
  names: readonly string[],
): Column<T, true> {
  return { title, names: [title, ...names], reading, required: true, example };
}

/** A column a row may leave empty, and what holds then. */
export function optional<T>(
  title: string,
  reading: Reading<T>,
  example: string,
  names: readonly string[],
  otherwise?: string,
): Column<T, false> {
  const column = { title, names: [title, ...names], reading, required: false, example } as const;
  return otherwise === undefined ? column : { ...column, otherwise };
}

export function body<B>(of: B): Assembled<B> {
  return { ok: true, body: of };
}

/** The row does not hold together; the field is the column the person should look at. */
export function doesNotFit(field: string, expected: string, code: ProblemCode = 'not-allowed'): Assembled<never> {
  return { ok: false, code, field, expected };
}

/** The fields that are there, without those that are not. */
export function given<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  return Object.fromEntries(Object.entries(fields).filter(([, held]) => held !== undefined)) as never;
}
