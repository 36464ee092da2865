import type { Block, ChartBlock, Section, Span } from '../document/report-document.ts';
import type { Note, PrintedAppendix } from './appendix.ts';
import { printedAppendix } from './appendix.ts';
import type { Footnote } from './footnotes.ts';
import { formatCount } from './format.ts';
import type { Picture } from './html-charts.ts';
import { htmlChart } from './html-charts.ts';
import type { Html } from './html-escape.ts';
import { html, NO_HTML } from './html-escape.ts';
import { htmlActions, htmlFindings } from './html-findings.ts';
import { htmlKeyFigures } from './html-key-figures.ts';
import { htmlSentence } from './html-sentence.ts';
import { htmlTable } from './html-tables.ts';
import { COLORS } from './mail-styles.ts';
import type { NoteOf } from './sentence.ts';

/** What blocks need to know of the document around them. */
export interface HtmlContext {
  readonly noteOf: NoteOf;
  readonly footnotes: readonly Footnote[];
  readonly pictures: ReadonlyMap<ChartBlock, Picture>;
}

/** A section with its heading, and behind it how many things it lists. */
export function htmlSection(section: Section, context: HtmlContext): Html {
  const count =
    section.count === undefined
      ? NO_HTML
      : html` <span class="m" style="font-weight:400;color:${COLORS.muted}">(${formatCount(section.count)})</span>`;
  return html`<tr><td class="px" style="padding:0 20px 16px">
<h2 style="margin:0 0 10px;padding-top:20px;border-top:1px solid ${COLORS.line};font-size:19px;line-height:26px;font-weight:600">${section.heading}${count}</h2>
${section.blocks.map((block) => htmlBlock(block, context))}</td></tr>`;
}

function htmlBlock(block: Block, context: HtmlContext): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:10px 0">${htmlSentence(block.spans, context.noteOf)}</p>`;
    case 'key-figures':
      return htmlKeyFigures(block.figures, context.noteOf);
    case 'table':
      return htmlTable(block, context.noteOf);
    case 'chart':
      return htmlChart(block, context.pictures.get(block), context.noteOf);
    case 'findings':
      return htmlFindings(block.findings, context.noteOf);
    case 'actions':
      return htmlActions(block.actions);
    case 'list':
      return html`<ul style="margin:0 0 12px;padding:0 0 0 20px">${block.items.map((spans) => item(spans, context.noteOf))}</ul>`;
    case 'definitions':
      return definitions(context.footnotes.filter(({ definition }) => block.definitions.includes(definition)));
  }
}

function item(spans: readonly Span[], noteOf: NoteOf): Html {
  return html`<li>${htmlSentence(spans, noteOf)}</li>`;
}

/** The appendix in small print. */
function definitions(footnotes: readonly Footnote[]): Html {
  const { shared, notes, closing } = printedAppendix(footnotes);
  return html`<div class="d m" style="font-size:12px;line-height:17px;color:${COLORS.muted}">${
    shared.length === 0 ? NO_HTML : html`<p>${shared.map(sharedLine)}</p>`
  }${notes.map(noteText)}${closing.map((text) => html`<p>${text}</p>`)}</div>`;
}

function sharedLine({ letter, text }: PrintedAppendix['shared'][number], at: number): Html {
  return html`${at === 0 ? NO_HTML : html`<br>`}<b>${letter}:</b> ${text}`;
}

function noteText({ number, title, definition, receipt }: Note): Html {
  return html`<p>[${number}] <b>${title}:</b> ${definition}${
    receipt.length === 0 ? NO_HTML : html`<br>${receipt.join(' · ')}`
  }</p>`;
}
