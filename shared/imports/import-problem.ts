import type { Cell } from './sheet-row.ts';
import { cellText } from './sheet-row.ts';

/** What can be wrong with an import. The list is closed, so that a page can group problems and a test can name them. */
export type ProblemCode =
  | 'missing' // a cell that must be filled is empty
  | 'not-understood' // the cell does not read as what its column holds
  | 'ambiguous' // it reads in two ways and nobody has said which
  | 'other-currency'
  | 'out-of-range' // days outside 2000–2100, amounts beyond ten billion dollars, counts beyond a million
  | 'not-allowed' // it reads well, but the value may not stand here
  | 'unknown-name' // no channel, account, property … of this name
  | 'error-cell'
  | 'control-characters'
  | 'broken-row' // quotes that do not match, values beyond the last header
  | 'looks-like-total'
  | 'repeated' // a row that names itself stands there twice
  | 'no-header'
  | 'missing-column'
  | 'double-column';

/** One thing wrong, where it is, and what stands there. Without a row it is about the whole file. */
export interface ImportProblem {
  readonly code: ProblemCode;
  readonly row?: number;
  /** The column by the letters above it, and by its header as written. */
  readonly letters?: string;
  readonly header?: string;
  /** The cell as it is, cut to a readable length, control characters made visible. */
  readonly value?: string;
  /** A sentence for the person: what was expected. */
  readonly message: string;
}

const QUOTED_LENGTH = 60;

/** A cell as it is shown back to a person: at most sixty characters, nothing in it that could move a cursor. */
export function quotedCell(cell: Cell | undefined): string {
  const shown = [...cellText(cell)];
  const cut = shown.length > QUOTED_LENGTH ? [...shown.slice(0, QUOTED_LENGTH - 1), '…'] : shown;
  return cut.join('').replace(UNSEEN, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** Control, format and lone surrogate characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
