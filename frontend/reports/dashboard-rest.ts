import type { CSSResultOrNative, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { headingText, legendOf } from '../../shared/reports/render/wording.ts';
import { blockView } from '../components/document-blocks.ts';
import { documentListStyles } from '../components/document-styles.ts';
import { documentTableStyles, foldedTableStyles } from '../components/document-table-styles.ts';
import type { DefinitionOf } from '../components/figure-model.ts';
import { foldStyles } from '../components/fold-styles.ts';
import { receiptStyles } from '../components/receipt.ts';
import { ReceiptDialog, receiptDialogStyles, toldStyles } from '../components/receipt-dialog.ts';
import { dashboardParts, isCards } from './dashboard-model.ts';

/** How much of a desk's width a section takes: the year beside what needs attention, the others two by two. */
const WIDTHS: Readonly<Record<string, string>> = {
  attention: 'less',
  months: 'most',
  'by-entity': 'wide',
  channels: 'wide',
};

/** What the rest of the dashboard wears, under the dress of its first figures. */
export const restStyles: readonly CSSResultOrNative[] = [
  receiptStyles,
  documentTableStyles,
  foldedTableStyles,
  documentListStyles,
  foldStyles,
  receiptDialogStyles,
  toldStyles,
];

/** What follows the headline figures of the dashboard, and the receipts that open over all of it. */
export class DashboardRest {
  readonly #receipt: ReceiptDialog;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#receipt = new ReceiptDialog(host);
  }

  view(document: ReportDocument, definitionOf: DefinitionOf): TemplateResult {
    const { rest } = dashboardParts(document);
    const legend = legendOf(document);
    return html`<div class="sections">${rest.map((section) => sectionView(section, rest, definitionOf))}</div>
      ${legend === undefined ? nothing : html`<p class="legend">${legend}</p>`}
      ${this.#receipt.view(definitionOf, document)}`;
  }
}

function sectionView(section: Section, all: readonly Section[], definitionOf: DefinitionOf): TemplateResult {
  return html`<section class=${widthOf(section, all)} aria-labelledby="s-${section.id}">
    <h2 id="s-${section.id}">${headingText(section)}</h2>
    <div class="blocks">${section.blocks.map((block) => blockView(block, definitionOf, section.heading))}</div>
  </section>`;
}

/** The year takes the whole width where nothing stands beside it. */
function widthOf(section: Section, all: readonly Section[]): string {
  const width = WIDTHS[section.id] ?? (isCards(section) ? 'wide' : '');
  return width === 'most' && !all.some(({ id }) => WIDTHS[id] === 'less') ? 'wide' : width;
}
