import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Figure } from '../../shared/reports/document/report-document.ts';
import type { TableBlock } from '../../shared/reports/render/figures.ts';
import { tableRows } from '../../shared/reports/render/figures.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { EMPTY_TABLE, missingSentence } from '../../shared/reports/render/wording.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';
import { receiptButton } from './receipt-dialog.ts';

/**
 * A table in a frame of its own that scrolls sideways where it must; below it what to record to see what is unknown.
 * A figure whose definition is known opens its receipt.
 */
export function tableView(table: TableBlock, definitionOf: DefinitionOf = () => undefined): TemplateResult {
  const missing = missingSentence(tableRows(table));
  return html`<figure class="table">
    <div class="scroll" tabindex="0" role="region" aria-label=${table.caption}>
      <table>
        <caption><span>${table.caption}</span></caption>
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
