import type { Instant } from '../kernel/calendar.ts';
import { shortDigest } from '../kernel/digest.ts';
import { parsed } from '../records/fields.ts';
import { REGISTER } from '../records/registry.ts';
import type { HandoffKind } from './section-kinds.ts';

/** A record as a document says it: what it is, its id made from the document and the row, and where it stands. */
export interface HandoffRow {
  readonly kind: HandoffKind;
  readonly id: string;
  /** What tells it from the other rows of its heading, spelled the way ids are. */
  readonly key: string;
  readonly name: string;
  readonly line: number;
  /** The record without id, entity and stamp. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A name the way ids are spelled: two rows with the same one are the same thing. */
export function keyOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const spelled = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const isWhole = spelled.length > 0 && spelled.length <= LONGEST && !/[^\p{ASCII}–—’“”]/u.test(plain);
  if (isWhole) return spelled;
  const start = spelled.slice(0, LONGEST - DIGEST - 1).replace(/-$/, '');
  return [start, shortDigest(plain.trim()).slice(0, DIGEST)].filter((part) => part !== '').join('-');
}

const LONGEST = 36;
const DIGEST = 8;

/** The id of a row. Channels belong to the company, so their name is their id. */
export function idOf(prefix: string | undefined, entityId: string, key: string): string {
  if (prefix !== undefined) return `${prefix}_${entityId}.${key}`;
  return /^[a-z]/.test(key) ? key : `c-${key}`;
}

/** What does not fit in a row as a record, by field. */
export function misfits(row: Omit<HandoffRow, 'line'>, entityId: string) {
  const owner = row.kind === 'channel' ? {} : { entityId };
  const record = { ...row.body, ...owner, id: row.id, ...STAMP };
  const read = parsed<unknown>(REGISTER[row.kind].schema, record, 'The row');
  return read.ok ? [] : read.fault.problems;
}

/** Any stamp: what the row says is checked before anybody knows when it will be stored. */
const STAMP = {
  createdAt: '2000-01-01T00:00:00.000Z' as Instant,
  createdBy: 'document',
  updatedAt: '2000-01-01T00:00:00.000Z' as Instant,
  version: 1,
  source: 'import',
  schemaVersion: 1,
} as const;
