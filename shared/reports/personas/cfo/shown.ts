import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';

/** The figure of all businesses; where it is not known, that of those whose books are kept, if any are. */
export function shownFact(sheet: FactSheet, id: string): Fact {
  const all = sheet.get(id);
  if (all.measured.state !== 'unknown' || !isKnownOn(sheet, `tracked-${id}`)) return all;
  return sheet.get(`tracked-${id}`);
}

/** Whether a figure applies to the sheet and is known. */
export function isKnownOn(sheet: FactSheet, id: string): boolean {
  return sheet.has(id) && sheet.measuredOf(id).state !== 'unknown';
}
