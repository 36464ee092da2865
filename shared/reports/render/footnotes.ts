import type { DefinitionLine, Figure, ReportDocument } from '../document/report-document.ts';
import { formatCount } from './format.ts';
import type { NoteOf } from './sentence.ts';

/** A definition with the number figures point at it by; definitions of one family share theirs. */
export interface Footnote {
  readonly number: string;
  readonly definition: DefinitionLine;
}

/** Every definition of the document, numbered in the order it lists them. */
export function footnotesOf(document: ReportDocument): readonly Footnote[] {
  const definitions = definitionsIn(document);
  const numbers = new Map<DefinitionLine | string, string>();
  return definitions.map((definition) => {
    const key = noteKey(definition);
    const number = numbers.get(key) ?? formatCount(numbers.size + 1);
    numbers.set(key, number);
    return { number, definition };
  });
}

/** Finds a figure's footnote: the definition of exactly its fact, or of the fact whatever the scope behind the @. */
export function noteFinder(footnotes: readonly Footnote[]): NoteOf {
  const numbers = new Map(footnotes.map(({ definition, number }) => [definition, number]));
  const definitionOf = finderIn(footnotes.map(({ definition }) => definition));
  return (figure) => {
    const definition = definitionOf(figure);
    return definition && numbers.get(definition);
  };
}

/** Finds what a figure of the document means: the definition of exactly its fact, or of the fact whatever its scope. */
export function definitionFinder(document: ReportDocument): (figure: Figure) => DefinitionLine | undefined {
  return finderIn(definitionsIn(document));
}

function finderIn(definitions: readonly DefinitionLine[]): (figure: Figure) => DefinitionLine | undefined {
  const byFact = new Map([...definitions].reverse().map((definition) => [definition.fact, definition]));
  return ({ fact }) => (fact === undefined ? undefined : (byFact.get(fact) ?? byFact.get(withoutScope(fact))));
}

function definitionsIn(document: ReportDocument): readonly DefinitionLine[] {
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'definitions' ? block.definitions : []));
}

/** What shares a number: a family by its title, any other definition stands alone. */
function noteKey(definition: DefinitionLine): DefinitionLine | string {
  return definition.family?.title ?? definition;
}

function withoutScope(fact: string): string {
  const at = fact.indexOf('@');
  return at === -1 ? fact : fact.slice(0, at);
}
