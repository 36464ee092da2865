import type { Figure, Span } from '../document/report-document.ts';
import { certaintyMark, formatCell } from './format.ts';
import { visibleText } from './visible-text.ts';

/** A stretch of a sentence as text, with the number of the footnote that defines it where it is a figure that has one. */
export interface Piece {
  readonly text: string;
  /** A figure's text is not broken over lines; words are. */
  readonly kind: 'words' | 'figure' | 'unknown';
  readonly note?: string;
  /** How the figure is known, as a mark behind it; measured figures have none. */
  readonly mark?: string;
}

/** The number of a figure's footnote, where its definition is in the document. */
export type NoteOf = (figure: Figure) => string | undefined;

/** The sentence in pieces; a definition is pointed at where the sentence first uses it. */
export function piecesOf(spans: readonly Span[], noteOf: NoteOf = () => undefined): readonly Piece[] {
  const seen = new Set<string>();
  return spans.map((span) => {
    if (typeof span === 'string') return { text: visibleText(span), kind: 'words' };
    const note = noteOf(span);
    if (note === undefined || seen.has(note)) return pieceOf(span);
    seen.add(note);
    return { ...pieceOf(span), note };
  });
}

/** One figure as it stands in a sentence. */
export function pieceOf(figure: Figure): Piece {
  const mark = certaintyMark(figure);
  const piece = { text: visibleText(formatCell(figure.cell)), kind: kindOf(figure) };
  return mark === '' ? piece : { ...piece, mark };
}

function kindOf({ cell }: Figure): Piece['kind'] {
  if (cell.kind === 'unknown') return 'unknown';
  return cell.kind === 'text' ? 'words' : 'figure';
}

const NO_BREAK = '\u00a0';

/** The sentence as plain text with no-break spaces inside figures, so that no line ends in the middle of one. */
export function unbroken(spans: readonly Span[], noteOf?: NoteOf): string {
  return piecesOf(spans, noteOf)
    .map((piece) => {
      const text = plainPiece(piece);
      return piece.kind === 'figure' ? text.replaceAll(' ', NO_BREAK) : text;
    })
    .join('');
}

/** The sentence as plain text: figures with their marks, footnote numbers in brackets. */
export function plainSentence(spans: readonly Span[], noteOf?: NoteOf): string {
  return piecesOf(spans, noteOf).map(plainPiece).join('');
}

function plainPiece({ text, mark, note }: Piece): string {
  return `${text}${mark === undefined ? '' : ` ${mark}`}${note === undefined ? '' : ` [${note}]`}`;
}

/** No-break spaces as ordinary ones again, once the lines are set. */
export function wholeSpaces(text: string): string {
  return text.replaceAll(NO_BREAK, ' ');
}
