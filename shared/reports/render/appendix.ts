import { listed } from '../../kernel/listed.ts';
import type { DefinitionLine } from '../document/report-document.ts';
import { asSentence } from './as-sentence.ts';
import { assumptionIn, recordKinds } from './basis.ts';
import type { Footnote } from './footnotes.ts';
import { DEFINITION_LABELS, policySentence, withoutPolicy } from './wording.ts';

/** A footnote as it is printed: what a figure, or a family of them, means and how it is computed. */
export interface Note {
  readonly number: string;
  readonly title: string;
  readonly definition: string;
  /** Formula, source, records and assumption, a labelled part each; what several notes share stands as its letter. */
  readonly receipt: readonly string[];
}

/**
 * An appendix as it is printed: what several notes share is told once, under a letter. Each note names the kinds of record
 * its figure rests on; which ones they are is one tap away in the reports tab.
 */
export interface PrintedAppendix {
  readonly shared: readonly { readonly letter: string; readonly text: string }[];
  readonly notes: readonly Note[];
  /** On whose authority figures rest that name none, and where the records are shown. */
  readonly closing: readonly string[];
}

/** The footnotes as an appendix, those of one number together. */
export function printedAppendix(footnotes: readonly Footnote[]): PrintedAppendix {
  const told = [...byNumber(footnotes)].map(([number, same]) => ({ number, ...toldOnce(same) }));
  const letters = lettersOf(
    told.flatMap(({ formula, source, records, assumption }) => [formula, source, records, assumption]),
  );
  const definitions = footnotes.map(({ definition }) => definition);
  return {
    shared: [...letters].map(([text, letter]) => ({ letter, text: asSentence(text) })),
    notes: told.map(({ number, title, definition, ...parts }) => ({
      number,
      title,
      definition,
      receipt: receipt(parts, letters),
    })),
    closing: [policySentence(definitions), recordsSentence(definitions)].filter((text) => text !== undefined),
  };
}

function byNumber(footnotes: readonly Footnote[]): ReadonlyMap<string, readonly DefinitionLine[]> {
  const found = new Map<string, DefinitionLine[]>();
  for (const { number, definition } of footnotes) {
    const same = found.get(number);
    if (same === undefined) found.set(number, [definition]);
    else same.push(definition);
  }
  return found;
}

interface Parts {
  readonly formula: string;
  readonly source: string;
  /** The kinds of record the figure rests on. */
  readonly records: string;
  readonly assumption: string;
}

/** One definition, or what a family has in common. */
function toldOnce(same: readonly DefinitionLine[]): Parts & { readonly title: string; readonly definition: string } {
  const [first = NOTHING] = same;
  const { title, definition } = first.family ?? first;
  return {
    title,
    definition,
    formula: first.formula,
    source: withoutPolicy(first.source),
    records: listed(recordKinds(same.map(({ basis }) => basis))),
    assumption: assumptionIn(first.basis),
  };
}

const NOTHING: DefinitionLine = { fact: '', title: '', definition: '', formula: '', source: '', basis: '' };

function receipt(
  { formula, source, records, assumption }: Parts,
  letters: ReadonlyMap<string, string>,
): readonly string[] {
  const short = (text: string) => letters.get(text) ?? text;
  const parts = [
    [DEFINITION_LABELS.formula, short(formula)],
    [DEFINITION_LABELS.source, short(source)],
    ['Records', short(records)],
    ['Assumed', short(assumption)],
  ] as const;
  return parts.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`);
}

/** Where the records themselves are shown; nothing where no figure rests on any. */
function recordsSentence(definitions: readonly DefinitionLine[]): string | undefined {
  if (recordKinds(definitions.map(({ basis }) => basis)).length === 0) return undefined;
  return 'The reports tab shows behind each figure which records these are, whose and of which months.';
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What is shorter is told where it stands: a letter would save little. */
const SHORTEST = 24;

/** A letter for each text that stands in more than one note, in the order they are met; after Z comes AA. */
function lettersOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const text of texts) {
    if (met.has(text) && text.length >= SHORTEST) repeated.add(text);
    met.add(text);
  }
  const inOrder = [...met].filter((text) => repeated.has(text));
  return new Map(inOrder.map((text, at) => [text, letterAt(at)]));
}

function letterAt(at: number): string {
  const before = at < LETTERS.length ? '' : letterAt(Math.floor(at / LETTERS.length) - 1);
  return `${before}${LETTERS[at % LETTERS.length]}`;
}
