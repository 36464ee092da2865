import type { ReportDocument } from '../document/report-document.ts';
import { footnotesOf, noteFinder } from './footnotes.ts';
import type { Letterhead } from './letterhead.ts';
import { headingOf, linkOf } from './letterhead.ts';
import { unbroken } from './sentence.ts';
import { textBlock } from './text-blocks.ts';
import { filled, TEXT_WIDTH, underlined } from './text-layout.ts';
import { visibleText } from './visible-text.ts';
import { headingText, legendOf } from './wording.ts';

/** The report as text for people: 72 columns, headings underlined, tables aligned, every figure the HTML mail has. */
export function textReport(document: ReportDocument, letterhead: Letterhead): string {
  const footnotes = footnotesOf(document);
  const context = { footnotes, noteOf: noteFinder(footnotes) };
  const parts = [
    head(document, letterhead),
    filled(unbroken(document.headline, context.noteOf)),
    ...document.sections.flatMap((section) => [
      underlined(visibleText(headingText(section)), '-'),
      ...section.blocks.map((block) => textBlock(block, context)),
    ]),
    ...foot(document, letterhead),
  ];
  return `${parts
    .filter((lines) => lines.some((line) => line !== ''))
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head(document: ReportDocument, letterhead: Letterhead): readonly string[] {
  const heading = headingOf(document, letterhead);
  const dates = [heading.asOf, heading.nextDue].filter((text) => text !== undefined).map(visibleText);
  return [
    ...filled(visibleText(heading.company)),
    ...underlined(visibleText(heading.title), '='),
    ...filled(`${heading.period} · ${visibleText(heading.scope)}`),
    ...dates.flatMap((line) => filled(line)),
  ];
}

function foot(document: ReportDocument, letterhead: Letterhead): readonly (readonly string[])[] {
  const link = linkOf(letterhead);
  const legend = legendOf(document);
  return [
    ['-'.repeat(TEXT_WIDTH)],
    legend === undefined ? [] : filled(legend),
    link === undefined ? [] : [...filled(`${visibleText(link.label)}:`), link.url],
    letterhead.footer === undefined ? [] : filled(visibleText(letterhead.footer)),
  ];
}
