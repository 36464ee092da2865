import type { Block, DefinitionLine, Section } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import { definitionLines } from './figures.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What is shorter is told where it stands: a letter would save nothing. */
const SHORTEST = 24;
const OWN_POLICY = 'policy default: ';

/**
 * The appendix of a report: what each of its figures means, how it is computed and what it rests on. A formula, source or
 * basis that several figures share is told once on top, under a letter the figures point at.
 */
export function appendixSection(sections: readonly Section[], sheet: FactSheet): Section {
  const definitions = definitionLines(sections, sheet);
  const letters = lettersOf(definitions);
  const short = (text: string) => letters.get(text) ?? text;
  const told: Block = { kind: 'list', items: [...letters].map(([text, letter]) => [`${letter}: ${plain(text)}.`]) };
  return {
    id: 'definitions',
    heading: 'Appendix: definitions and sources',
    count: definitions.length,
    blocks: [
      ...(letters.size === 0 ? [] : [told]),
      {
        kind: 'definitions',
        definitions: definitions.map((one) => ({
          ...one,
          formula: short(one.formula),
          source: short(one.source),
          basis: short(one.basis),
        })),
      },
    ],
  };
}

/** A letter for each text that stands in more than one definition, in the order they are met. */
function lettersOf(definitions: readonly DefinitionLine[]): ReadonlyMap<string, string> {
  const texts = definitions.flatMap(({ formula, source, basis }) => [formula, source, basis]);
  const repeated = texts.filter((text, at) => text.length >= SHORTEST && texts.indexOf(text) < at);
  const inOrder = texts.filter((text, at) => repeated.includes(text) && texts.indexOf(text) === at);
  return new Map(inOrder.slice(0, LETTERS.length).map((text, at) => [text, LETTERS[at]!])); // no more texts than letters
}

function plain(text: string): string {
  const bare = text.startsWith(OWN_POLICY) ? text.slice(OWN_POLICY.length) : text;
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`.replace(/\.$/, '');
}
