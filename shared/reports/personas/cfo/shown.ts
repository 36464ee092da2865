import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';

/** The figure of all businesses, else that of those whose books are kept. */
export function shownFact(sheet: FactSheet, id: string): Fact {
  const all = sheet.get(id);
  return all.measured.state !== 'unknown' || !sheet.has(`tracked-${id}`) ? all : sheet.get(`tracked-${id}`);
}

/** Whether a figure applies to the sheet and is known. */
export function isKnownOn(sheet: FactSheet, id: string): boolean {
  return sheet.has(id) && sheet.measuredOf(id).state !== 'unknown';
}
