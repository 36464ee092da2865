/** A basis names its records, parted by semicolons, and ends with what it assumes. */
const ASSUMED = /(?:^|; )assumed: /;
/** Whose records and of which time stands behind their kind. */
const WHOSE = / (?:of|up to|as of|for) |[,(:]/;
/** What stands in place of records: nothing known yet, or figures told in the same appendix. */
const NO_RECORDS = /^(?:not known yet|figures of .*)$/;

/** The kinds of record some bases rest on, once each, in the order they are met. */
export function recordKinds(bases: readonly string[]): readonly string[] {
  const records = bases.map((basis) => basis.split(ASSUMED)[0] ?? '').filter((basis) => !NO_RECORDS.test(basis));
  const kinds = records.flatMap((basis) => basis.split('; ')).map((clause) => clause.split(WHOSE)[0] ?? '');
  return [...new Set(kinds)].filter((kind) => kind !== '');
}

/** What a basis assumes beyond its records; empty where nothing. */
export function assumptionIn(basis: string): string {
  return basis.split(ASSUMED)[1] ?? '';
}
