import { chartTable } from '../document/chart-table.ts';
import type { ChartBlock } from '../document/report-document.ts';
import { chartInWords } from './charts/chart-in-words.ts';
import type { Html } from './html-escape.ts';
import { html } from './html-escape.ts';
import { htmlSentence } from './html-sentence.ts';
import { compactTable, htmlTable } from './html-tables.ts';
import type { NoteOf } from './sentence.ts';

/** A picture of a chart as the HTML refers to it: a part of the same mail, or the picture itself. */
export interface Picture {
  /** `cid:` with the part's id, or `data:image/png;base64,` with the picture. Nothing else is ever loaded. */
  readonly src: string;
  /** The size it is shown at where there is room for it. */
  readonly width: number;
  readonly height: number;
}

/** A chart: what it shows in a sentence, its picture where there is one, and its figures in a table set small. */
export function htmlChart(chart: ChartBlock, picture: Picture | undefined, noteOf: NoteOf): Html {
  const told = htmlSentence(chart.summary, noteOf);
  if (picture === undefined || !isInside(picture.src)) {
    return html`<p style="margin:18px 0 8px">${told}</p>${htmlTable(chartTable(chart), noteOf)}`;
  }
  const { src, width, height } = picture;
  const size = html`width="${String(width)}" height="${String(height)}"`;
  return html`<p style="margin:20px 0 8px"><b>${chart.title}</b><br>${told}</p><img src="${src}" ${size} alt="${chartInWords(chart, 'with figures')}" border="0" style="display:block;width:100%;max-width:${String(width)}px;height:auto;border:0">${compactTable(chartTable(chart), noteOf)}`;
}

/** Whether the mail brings the picture with it. */
function isInside(src: string): boolean {
  return /^cid:[a-z0-9.@-]+$/.test(src) || /^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(src);
}
