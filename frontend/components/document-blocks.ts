import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { chartTable } from '../../shared/reports/document/chart-table.ts';
import type { Block, Figure, KeyFigure } from '../../shared/reports/document/report-document.ts';
import type { TableBlock } from '../../shared/reports/render/figures.ts';
import { tableRows } from '../../shared/reports/render/figures.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { DEFINITION_LABELS, EMPTY_TABLE, missingSentence } from '../../shared/reports/render/wording.ts';
import { actionList } from './document-actions.ts';
import { findingList } from './document-findings.ts';
import { sentence } from './document-sentence.ts';
import './figure.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';
import { receiptButton } from './receipt-dialog.ts';

/** One block of a document on the screen. */
export function blockView(block: Block, definitionOf: DefinitionOf): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="prose">${sentence(block.spans)}</p>`;
    case 'key-figures':
      return keyFigures(block.figures, definitionOf);
    case 'table':
      return tableView(block, definitionOf);
    case 'chart':
      return html`<div class="chart"><p class="prose">${sentence(block.summary)}</p>${tableView(chartTable(block), definitionOf)}</div>`;
    case 'findings':
      return findingList(block.findings);
    case 'actions':
      return actionList(block.actions);
    case 'list':
      return html`<ul class="bullets">
        ${block.items.map((spans) => html`<li>${sentence(spans)}</li>`)}
      </ul>`;
    case 'definitions':
      return definitionList(block);
  }
}

/** Headline figures side by side. */
export function keyFigures(figures: readonly KeyFigure[], definitionOf: DefinitionOf): TemplateResult {
  return html`<div class="key-figures">
    ${figures.map((of) => html`<scc-figure .of=${of} .receipt=${receiptOf(of.figure, definitionOf)}></scc-figure>`)}
  </div>`;
}

function tableView(table: TableBlock, definitionOf: DefinitionOf): TemplateResult {
  const missing = missingSentence(tableRows(table));
  return html`<figure class="table">
    <div class="scroll" tabindex="0" role="region" aria-label=${table.caption}>
      <table>
        <caption>${table.caption}</caption>
        <thead>
          <tr>
            ${table.columns.map(({ heading, align }) => html`<th scope="col" class=${align}>${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            table.rows.length === 0
              ? html`<tr><td class="left soft" colspan=${table.columns.length}>${EMPTY_TABLE}</td></tr>`
              : table.rows.map((row) => html`<tr>${cells(row, table, definitionOf)}</tr>`)
          }
        </tbody>
        ${table.totals === undefined ? nothing : html`<tfoot><tr>${cells(table.totals, table, definitionOf)}</tr></tfoot>`}
      </table>
    </div>
    ${missing === undefined ? nothing : html`<figcaption>${missing}</figcaption>`}
  </figure>`;
}

/** The first cell of a row in words names the row. A figure opens its receipt. */
function cells(row: readonly Figure[], table: TableBlock, definitionOf: DefinitionOf): unknown {
  const name = row[0] === undefined ? '' : visibleText(formatFigure(row[0], 'table'));
  return row.map((figure, at) => {
    const { align = 'left', heading = '' } = table.columns[at] ?? {};
    const text = visibleText(formatFigure(figure, 'table'));
    const look = `${align} ${figure.cell.kind === 'unknown' ? 'unknown' : ''} ${figure.cell.kind === 'text' ? '' : 'num'}`;
    if (at === 0 && (figure.cell.kind === 'text' || figure.cell.kind === 'month')) {
      return html`<th scope="row" class=${align}>${text}</th>`;
    }
    const receipt = receiptOf(figure, definitionOf);
    return receipt === undefined
      ? html`<td class=${look}>${text}</td>`
      : html`<td class=${look}>${receiptButton(text, figure, `${name}, ${heading}`)}</td>`;
  });
}

function definitionList({ definitions }: Extract<Block, { kind: 'definitions' }>): TemplateResult {
  return html`<dl class="definitions">
    ${definitions.map(
      (line) => html`<div>
        <dt>${line.title}</dt>
        <dd>${line.definition}</dd>
        <dd class="small soft">${DEFINITION_LABELS.formula}: ${line.formula}</dd>
        <dd class="small soft">${DEFINITION_LABELS.source}: ${line.source}. ${DEFINITION_LABELS.basis}: ${line.basis}</dd>
      </div>`,
    )}
  </dl>`;
}
