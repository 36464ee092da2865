import type { KeyFigure } from '../document/report-document.ts';
import type { Html } from './html-escape.ts';
import { html, NO_HTML } from './html-escape.ts';
import { htmlFigure, htmlMark, htmlNote, htmlSentence, htmlUnbroken, htmlUnknown } from './html-sentence.ts';
import { COLORS, STATE_COLORS } from './mail-styles.ts';
import type { NoteOf } from './sentence.ts';
import { pieceOf } from './sentence.ts';
import { STATE_WORDS } from './wording.ts';

/** Headline figures as cards, two beside each other on every screen; of an odd number the first takes the whole width. */
export function htmlKeyFigures(figures: readonly KeyFigure[], noteOf: NoteOf): Html {
  // A table for each row: where the first row of one holds a single card, its columns are all as wide, the gap included.
  const rows = pairs(figures);
  return html`${rows.map(([left, right], at) => {
    const beside = right && html`<td width="10" style="font-size:0">&nbsp;</td>${card(right, noteOf, false)}`;
    return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation" style="table-layout:fixed;border-collapse:separate;margin:0 0 ${at === rows.length - 1 ? '18px' : '10px'}"><tr>${card(left, noteOf, beside === undefined)}${beside ?? NO_HTML}</tr></table>`;
  })}`;
}

function pairs(figures: readonly KeyFigure[]): readonly (readonly [KeyFigure, KeyFigure?])[] {
  const [first, second, ...rest] = figures;
  if (first === undefined) return [];
  if (figures.length % 2 === 1) return [[first], ...pairs(figures.slice(1))];
  return second === undefined ? [[first]] : [[first, second], ...pairs(rest)];
}

function card({ label, figure, against, trend, state }: KeyFigure, noteOf: NoteOf, wide: boolean): Html {
  const comparison =
    against === undefined
      ? NO_HTML
      : html`<div class="m" style="font-size:12px;line-height:17px;margin-top:3px;color:${COLORS.muted}">${against.label} ${htmlFigure(against.figure, noteOf)}</div>`;
  return html`<td class="c" valign="top" bgcolor="${COLORS.card}" style="border:1px ${state === 'unknown' ? 'dashed #c3b27a' : `solid ${COLORS.line}`};border-radius:8px;padding:13px 14px 12px">
<div class="m" style="font-size:12px;line-height:16px;color:${COLORS.muted}">${label}${htmlNote(noteOf(figure))}</div>
${valueText(figure, wide)}${comparison}${trendOf(trend, noteOf)}${stateOf(state)}</td>`;
}

/** Longer figures are set smaller, so that half a phone holds ten million dollars on one line. */
function valueText(figure: KeyFigure['figure'], wide: boolean): Html {
  const { text, kind, mark } = pieceOf(figure);
  if (kind === 'unknown') {
    return html`<div style="font-size:14px;line-height:19px;margin-top:5px">${htmlUnknown(text)}</div>`;
  }
  const length = text.length + (mark === undefined ? 0 : mark.length / 2);
  const size = wide ? '30px' : length <= 11 ? '21px' : length <= 13 ? '17px' : '15px';
  const shown = kind === 'figure' ? htmlUnbroken(text) : html`${text}`;
  return html`<div style="font-size:${size};line-height:${wide ? '38px' : '28px'};font-weight:600">${shown}${
    mark === undefined ? NO_HTML : html` ${htmlMark(mark)}`
  }</div>`;
}

function trendOf(trend: KeyFigure['trend'], noteOf: NoteOf): Html {
  if (trend === undefined) return NO_HTML;
  return html`<div class="m" style="font-size:12px;line-height:17px;color:${COLORS.muted}">${htmlSentence(trend.spans, noteOf)}</div>`;
}

function stateOf(state: KeyFigure['state']): Html {
  if (STATE_WORDS[state] === '') return NO_HTML;
  const { color, name } = STATE_COLORS[state];
  return html`<div class="${name}" style="font-size:12px;line-height:17px;margin-top:5px;color:${color}"><b>&#9679; ${STATE_WORDS[state]}</b></div>`;
}
