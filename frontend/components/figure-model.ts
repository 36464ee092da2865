import { listed } from '../../shared/kernel/listed.ts';
import type { Certainty } from '../../shared/kernel/measured.ts';
import { gathered } from '../../shared/kernel/missing.ts';
import type { DefinitionLine, Figure, KeyFigure } from '../../shared/reports/document/report-document.ts';
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
