/** Text for comparing what people write: lower case, no accents, every run of other characters one space. */
export function plainWords(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#$✓✔]+/gu, ' ')
    .trim();
}

/** Text on one line: every run of white space is one space; byte-order marks and zero-width spaces are gone. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();
}
