import type { DefinitionLine, Section } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { definitionLines } from './figures.ts';

/** The appendix of a report: what each of its computed figures means; none where there is none. */
export function appendixOf(
  sections: readonly Section[],
  sheet: FactSheet,
  heading = 'Appendix: definitions and sources',
): readonly Section[] {
  const definitions = definitionLines(sections, sheet).map(withoutLoneFamily);
  if (definitions.length === 0) return [];
  return [{ id: 'definitions', heading, blocks: [{ kind: 'definitions', definitions }] }];
}

/** A figure that stands alone is told by its own definition. */
function withoutLoneFamily(line: DefinitionLine, _: number, all: readonly DefinitionLine[]): DefinitionLine {
  const isLone = all.filter(({ family }) => family?.title === line.family?.title).length < 2;
  if (!isLone) return line;
  const { family: __, ...alone } = line;
  return alone;
}
