import type { TemplateResult } from 'lit';
import { adoptStyles, html, LitElement, nothing } from 'lit';
import type { DefinitionLine, Section } from '../../shared/reports/document/report-document.ts';
import { definitionFinder } from '../../shared/reports/render/footnotes.ts';
import { PATIENCE_MS } from '../api/load-model.ts';
import { ApiProblem } from '../api/problem.ts';
import { documentStyles } from '../components/document-styles.ts';
import type { DefinitionOf } from '../components/figure-model.ts';
import { keyFigures } from '../components/key-figures.ts';
import type { AskedFigure } from '../components/receipt-request.ts';
import '../components/state-views.ts';
import { endEarlyFigures } from '../shell/early-figures.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { dashboardParts, explained } from './dashboard-model.ts';
import type { DashboardRest } from './dashboard-rest.ts';
import { dashboardStyles } from './dashboard-styles.ts';
import type { HeldDashboard, Live } from './live-model.ts';
import { asOfText, freshness } from './live-model.ts';
import { nextPaint } from './next-paint.ts';

let rest: Promise<typeof import('./dashboard-rest.ts')> | undefined;

/** The code of what follows the first figures, on its way once and again after a failure. */
export function dashboardRest(): Promise<typeof import('./dashboard-rest.ts')> {
  rest ??= import('./dashboard-rest.ts').catch((thrown: unknown) => {
    rest = undefined;
    throw thrown;
  });
  return rest;
}

/**
 * The home of the reports tab: headline figures as cards, then the year, the businesses, channels and open items. The
 * cards need little code and are painted first; the code of all that follows is fetched meanwhile.
 * @fires scc-retry - somebody wants it tried again
 */
export class SccDashboard extends LitElement {
  static override styles = [base, controls, documentStyles, dashboardStyles];
  static override properties = {
    live: { attribute: false },
    definitions: { attribute: false },
    rest: { state: true },
    isPainted: { state: true },
    arrival: { state: true },
  };

  declare live: Live | undefined;
  /** What the figures mean, as far as somebody wanted to know. */
  declare definitions: readonly DefinitionLine[];

  /** What follows the cards, once they are painted and its code is here. */
  declare rest: DashboardRest | undefined;
  /** Whether the first row of figures is on the screen: the others follow it, so that the first need not wait for them. */
  declare isPainted: boolean;
  declare arrival: 'none' | 'waiting' | 'slow' | 'failed';

  #asked: AskedFigure | undefined;

  constructor() {
    super();
    this.definitions = [];
    this.isPainted = false;
    this.arrival = 'none';
    this.addEventListener('scc-receipt-opened', (event) => {
      if (this.rest === undefined) this.#asked = (event as CustomEvent<AskedFigure>).detail;
    });
  }

  protected override updated(): void {
    if (this.live?.held !== undefined || this.live?.check instanceof ApiProblem) endEarlyFigures();
    if (this.arrival === 'none' && this.live?.held !== undefined) void this.#bringRest();
  }

  /** Whoever pressed a card before its receipt could open sees it open now. */
  async #bringRest(): Promise<void> {
    this.arrival = 'waiting';
    const patience = setTimeout(() => {
      this.arrival = 'slow';
    }, PATIENCE_MS);
    try {
      const [{ DashboardRest, restStyles }] = await Promise.all([dashboardRest(), this.#painted()]);
      if (this.shadowRoot !== null) {
        adoptStyles(this.shadowRoot, [base, controls, documentStyles, ...restStyles, dashboardStyles]);
      }
      this.rest = new DashboardRest(this);
      if (this.#asked) this.dispatchEvent(new CustomEvent('scc-receipt-opened', { detail: this.#asked }));
    } catch {
      this.arrival = 'failed';
    } finally {
      clearTimeout(patience);
    }
  }

  async #painted(): Promise<void> {
    await nextPaint();
    this.isPainted = true;
    await nextPaint();
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
    const { heading, cards } = dashboardParts(document);
    const { tone, word } = freshness(check);
    const asOf = this.rest === undefined ? '' : asOfText(held);
    return html`<section class="board" aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${heading}</h2>
        <span class="fresh ${tone}"><span class="word">${word}</span><span class="num">${asOf}</span></span>
      </div>
      ${cards.slice(0, this.isPainted ? cards.length : 1).map((section, at) => cardRow(section, at === 0, definitionOf))}
      ${this.rest?.view(document, definitionOf) ?? this.#withoutRest()}
    </section>`;
  }

  #withoutRest(): TemplateResult | typeof nothing {
    if (this.arrival === 'slow') return html`<div class="bone tall" aria-hidden="true"></div>`;
    if (this.arrival !== 'failed') return nothing;
    return html`<scc-failed
      heading="The rest of this page could not be loaded"
      message="Check your connection, or reload: there may be a newer version of the app."
      @scc-retry=${() => void this.#bringRest()}
    ></scc-failed>`;
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
    ${section.blocks.map((block) => (block.kind === 'key-figures' ? keyFigures(block.figures, definitionOf) : nothing))}
  </section>`;
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
