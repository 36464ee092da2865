import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { DashboardResponse } from '../../shared/wire/reports.ts';
import { keyFigures } from '../components/document-blocks.ts';
import { sentence } from '../components/document-sentence.ts';
import { documentStyles } from '../components/document-styles.ts';
import '../components/document.ts';
import { definitionFinder } from '../components/figure-model.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { dashboardParts, takenAtText } from './dashboard-model.ts';

/** The month's first figures at a glance, and the rest of the dashboard one tap away. */
export class SccDashboard extends LitElement {
  static override styles = [
    base,
    controls,
    documentStyles,
    css`
      section {
        gap: var(--space-4);
      }
      .headline {
        margin-top: calc(-1 * var(--space-2));
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
    `,
  ];
  static override properties = { dashboard: { attribute: false }, whole: { state: true } };

  declare dashboard: DashboardResponse | undefined;
  /** Whether every section is shown. */
  declare whole: boolean;

  constructor() {
    super();
    this.whole = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { dashboard } = this;
    if (dashboard === undefined) return nothing;
    const { document } = dashboard;
    const parts = dashboardParts(document);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${parts.heading}</h2>
      <p class="headline">${sentence(document.headline)}</p>
      ${parts.first.length === 0 ? nothing : keyFigures(parts.first, definitionFinder(document))}
      <div class="foot">
        <span class="small soft num">${takenAtText(dashboard)}</span>
        ${
          parts.rest.length === 0
            ? nothing
            : html`<button class="quiet" aria-expanded=${this.whole ? 'true' : 'false'} @click=${this.#turn}>
              ${this.whole ? 'Show less' : 'Show everything'}
            </button>`
        }
      </div>
      ${this.whole ? html`<scc-document .document=${document} .sections=${parts.rest}></scc-document>` : nothing}
    </section>`;
  }

  readonly #turn = (): void => {
    this.whole = !this.whole;
  };
}

customElements.define('scc-dashboard', SccDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'scc-dashboard': SccDashboard;
  }
}
