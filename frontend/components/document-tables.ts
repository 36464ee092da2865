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
import { foldOf, isWide, longColumns } from './table-model.ts';

/**
 * A table in a frame of its own that scrolls sideways where it must; below it what to record to see what is unknown.
 * A figure whose definition is known opens its receipt. On a phone a wide table is a card for each row, and a long one
 * folds, unless it is wanted whole. The roles are those tables have anyway: a card would lose them.
 */
export function tableView(
  table: TableBlock,
  definitionOf: DefinitionOf = () => undefined,
  length: 'folded' | 'whole' = 'folded',
): TemplateResult {
  const missing = missingSentence(tableRows(table));
  const fold = length === 'whole' ? undefined : foldOf(table);
  return html`<figure class="table ${isWide(table) ? 'cards' : ''}">
    <div class="scroll" tabindex="0" role="region" aria-label=${table.caption}>
      <table role="table" aria-label=${table.caption}>
        <caption><span>${table.caption}</span></caption>
        <thead role="rowgroup">
          <tr role="row">
            ${table.columns.map(({ heading, align }) => html`<th role="columnheader" scope="col" class=${align}>${heading}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${
            table.rows.length === 0
              ? html`<tr role="row"><td role="cell" class="left soft" colspan=${table.columns.length}>${EMPTY_TABLE}</td></tr>`
              : table.rows.map(
                  (row, at) =>
                    html`<tr role="row" class=${fold?.isLater(at) === true ? 'later' : nothing}>${cells(row, table, definitionOf)}</tr>`,
                )
          }
        </tbody>
        ${table.totals === undefined ? nothing : html`<tfoot role="rowgroup"><tr role="row">${cells(table.totals, table, definitionOf)}</tr></tfoot>`}
      </table>
      ${fold === undefined ? nothing : html`<button class="fold" aria-expanded="false" @click=${unfold}>${fold.words}</button>`}
    </div>
    ${missing === undefined ? nothing : html`<figcaption>${missing}</figcaption>`}
  </figure>`;
}

/** What somebody has unfolded stays so while newer figures come in: the table keeps it, nobody else asks. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLButtonElement;
  const isWhole = button.closest('figure')?.toggleAttribute('data-whole') === true;
  button.setAttribute('aria-expanded', String(isWhole));
}

/** The first cell of a row in words names the row. A figure opens its receipt. */
function cells(row: readonly Figure[], table: TableBlock, definitionOf: DefinitionOf): unknown {
  const long = longColumns(table);
  const name = row[0] === undefined ? '' : visibleText(formatFigure(row[0], 'table'));
  return row.map((figure, at) => {
    const { align = 'left', heading = '' } = table.columns[at] ?? {};
    const { kind } = figure.cell;
    const text = visibleText(formatFigure(figure, 'table'));
    if (at === 0 && (kind === 'text' || kind === 'month' || kind === 'day')) {
      return html`<th role="rowheader" scope="row" class=${align} data-label=${kind === 'day' ? heading : nothing}>${text}</th>`;
    }
    const look = [
      align,
      kind === 'unknown' ? kind : '',
      kind === 'text' ? '' : 'num',
      long.has(at) ? 'long' : '',
      text === '' ? 'none' : '',
    ];
    const shown =
      receiptOf(figure, definitionOf) === undefined ? text : receiptButton(text, figure, `${name}, ${heading}`);
    return html`<td role="cell" class=${look.filter((word) => word !== '').join(' ')} data-label=${heading}>${
      typeof shown === 'string' ? html`<span>${shown}</span>` : shown
    }</td>`;
  });
}
