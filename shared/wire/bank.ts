import * as z from 'zod/mini';
import type { LineMatches } from '../ledger/bank-matching.ts';
import type { BankLine } from '../records/bank-line.ts';
import { count, day, id } from '../records/fields.ts';

/** The movement a bank line is, over the version of the line that was seen. */
export const matchBankLineBody = z.strictObject({ version: count, entryId: id, on: day });
/** Several at once, each decided by itself. */
export const matchBankLinesBody = z.strictObject({
  matches: z
    .array(z.strictObject({ lineId: id, version: count, entryId: id, on: day }))
    .check(z.minLength(1), z.maxLength(100)),
});
export const unmatchBankLineBody = z.strictObject({ version: count });
export type MatchBankLineBody = z.infer<typeof matchBankLineBody>;
export type MatchBankLinesBody = z.infer<typeof matchBankLinesBody>;

export interface BankMatchesResponse {
  /** Unexplained lines, the oldest first. */
  readonly lines: readonly LineMatches[];
  /** How many there are in all. */
  readonly unexplained: number;
  /** The accounts that have statements, by their code. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** What became of several: the lines that are matched now, and why the others are not. */
export interface BankLinesResponse {
  readonly matched: readonly BankLine[];
  readonly refused: readonly { readonly lineId: string; readonly message: string }[];
}

export interface BankLineResponse {
  readonly line: BankLine;
}
