import * as z from 'zod/mini';
import type { LineMatches } from '../ledger/bank-matching.ts';
import type { BankLine } from '../records/bank-line.ts';
import { count, day, id } from '../records/fields.ts';

/** The movement a bank line is, over the version of the line that was seen. */
export const matchBankLineBody = z.strictObject({ version: count, entryId: id, on: day });
export const unmatchBankLineBody = z.strictObject({ version: count });
export type MatchBankLineBody = z.infer<typeof matchBankLineBody>;

export interface BankMatchesResponse {
  /** Unexplained lines, the oldest first. */
  readonly lines: readonly LineMatches[];
  /** How many there are in all. */
  readonly unexplained: number;
}

export interface BankLineResponse {
  readonly line: BankLine;
}
