import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { chartTable } from '../../shared/reports/document/chart-table.ts';
import type { ChartBlock } from '../../shared/reports/document/report-document.ts';
import { chartInWords } from '../../shared/reports/render/charts/chart-in-words.ts';
import { drawnChart } from '../../shared/reports/render/charts/drawn-chart.ts';
import { SCREEN } from '../../shared/reports/render/charts/palette.ts';
import { markup } from '../../shared/reports/render/html-escape.ts';
import { base } from '../styles/base.ts';
import { chartStyles } from './chart-styles.ts';
import { sentence } from './document-sentence.ts';
import { documentStyles } from './document-styles.ts';
import { documentTableStyles } from './document-table-styles.ts';
import { tableView } from './document-tables.ts';
import type { DefinitionOf } from './figure-model.ts';
import { foldStyles } from './fold-styles.ts';
import { toldStyles } from './receipt-dialog.ts';

const NARROWEST = 240;
const WIDEST = 736;
const FIRST_WIDTH = 320;

/** A chart of a report: its drawing, as wide as there is room, and behind a button the table of the same figures. */
export class SccChart extends LitElement {
  static override styles = [base, documentStyles, documentTableStyles, foldStyles, toldStyles, chartStyles];
  static override properties = {
    chart: { attribute: false },
    definitionOf: { attribute: false },
    width: { state: true },
  };

  declare chart: ChartBlock | undefined;
  /** What the figures mean, where they open their receipts. */
  declare definitionOf: DefinitionOf;
  declare width: number;

  readonly #resized = new ResizeObserver(([entry]) => {
    const room = this.renderRoot.querySelector('.drawing')?.clientWidth ?? entry?.contentRect.width ?? FIRST_WIDTH;
    this.width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(room)));
  });

  constructor() {
    super();
    this.width = FIRST_WIDTH;
    this.definitionOf = () => undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    const { svg } = drawnChart(chart, { width: this.width, palette: SCREEN });
    return html`<figure class="chart">
      <figcaption>
        <strong>${chart.title}</strong>
        <span class="soft">${sentence(chart.summary, { about: chart.title, definitionOf: this.definitionOf })}</span>
      </figcaption>
      <div class="drawing" role="img" aria-label=${chartInWords(chart, 'in short')}>
        ${unsafeHTML(markup(svg)) /* everything in it went through the escaping template */}
      </div>
      <details>
        <summary>Show the figures</summary>
        ${tableView(chartTable(chart), this.definitionOf, 'whole')}
      </details>
    </figure>`;
  }
}

customElements.define('scc-chart', SccChart);

declare global {
  interface HTMLElementTagNameMap {
    'scc-chart': SccChart;
  }
}
