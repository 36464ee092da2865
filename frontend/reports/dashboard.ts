import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { DefinitionLine, Section } from '../../shared/reports/document/report-document.ts';
import { headingText, legendOf } from '../../shared/reports/render/wording.ts';
import { ApiProblem } from '../api/problem.ts';
import { blockView } from '../components/document-blocks.ts';
import { documentListStyles, documentStyles } from '../components/document-styles.ts';
import { documentTableStyles, foldedTableStyles } from '../components/document-table-styles.ts';
import type { DefinitionOf } from '../components/figure-model.ts';
import { definitionFinder } from '../components/figure-model.ts';
import { foldStyles } from '../components/fold-styles.ts';
import { receiptStyles } from '../components/receipt.ts';
import { ReceiptDialog, receiptDialogStyles, toldStyles } from '../components/receipt-dialog.ts';
import '../components/state-views.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { dashboardParts, explained, isCards } from './dashboard-model.ts';
import { dashboardStyles } from './dashboard-styles.ts';
import type { HeldDashboard, Live } from './live-model.ts';
import { asOfText, freshness } from './live-model.ts';

/** How much of a desk's width a section takes: the year beside what needs attention, the others two by two. */
const WIDTHS: Readonly<Record<string, string>> = {
  attention: 'less',
  months: 'most',
  'by-entity': 'wide',
  channels: 'wide',
};

/**
 * The home of the reports tab: headline figures as cards, then the year, the businesses, channels and open items.
 * @fires scc-retry - somebody wants it tried again
 */
export class SccDashboard extends LitElement {
  static override styles = [
    base,
    controls,
    receiptStyles,
    documentStyles,
    documentTableStyles,
    foldedTableStyles,
    documentListStyles,
    foldStyles,
    receiptDialogStyles,
    toldStyles,
    dashboardStyles,
  ];
  static override properties = {
    live: { attribute: false },
    definitions: { attribute: false },
    painted: { state: true },
  };

  declare live: Live | undefined;
  /** What the figures mean, as far as somebody wanted to know. */
  declare definitions: readonly DefinitionLine[];

  /** Whether the cards have been painted: what follows them waits for that, once. */
  declare painted: boolean;

  readonly #receipt = new ReceiptDialog(this);

  constructor() {
    super();
    this.definitions = [];
    this.painted = false;
  }

  protected override updated(): void {
    if (this.painted || this.live?.held === undefined) return;
    requestAnimationFrame(() => {
      setTimeout(() => {
        this.painted = true;
      });
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { live } = this;
    if (live === undefined) return nothing;
    if (live.held !== undefined) return this.#board(live.held, live.check);
    if (live.check instanceof ApiProblem) return this.#failed(live.check);
    return live.check === 'slow' ? skeleton() : nothing;
  }

  #failed(problem: ApiProblem): TemplateResult {
    if (problem.code === 'not-found') {
      return html`<scc-empty heading="No figures are open to you yet">Ask the office for a grant to the dashboard.</scc-empty>`;
    }
    return html`<scc-failed
      heading="Could not load the figures"
      message=${problem.message}
      .reference=${problem.requestId}
      @scc-retry=${this.#retry}
    ></scc-failed>`;
  }

  #board(held: HeldDashboard, check: Live['check']): TemplateResult {
    const document = explained(held.answer.document, this.definitions);
    const definitionOf = definitionFinder(document);
    const { heading, cards, rest } = dashboardParts(document);
    const { tone, word } = freshness(check);
    const asOf = this.painted ? asOfText(held) : '';
    const legend = legendOf(document);
    return html`<section class="board" aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${heading}</h2>
        <span class="fresh ${tone}"><span class="word">${word}</span><span class="num">${asOf}</span></span>
      </div>
      ${cards.map((section, at) => cardRow(section, at === 0, definitionOf))}
      ${this.painted ? html`<div class="sections">${rest.map((section) => sectionView(section, rest, definitionOf))}</div>` : nothing}
      ${legend === undefined ? nothing : html`<p class="legend">${legend}</p>`}
      ${this.#receipt.view(definitionOf, document)}
    </section>`;
  }

  readonly #retry = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new Event('scc-retry'));
  };
}

/** A row of headline figures; the first is named by the page. */
function cardRow(section: Section, isFirst: boolean, definitionOf: DefinitionOf): TemplateResult {
  return html`<section aria-label=${section.heading}>
    ${isFirst ? nothing : html`<h3>${section.heading}</h3>`}
    ${section.blocks.map((block) => blockView(block, definitionOf, section.heading))}
  </section>`;
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

/** Where the figures and the first chart will be, while they are slow to come. */
function skeleton(): TemplateResult {
  return html`<div class="board" role="status">
    <span class="visually-hidden">Loading the figures…</span>
    <div class="head" aria-hidden="true"><div class="bone line"></div></div>
    <div class="key-figures" aria-hidden="true">${Array.from({ length: 6 }, () => html`<div class="bone"></div>`)}</div>
    <div class="bone tall" aria-hidden="true"></div>
  </div>`;
}

customElements.define('scc-dashboard', SccDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'scc-dashboard': SccDashboard;
  }
}
