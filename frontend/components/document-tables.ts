import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Block, Figure } from '../../shared/reports/document/report-document.ts';
import { tableRows } from '../../shared/reports/render/figures.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import { EMPTY_TABLE, missingSentence } from '../../shared/reports/render/wording.ts';

/** A table in a frame of its own that scrolls sideways where it must; below it what to record to see what is unknown. */
export function tableView(table: Extract<Block, { kind: 'table' }>): TemplateResult {
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
              : table.rows.map((row) => html`<tr>${cells(row, table)}</tr>`)
          }
        </tbody>
        ${table.totals === undefined ? nothing : html`<tfoot><tr>${cells(table.totals, table)}</tr></tfoot>`}
      </table>
    </div>
    ${missing === undefined ? nothing : html`<figcaption>${missing}</figcaption>`}
  </figure>`;
}

/** The first cell of a row in words names the row. */
function cells(row: readonly Figure[], table: Extract<Block, { kind: 'table' }>): unknown {
  return row.map((figure, at) => {
    const align = table.columns[at]?.align ?? 'left';
    const text = visibleText(formatFigure(figure, 'table'));
    const look = `${align} ${figure.cell.kind === 'unknown' ? 'unknown' : ''} ${figure.cell.kind === 'text' ? '' : 'num'}`;
    return at === 0 && figure.cell.kind === 'text'
      ? html`<th scope="row" class=${align}>${text}</th>`
      : html`<td class=${look}>${text}</td>`;
  });
}
