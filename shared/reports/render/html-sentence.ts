import type { Figure, Span } from '../document/report-document.ts';
import type { Html } from './html-escape.ts';
import { html, NO_HTML } from './html-escape.ts';
import type { NoteOf, Piece } from './sentence.ts';
import { piecesOf } from './sentence.ts';

/** A sentence as markup: figures whole and stronger than the words around them, unknowns set apart. */
export function htmlSentence(spans: readonly Span[], noteOf: NoteOf): Html {
  return html`${piecesOf(spans, noteOf).map(htmlPiece)}`;
}

/** One figure as markup, with its mark and footnote number. */
export function htmlFigure(figure: Figure, noteOf: NoteOf): Html {
  return htmlSentence([figure], noteOf);
}

/** The number of a footnote, raised, and in brackets so that it is not read as a digit of the figure before it. */
export function htmlNote(note: string | undefined): Html {
  return note === undefined ? NO_HTML : html`<sup>[${note}]</sup>`;
}

/** The mark of a figure nobody measured, quieter than the figure. */
export function htmlMark(mark: string | undefined): Html {
  return mark === undefined ? NO_HTML : html`<small>${mark}</small>`;
}

/** An unknown is written differently from every known figure, not only coloured differently. */
export function htmlUnknown(text: string): Html {
  return html`<em>${text}</em>`;
}

/** The text of a figure, which stays on one line: neither its spaces nor its minus sign are a place to break. */
export function htmlUnbroken(text: string): Html {
  if (text.startsWith('−')) return html`<span style="white-space:nowrap">${text}</span>`;
  const [first = '', ...rest] = text.split(' ');
  return html`${first}${rest.map((word) => html`&nbsp;${word}`)}`;
}

function htmlPiece({ text, kind, mark, note }: Piece): Html {
  const tail = html`${mark === undefined ? NO_HTML : html`&nbsp;${htmlMark(mark)}`}${htmlNote(note)}`;
  switch (kind) {
    case 'words':
      return html`${text}${tail}`;
    case 'unknown':
      return html`${htmlUnknown(text)}${tail}`;
    case 'figure':
      return html`<b>${htmlUnbroken(text)}</b>${tail}`;
  }
}
