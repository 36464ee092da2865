/** Something in a document that could not be read: the line it stands on, and what was expected there. */
export interface HandoffProblem {
  readonly line: number;
  readonly message: string;
  /** The heading it stands under, when it is one whose rows are read. */
  readonly section?: string;
}

/** What stands in a document, cut to what fits in a sentence, in quotes; what cannot be printed is shown as its code. */
export function quoted(written: string): string {
  const signs = [...written.trim()];
  const shown = signs.slice(0, LONGEST).map((sign) => (UNPRINTABLE.test(sign) ? codeOf(sign) : sign));
  return `"${shown.join('')}${signs.length > LONGEST ? '…' : ''}"`;
}

/** A sign as its code: U+0007. */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Control characters but the tab, and the signs that turn the direction of a text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/;

const LONGEST = 60;
