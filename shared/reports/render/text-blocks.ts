import { chartTable } from '../document/chart-table.ts';
import type { ActionLine, Block, FindingLine, KeyFigure, Span } from '../document/report-document.ts';
import type { Note } from './appendix.ts';
import { printedAppendix } from './appendix.ts';
import type { Footnote } from './footnotes.ts';
import { formatCount } from './format.ts';
import type { NoteOf } from './sentence.ts';
import { unbroken } from './sentence.ts';
import { filled, padded, widthOf } from './text-layout.ts';
import { textTable } from './text-tables.ts';
import { visibleText } from './visible-text.ts';
import { actionWeight, dueText, SEVERITY_WORDS, STATE_WORDS } from './wording.ts';

/** What blocks need to know of the document around them. */
export interface TextContext {
  readonly noteOf: NoteOf;
  readonly footnotes: readonly Footnote[];
}

/** A block as lines of text, without blank lines around it. */
export function textBlock(block: Block, context: TextContext): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return filled(unbroken(block.spans, context.noteOf));
    case 'key-figures':
      return keyFigures(block.figures, context.noteOf);
    case 'table':
      return textTable(block, context.noteOf);
    case 'chart':
      return [...filled(unbroken(block.summary, context.noteOf)), '', ...textTable(chartTable(block), context.noteOf)];
    case 'findings':
      return spaced(block.findings.map((finding) => findingLines(finding, context.noteOf)));
    case 'actions':
      return spaced(block.actions.map(actionLines));
    case 'list':
      return block.items.flatMap((spans) => filled(unbroken(spans, context.noteOf), '- ', '  '));
    case 'definitions':
      return definitionsLines(context.footnotes.filter(({ definition }) => block.definitions.includes(definition)));
  }
}

/** Wide enough for “Unrestricted cash where books are kept”, so that a label and its figure share a line. */
const WIDEST_LABEL = 40;

function keyFigures(figures: readonly KeyFigure[], noteOf: NoteOf): readonly string[] {
  const labels = figures.flatMap(({ label, against }) => [
    visibleText(label),
    `  ${visibleText(against?.label ?? '')}`,
  ]);
  const labelWidth = Math.min(WIDEST_LABEL, Math.max(...labels.map(widthOf)));
  return figures.flatMap(({ label, figure, against, trend, state }) => {
    const word = STATE_WORDS[state];
    return [
      ...labelled(visibleText(label), `${unbroken([figure], noteOf)}${word === '' ? '' : ` — ${word}`}`, labelWidth),
      ...(against === undefined
        ? []
        : labelled(`  ${visibleText(against.label)}`, unbroken([against.figure], noteOf), labelWidth)),
      ...(trend === undefined ? [] : filled(unbroken(trend.spans, noteOf), '  ', '  ')),
    ];
  });
}

function labelled(label: string, value: string, labelWidth: number): readonly string[] {
  if (widthOf(label) > labelWidth) return [...filled(label.trim()), ...filled(value, ' '.repeat(labelWidth + 2))];
  return filled(value, `${padded(label, labelWidth, 'left')}  `, ' '.repeat(labelWidth + 2));
}

function findingLines(finding: FindingLine, noteOf: NoteOf): readonly string[] {
  const sentence = (label: string, spans: readonly Span[]) =>
    spans.length === 0 ? [] : filled(`${label}: ${unbroken(spans, noteOf)}`, '  ');
  return [
    ...filled(`${SEVERITY_WORDS[finding.severity].toUpperCase()}: ${visibleText(finding.title)}`, '', '  '),
    ...sentence('Gap', finding.gap),
    ...sentence('Impact', finding.impact),
    ...sentence('Fix', [finding.fix]),
    ...filled(`Owner: ${visibleText(finding.owner)} · ${visibleText(finding.category)}`, '  '),
  ];
}

function actionLines(action: ActionLine): readonly string[] {
  const rank = padded(`${formatCount(action.rank)}.`, 3, 'right');
  const due = dueText(action).replaceAll(' ', '\u00a0');
  return [
    ...filled(visibleText(action.title), `${rank} `, '    '),
    ...filled(visibleText(action.because), '    '),
    ...filled(`${visibleText(action.owner)} · ${due} · ${actionWeight(action)}`, '    '),
  ];
}

function definitionsLines(footnotes: readonly Footnote[]): readonly string[] {
  const { shared, notes, closing } = printedAppendix(footnotes);
  return [
    ...shared.flatMap(({ letter, text }) => filled(visibleText(`${letter}: ${text}`), '', '   ')),
    ...(shared.length === 0 ? [] : ['']),
    ...notes.flatMap(noteLines),
    ...closing.flatMap((text) => ['', ...filled(visibleText(text))]),
  ];
}

function noteLines({ number, title, definition, receipt }: Note): readonly string[] {
  const first = `[${number}] `.padEnd(5);
  return filled([`${title}: ${definition}`, ...receipt].map(visibleText).join(' · '), first, '     ');
}

function spaced(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}
