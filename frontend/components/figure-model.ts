import { listed } from '../../shared/kernel/listed.ts';
import type { Certainty } from '../../shared/kernel/measured.ts';
import { gathered } from '../../shared/kernel/missing.ts';
import type {
  BookReceipt,
  DefinitionLine,
  Figure,
  KeyFigure,
  ReportDocument,
} from '../../shared/reports/document/report-document.ts';
import { bookWords } from '../../shared/reports/render/book-words.ts';
import { formatCount } from '../../shared/reports/render/format.ts';
import { STATE_WORDS } from '../../shared/reports/render/wording.ts';

/** Where a figure comes from, as its disclosure tells it. */
export interface Receipt {
  readonly fact: string | undefined;
  readonly certainty: string | undefined;
  readonly definition: DefinitionLine | undefined;
}

/** Finds the definition of a figure among those its document lists. */
export type DefinitionOf = (figure: Figure) => DefinitionLine | undefined;

/** The receipt of a figure; nothing for words, which claim nothing. */
export function receiptOf(figure: Figure, definitionOf: DefinitionOf): Receipt | undefined {
  const certainty = figure.certainty === undefined ? undefined : CERTAINTY_WORDS[figure.certainty];
  const definition = definitionOf(figure);
  if (figure.fact === undefined && certainty === undefined && definition === undefined) return undefined;
  return { fact: figure.fact, certainty, definition };
}

/** What exactly a figure was read from in the books, a line each; none where it rests on other records. */
export function bookLines({ definition, fact }: Receipt, scope: ReportDocument['scope']): readonly string[] {
  return (definition?.receipts ?? []).filter((of) => of.fact === fact).map((of) => bookLine(of, scope));
}

/** A query over the books in words, with how many balances answer it, and their mark. */
function bookLine(receipt: BookReceipt, scope: ReportDocument['scope']): string {
  const { count, digest } = receipt;
  return `${bookWords(receipt, scope)}: ${formatCount(count)} ${count === 1 ? 'balance' : 'balances'}, mark ${digest}`;
}

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  measured: 'Counted from records',
  entered: 'Entered by hand',
  estimated: 'Estimated from an assumption',
  target: 'A target, set by people',
};

/** What a key figure's state says in words, and what to record when it is not known. */
export function stateText(of: KeyFigure): string {
  const { cell } = of.figure;
  return cell.kind === 'unknown' ? `Record ${listed(gathered(cell.missing))} to see this` : STATE_WORDS[of.state];
}
