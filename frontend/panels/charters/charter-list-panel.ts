import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Lifecycle } from '../../../shared/records/charter-terms.ts';
import type { ListChartersResponse } from '../../../shared/wire/charters.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { listCharters } from '../../api/charters.ts';
import { Load } from '../../api/load.ts';
import { chevronLeft, chevronRight } from '../../components/icons.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { badgeOf } from '../../components/state-badge-model.ts';
import { WideScreen } from '../../components/wide-screen.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { dayGroups, dayToShow, isThisMonth, monthsAround, stateCounts } from './charter-list-model.ts';
import { charterListStyles } from './charter-list-styles.ts';
import { dayCards, dayTable } from './charter-rows.ts';

/** A month of charters by day: what is on today, what is coming, in which state it is. */
export class SccCharterListPanel extends LitElement {
  static override styles = [base, controls, fields, surface, charterListStyles];
  static override properties = { month: {}, me: { attribute: false }, words: { state: true }, only: { state: true } };

  /** The month to show; the one it is, when left out. */
  declare month: string | undefined;
  declare me: MeResponse | undefined;
  declare words: string;
  declare only: Lifecycle | 'all';

  readonly #load = new Load<ListChartersResponse>(this);
  readonly #wide = new WideScreen(this);

  constructor() {
    super();
    this.words = '';
    this.only = 'all';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { month } = this;
    this.#load.want(`charters ${month ?? ''}`, (signal) => listCharters(month, signal));
    if (changed.has('month')) this.only = 'all';
  }

  override render(): TemplateResult {
    const list = this.#load.value;
    const month = list?.month ?? this.month;
    return html`<div class="top">
        <div class="head">
          <h1>Charters</h1>
          ${this.me?.actions.includes('charter.create') ? html`<a class="button primary" href="#/charters/new">New charter</a>` : nothing}
        </div>
        ${month === undefined ? nothing : this.#months(month, list)}
        ${list === undefined || list.charters.length === 0 ? nothing : this.#narrow(list)}
      </div>
      ${loadedView(this.#load, 'the charters', (value) => this.#days(value))}`;
  }

  #months(month: string, list: ListChartersResponse | undefined): TemplateResult {
    const around = monthsAround(month);
    return html`<nav class="months" aria-label="Month">
      <a class="button icon" href="#/charters?month=${around.before}" aria-label="Month before">${chevronLeft}</a>
      <span class="name" aria-live="polite">${around.name}</span>
      <a class="button icon" href="#/charters?month=${around.after}" aria-label="Month after">${chevronRight}</a>
      ${
        list === undefined || isThisMonth(list)
          ? html`<button @click=${this.#toToday} ?disabled=${list === undefined}>Today</button>`
          : html`<a class="button" href="#/charters">This month</a>`
      }
    </nav>`;
  }

  #narrow(list: ListChartersResponse): TemplateResult {
    return html`<form class="narrow" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <input
        type="search"
        placeholder="Search"
        aria-label="Search charters, vessels and channels"
        .value=${this.words}
        @input=${(event: Event) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      />
      <select aria-label="State" @change=${this.#pick}>
        <option value="all" ?selected=${this.only === 'all'}>All states (${list.charters.length})</option>
        ${stateCounts(list).map(
          ({ state, count }) =>
            html`<option value=${state} ?selected=${this.only === state}>${badgeOf(state).label} (${count})</option>`,
        )}
      </select>
    </form>`;
  }

  #days(list: ListChartersResponse): TemplateResult {
    if (list.charters.length === 0) {
      return html`<scc-empty heading="No charters this month">Charters appear here as soon as they are inquired.</scc-empty>`;
    }
    const groups = dayGroups(list, { words: this.words.trim(), state: this.only });
    if (groups.length === 0) {
      return html`<scc-empty heading="No charter fits">
        <button @click=${this.#showAll}>Show all ${list.charters.length}</button>
      </scc-empty>`;
    }
    return this.#wide.matches ? dayTable(groups, monthsAround(list.month).name) : dayCards(groups);
  }

  readonly #pick = (event: Event): void => {
    this.only = (event.target as HTMLSelectElement).value as Lifecycle | 'all';
    const list = this.#load.value;
    if (list === undefined) return;
    const shown = dayGroups(list, { words: this.words.trim(), state: this.only }).flatMap((group) => group.charters);
    announce(this, `${shown.length} ${shown.length === 1 ? 'charter' : 'charters'} shown`);
  };

  readonly #showAll = (): void => {
    this.words = '';
    this.only = 'all';
  };

  readonly #toToday = (): void => {
    const list = this.#load.value;
    if (list === undefined) return;
    const day = dayToShow(dayGroups(list, { words: this.words.trim(), state: this.only }), list.today);
    if (day === undefined) announce(this, 'No charters from today on');
    else this.renderRoot.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ block: 'start' });
  };
}

customElements.define('scc-charter-list-panel', SccCharterListPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-list-panel': SccCharterListPanel;
  }
}
