import type { DefinitionLine } from '../document/report-document.ts';
import type { Footnote } from './footnotes.ts';
import { DEFINITION_LABELS, policySentence, withoutPolicy } from './wording.ts';

/** A footnote as it is printed: what a figure, or a family of them, means and how it is computed and from what. */
export interface Note {
  readonly number: string;
  readonly title: string;
  readonly definition: string;
  /** Formula, source and records; those several notes share as letters. */
  readonly receipt: readonly string[];
}

/** An appendix as it is printed: what several notes share is told once, under a letter. */
export interface PrintedAppendix {
  readonly shared: readonly { readonly letter: string; readonly text: string }[];
  readonly notes: readonly Note[];
  /** On whose authority figures rest that name none; nothing when all name one. */
  readonly policy?: string;
}

/** The footnotes as an appendix, those of one number together. */
export function printedAppendix(footnotes: readonly Footnote[]): PrintedAppendix {
  const numbers = [...new Set(footnotes.map(({ number }) => number))];
  const told = numbers.map((number) => ({
    number,
    ...toldOnce(footnotes.filter((one) => one.number === number).map(({ definition }) => definition)),
  }));
  const letters = lettersOf(told.flatMap(({ formula, source, basis }) => [formula, source, ...basis]));
  const policy = policySentence(footnotes.map(({ definition }) => definition));
  return {
    shared: [...letters].map(([text, letter]) => ({ letter, text: sentence(text) })),
    notes: told.map(({ number, title, definition, ...parts }) => ({
      number,
      title,
      definition,
      receipt: receipt(parts, letters),
    })),
    ...(policy === undefined ? {} : { policy }),
  };
}

interface Parts {
  readonly formula: string;
  readonly source: string;
  /** The kinds of record it rests on, one by one. */
  readonly basis: readonly string[];
}

/** One definition, or what a family has in common with all the records it rests on. */
function toldOnce(same: readonly DefinitionLine[]): Parts & { readonly title: string; readonly definition: string } {
  const [first = NOTHING] = same;
  const { title, definition } = first.family ?? first;
  return {
    title,
    definition,
    formula: first.formula,
    source: withoutPolicy(first.source),
    basis: [...new Set(same.flatMap(({ basis }) => basis.split(/; (?!assumed: )/)))].filter((text) => text !== ''),
  };
}

const NOTHING: DefinitionLine = { fact: '', title: '', definition: '', formula: '', source: '', basis: '' };

function receipt({ formula, source, basis }: Parts, letters: ReadonlyMap<string, string>): readonly string[] {
  const own = (text: string) => (letters.has(text) ? '' : text);
  const parts = [
    [DEFINITION_LABELS.formula, own(formula)],
    [DEFINITION_LABELS.source, own(source)],
    [
      DEFINITION_LABELS.basis,
      basis
        .map(own)
        .filter((text) => text !== '')
        .join('; '),
    ],
    [SEE, [formula, source, ...basis].flatMap((text) => letters.get(text) ?? []).join(', ')],
  ] as const;
  return parts.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`);
}

const SEE = 'See';
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What is shorter is told where it stands: a letter would save little. */
const SHORTEST = 20;

/** A letter for each text that stands in more than one note, in the order they are met: those that save most. */
function lettersOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text.length >= SHORTEST) counts.set(text, (counts.get(text) ?? 0) + 1);
  const saved = ([text, count]: readonly [string, number]) => text.length * (count - 1);
  const repeated = [...counts].filter(([, count]) => count > 1);
  const kept = new Set([...repeated].sort((a, b) => saved(b) - saved(a)).slice(0, LETTERS.length));
  return new Map(repeated.filter((one) => kept.has(one)).map(([text], at) => [text, LETTERS[at]!])); // no more texts than letters
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
