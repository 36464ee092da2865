import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { TableBlock } from '../../shared/reports/render/figures.ts';
import type { DueResponse } from '../../shared/wire/reports.ts';
import type { Load } from '../api/load.ts';
import { documentTableStyles, foldedTableStyles } from '../components/document-table-styles.ts';
import { tableView } from '../components/document-tables.ts';
import { foldStyles } from '../components/fold-styles.ts';
import { loadedView } from '../components/loaded-view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { everybodysTable, madeAnyway, missedWords, nextOf, watchWords } from './due-model.ts';
import { dueStyles } from './due-styles.ts';
import { runHash } from './route-model.ts';

/** How often it is asked anew while somebody looks: the watch looks every quarter of an hour. */
const EVERY_MS = 5 * 60_000;
/** So many of what was missed, or came late, are shown at once; more are folded. */
const SHOWN = 3;
/** A table of more rows than this is folded on a desk, too. */
const LONG = 10;

type Missed = DueResponse['missed'][number];

/** What is due and when next: for whoever looks, and for who runs reports everybody's, the watch, and what it missed. */
export class SccDueList extends LitElement {
  static override styles = [base, controls, surface, documentTableStyles, foldedTableStyles, foldStyles, dueStyles];
  static override properties = {
    load: { attribute: false },
    state: { attribute: false },
    zone: {},
    mayRun: { type: Boolean },
  };

  declare load: Load<DueResponse> | undefined;
  /** The load's present state, so that a new one is seen. */
  declare state: unknown;
  declare zone: string;
  /** Whether they run reports, and so are told everybody's and what was missed. */
  declare mayRun: boolean;

  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.zone = 'UTC';
    this.mayRun = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(this.#again, EVERY_MS);
    document.addEventListener('visibilitychange', this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#again);
  }

  override render(): TemplateResult | typeof nothing {
    const { load } = this;
    if (load === undefined) return nothing;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">What is due</h2>
      ${loadedView(load, 'what is due', (due) => this.#parts(due))}
    </section>`;
  }

  #parts(due: DueResponse): TemplateResult {
    return html`<div class="parts">
      ${this.#own(due)} ${this.#watch(due)} ${this.mayRun ? this.#everybody(due) : nothing}
    </div>`;
  }

  #own({ lines, reports, asOf }: DueResponse): TemplateResult {
    const next = nextOf(
      lines.filter(({ isOwn }) => isOwn),
      asOf,
      this.zone,
    );
    return html`<section class="card" aria-labelledby="own">
      <h3 id="own">Next for you</h3>
      ${
        next.length === 0
          ? html`<p class="soft">No report is mailed to you.${this.mayRun ? RECIPIENTS : ' The office can change that.'}</p>`
          : html`<ul class="lines">
              ${next.map(
                ({ reports: titles, rhythm, when, away }) => html`<li>
                  <span class="title">${titles}</span>
                  ${away === undefined ? nothing : html`<span class="chip accent">${away}</span>`}
                  <span class="small soft num">${away === undefined ? when : `${rhythm} · ${when}`}</span>
                </li>`,
              )}
            </ul>`
      }
      ${madeAnyway(reports, asOf, this.zone).map((words) => html`<p class="small soft num">${words}</p>`)}
    </section>`;
  }

  #watch(due: DueResponse): TemplateResult {
    const { tone, words } = watchWords(due, this.zone);
    return html`<section class="card" aria-labelledby="watch">
      <h3 id="watch">The watch</h3>
      <p class="num ${tone === 'good' ? 'beat' : `notice ${tone}`}">${words}</p>
      ${this.mayRun ? this.#noticed(due) : nothing}
    </section>`;
  }

  #noticed({ missed, asOf, watch }: DueResponse): unknown {
    if (missed.length === 0 && watch === undefined) return nothing;
    if (missed.length === 0) {
      return html`<p class="small soft">As far as it has looked, nothing was missed and nothing came late.</p>`;
    }
    return (['missed', 'late'] as const).map((state) => {
      const lines = missed.filter((line) => line.state === state);
      return lines.length === 0
        ? nothing
        : html`<h4>${state === 'missed' ? 'Missed' : 'Came late'} (${lines.length})</h4>
            ${this.#lines(lines.slice(0, SHOWN), asOf)}
            ${
              lines.length > SHOWN
                ? html`<details><summary>Show ${lines.length - SHOWN} earlier</summary>${this.#lines(lines.slice(SHOWN), asOf)}</details>`
                : nothing
            }`;
    });
  }

  #lines(missed: readonly Missed[], asOf: string): TemplateResult {
    return html`<ul class="lines">${missed.map((line) => this.#missed(line, asOf))}</ul>`;
  }

  #missed(line: Missed, asOf: string): TemplateResult {
    const { title, tone, delay, noticed, times } = missedWords(line, asOf, this.zone);
    return html`<li>
      ${line.hasRun ? html`<a class="title" href=${runHash(line.runKey)}>${title}</a>` : html`<span class="title">${title}</span>`}
      <span class="chip num ${tone}">${delay}</span>
      <span class="small num">${times}</span>
      <span class="small soft num">${noticed}</span>
    </li>`;
  }

  #everybody({ lines, asOf }: DueResponse): TemplateResult {
    return html`<section class="everybody" aria-labelledby="everybody">
      <h3 id="everybody">Next for everybody</h3>
      ${lines.length === 0 ? html`<p class="soft">No report is mailed to anybody.${RECIPIENTS}</p>` : this.#table(everybodysTable(lines, asOf, this.zone))}
    </section>`;
  }

  #table(table: TableBlock): TemplateResult {
    const { length } = table.rows;
    return length <= LONG
      ? tableView(table)
      : html`<details><summary>Show all ${length}</summary>${tableView(table, undefined, 'whole')}</details>`;
  }

  readonly #again = (): void => {
    if (document.visibilityState === 'visible') void this.load?.again();
  };
}

const RECIPIENTS = html` Who gets which report is kept under <a href="#/records/recipient">Records, Recipients</a>.`;

customElements.define('scc-due-list', SccDueList);

declare global {
  interface HTMLElementTagNameMap {
    'scc-due-list': SccDueList;
  }
}
