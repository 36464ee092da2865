import type { DefinitionLine, ReportDocument } from '../document/report-document.ts';
import { formatCount } from './format.ts';
import type { NoteOf } from './sentence.ts';

/** A definition with the number figures point at it by. */
export interface Footnote {
  readonly number: string;
  readonly definition: DefinitionLine;
}

/** Every definition of the document, numbered in the order it lists them. */
export function footnotesOf(document: ReportDocument): readonly Footnote[] {
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'definitions' ? block.definitions : []))
    .map((definition, index) => ({ number: formatCount(index + 1), definition }));
}

/** Finds a figure's footnote: the definition of exactly its fact, or of the fact whatever the scope behind the @. */
export function noteFinder(footnotes: readonly Footnote[]): NoteOf {
  const numbers = new Map<string, string>();
  for (const { number, definition } of footnotes) {
    if (!numbers.has(definition.fact)) numbers.set(definition.fact, number);
  }
  return ({ fact }) => (fact === undefined ? undefined : (numbers.get(fact) ?? numbers.get(withoutScope(fact))));
}

function withoutScope(fact: string): string {
  return fact.split('@', 1)[0] ?? fact;
}
