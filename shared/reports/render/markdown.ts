import { chartTable } from '../document/chart-table.ts';
import type { ActionLine, Block, FindingLine, KeyFigure, ReportDocument, Span } from '../document/report-document.ts';
import type { TableBlock } from './figures.ts';
import { tableRows } from './figures.ts';
import type { Footnote } from './footnotes.ts';
import { footnotesOf, noteFinder } from './footnotes.ts';
import { formatCell, formatCount } from './format.ts';
import type { Letterhead } from './letterhead.ts';
import { headingOf, linkOf } from './letterhead.ts';
import { markdownText } from './markdown-escape.ts';
import type { NoteOf } from './sentence.ts';
import { plainSentence } from './sentence.ts';
import { tableNotes, withAside } from './table-notes.ts';
import {
  actionWeight,
  dueText,
  EMPTY_TABLE,
  headingText,
  legendOf,
  missingSentence,
  policySentence,
  receiptOf,
  SEVERITY_WORDS,
  STATE_WORDS,
} from './wording.ts';

/** The report as GitHub-flavoured Markdown. All data is escaped: only this file decides what is a heading or a table. */
export function markdownReport(document: ReportDocument, letterhead: Letterhead): string {
  const footnotes = footnotesOf(document);
  const noteOf = noteFinder(footnotes);
  const heading = headingOf(document, letterhead);
  const parts = [
    `# ${markdownText(heading.title)}`,
    [heading.company, `${heading.period} · ${heading.scope}`, heading.asOf, heading.nextDue]
      .filter((line) => line !== undefined)
      .map(markdownText)
      .join('\\\n'),
    strong(sentence(document.headline, noteOf)),
    ...document.sections.flatMap((section) => [
      `## ${markdownText(headingText(section))}`,
      ...section.blocks.map((block) => markdownBlock(block, noteOf, footnotes)),
    ]),
    ...foot(document, letterhead),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function foot(document: ReportDocument, letterhead: Letterhead): readonly string[] {
  const link = linkOf(letterhead);
  return [
    '---',
    markdownText(legendOf(document) ?? ''),
    link === undefined ? '' : `[${markdownText(link.label)}](${link.url})`,
    markdownText(letterhead.footer ?? ''),
  ];
}

function markdownBlock(block: Block, noteOf: NoteOf, footnotes: readonly Footnote[]): string {
  switch (block.kind) {
    case 'paragraph':
      return sentence(block.spans, noteOf);
    case 'key-figures':
      return keyFigures(block.figures, noteOf);
    case 'table':
      return table(block, noteOf);
    case 'chart':
      return `${sentence(block.summary, noteOf)}\n\n${table(chartTable(block), noteOf)}`;
    case 'findings':
      return block.findings.map((finding) => findingText(finding, noteOf)).join('\n\n');
    case 'actions':
      return block.actions.map(actionText).join('\n');
    case 'list':
      return block.items.map((spans) => `- ${sentence(spans, noteOf)}`).join('\n');
    case 'definitions':
      return definitions(footnotes.filter(({ definition }) => block.definitions.includes(definition)));
  }
}

/** A sentence as Markdown text. */
function sentence(spans: readonly Span[], noteOf: NoteOf): string {
  return markdownText(plainSentence(spans, noteOf));
}

function keyFigures(figures: readonly KeyFigure[], noteOf: NoteOf): string {
  const isTrending = figures.some(({ trend }) => trend !== undefined);
  const rows = figures.map(({ label, figure, against, trend, state }) => [
    markdownText(label),
    strong(sentence([figure], noteOf)),
    against === undefined ? '' : sentence([`${against.label}: `, against.figure], noteOf),
    ...(isTrending ? [sentence(trend?.spans ?? [], noteOf)] : []),
    STATE_WORDS[state],
  ]);
  const headings = ['Figure', 'Value', 'Against', ...(isTrending ? ['Trend'] : []), 'State'];
  return [row(headings), row(headings.map(() => '---')), ...rows.map(row)].join('\n');
}

function table(block: TableBlock, noteOf: NoteOf): string {
  const rows = tableRows(block);
  const caption = strong(markdownText(block.caption));
  if (rows.length === 0) return `${caption}\n\n${EMPTY_TABLE}`;
  const notes = tableNotes(block, noteOf);
  const lines = [
    row(block.columns.map(({ heading }, at) => markdownText(withAside(heading, notes.headings[at] ?? {})))),
    row(block.columns.map(({ align }) => (align === 'right' ? '---:' : ':---'))),
    ...rows.map((cells, line) => {
      const texts = cells.map((figure, at) =>
        markdownText(
          withAside(formatCell(figure.cell, 'table'), notes.cells[line]?.[at] ?? {}, block.columns[at]?.align),
        ),
      );
      return row(line === block.rows.length ? texts.map(strong) : texts);
    }),
  ];
  const missing = missingSentence(rows);
  return [caption, lines.join('\n'), ...(missing === undefined ? [] : [markdownText(missing)])].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function strong(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function findingText(finding: FindingLine, noteOf: NoteOf): string {
  return [
    `### ${SEVERITY_WORDS[finding.severity]}: ${markdownText(finding.title)}`,
    '',
    `- **Gap:** ${sentence(finding.gap, noteOf)}`,
    ...(finding.impact.length === 0 ? [] : [`- **Impact:** ${sentence(finding.impact, noteOf)}`]),
    `- **Fix:** ${markdownText(finding.fix)}`,
    `- **Owner:** ${markdownText(finding.owner)} · ${markdownText(finding.category)}`,
  ].join('\n');
}

function actionText(action: ActionLine): string {
  return [
    `${formatCount(action.rank)}. ${strong(markdownText(action.title))}`,
    markdownText(action.because),
    `${markdownText(action.owner)} · ${dueText(action)} · ${actionWeight(action)}`,
  ]
    .filter((line) => line !== '')
    .join('\\\n   ');
}

function definitions(footnotes: readonly Footnote[]): string {
  const policy = policySentence(footnotes.map(({ definition }) => definition));
  const list = footnotes.map(definitionText).join('\n');
  return policy === undefined ? list : `${list}\n\n${markdownText(policy)}`;
}

function definitionText({ number, definition }: Footnote): string {
  return [
    `- \\[${number}\\] **${markdownText(definition.title)}:** ${markdownText(definition.definition)}`,
    ...receiptOf(definition).map((part) => `  ${markdownText(part)}`),
  ].join('\\\n');
}
