import type { Fact } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { named } from '../judging.ts';

/** The clients of whom a figure says something, by name; none where the figure is not known. */
export function clientsWhere(sheet: FactSheet, factId: string, holds: (fact: Fact) => boolean): readonly string[] {
  return sheet
    .subjects('client')
    .filter(({ id }) => sheet.has(factId, id) && sheet.get(factId, id).measured.state !== 'unknown')
    .filter(({ id }) => holds(sheet.get(factId, id)))
    .map(({ name }) => name);
}

/** Names behind a count; nothing where there are none. */
export function inBrackets(names: readonly string[]): string {
  return names.length === 0 ? '' : ` (${named(names.map((name) => ({ name })))})`;
}
