import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Month } from '../../shared/kernel/calendar.ts';
import { plusMonths } from '../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import { formatPeriod } from '../../shared/reports/render/format-days.ts';
import type { ListRunsResponse } from '../../shared/wire/reports.ts';
import type { Load } from '../api/load.ts';
import { chevronLeft, chevronRight } from '../components/icons.ts';
import { loadedView } from '../components/loaded-view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { runHash } from './route-model.ts';
import { issueCount, runOrigin, runState, runTitle } from './run-model.ts';

/** The runs of a month, newest first.
 * @fires scc-month-chosen - another month is wanted */
export class SccRunsList extends LitElement {
  static override styles = [
    base,
    controls,
    surface,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
      }
      h2 {
        margin-right: auto;
        font-size: var(--text-xl);
      }
      .months {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .month {
        min-width: 8.5rem;
        font-weight: 600;
        text-align: center;
      }
      .frame {
        border: 1px solid var(--line);
        border-radius: var(--radius-lg);
        background: var(--surface);
        box-shadow: var(--shadow-1);
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      a.run {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.125rem var(--space-4);
        min-height: 3.5rem;
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-lg);
        color: inherit;
        text-decoration: none;
      }
      a.run:hover {
        background: var(--sunk);
      }
      .title {
        font-weight: 600;
      }
      .origin {
        grid-column: 1 / -1;
        font-size: var(--text-sm);
        color: var(--ink-soft);
      }
      .stale {
        margin-bottom: var(--space-3);
      }
    `,
  ];
  static override properties = { load: { attribute: false }, state: { attribute: false }, zone: {}, userId: {} };

  declare load: Load<ListRunsResponse> | undefined;
  /** The load's present state, so that a new one is seen. */
  declare state: unknown;
  declare zone: string;
  /** Who looks: their own runs are theirs by name. */
  declare userId: string;

  constructor() {
    super();
    this.zone = 'UTC';
    this.userId = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { load } = this;
    if (load === undefined) return nothing;
    const month = load.value?.month as Month | undefined;
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">Runs</h2>
        ${month === undefined ? nothing : this.#months(month)}
      </div>
      ${loadedView(load, 'the runs', (list) => this.#list(list))}
    </section>`;
  }

  #months(month: Month): TemplateResult {
    return html`<span class="months"><button class="icon" aria-label="Runs of the month before" @click=${() => this.#choose(plusMonths(month, -1))}
        >${chevronLeft}</button>
      <span class="month" aria-live="polite">${formatPeriod(monthPeriod(month))}</span>
      <button class="icon" aria-label="Runs of the month after" @click=${() => this.#choose(plusMonths(month, 1))}
        >${chevronRight}</button></span>`;
  }

  #list({ runs }: ListRunsResponse): TemplateResult {
    if (runs.length === 0) {
      return html`<div class="frame">
        <scc-empty heading="No runs this month">A completed charter or "Run now" starts one.</scc-empty>
      </div>`;
    }
    return html`<ul class="frame">
      ${runs.map((run) => {
        const { words, tone } = runState(run);
        return html`<li>
          <a class="run" href=${runHash(run.key)}>
            <span class="title">${runTitle(run)}</span>
            <span class="chip ${tone}">${words}</span>
            <span class="origin num">${runOrigin(run, this.zone, this.userId)} · ${issueCount(run)}</span>
          </a>
        </li>`;
      })}
    </ul>`;
  }

  #choose(month: Month): void {
    this.dispatchEvent(new CustomEvent('scc-month-chosen', { detail: month }));
  }
}

customElements.define('scc-runs-list', SccRunsList);

declare global {
  interface HTMLElementTagNameMap {
    'scc-runs-list': SccRunsList;
  }
}
