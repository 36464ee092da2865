const LONGEST = 200;

/**
 * SES's own words on one line of at most 200 signs, for records and logs: the addresses mail servers like to repeat are
 * left out of them. Nothing where SES said nothing.
 */
export function detailText(...words: readonly (string | null | undefined)[]): { readonly detail?: string } {
  const said = words.filter((word) => word?.trim()).join(': ');
  const line = said
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[^\s<>"'(),;:[\]]+@[^\s<>"'(),;[\]]+/g, '(address)')
    .trim();
  return line === '' ? {} : { detail: [...line].slice(0, LONGEST).join('') };
}
