import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import type { ListFormsResponse } from '../../../shared/wire/records.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { Load } from '../../api/load.ts';
import { listForms } from '../../api/records.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import './money-page.ts';
import { kindGroups } from './records-model.ts';
import { recordsStyles } from './records-styles.ts';
import './register-page.ts';

/** What the office records: the money of a month, and every register, one page each. */
export class SccRecordsPanel extends LitElement {
  static override styles = [base, controls, surface, recordsStyles];
  static override properties = { route: {}, me: { attribute: false } };

  /** What follows #/records: nothing, money, or the kind of a register. */
  declare route: string;
  declare me: MeResponse | undefined;

  readonly #load = new Load<ListFormsResponse>(this);

  constructor() {
    super();
    this.route = '';
  }

  protected override willUpdate(): void {
    if (this.route === '') this.#load.want('forms', listForms);
  }

  override render(): TemplateResult {
    if (this.route === 'money') return html`<scc-money-page .me=${this.me}></scc-money-page>`;
    if (this.route !== '') return html`<scc-register-page .kind=${this.route} .me=${this.me}></scc-register-page>`;
    return html`<div class="top"><h1>Records</h1></div>
      ${loadedView(this.#load, 'the kinds of records', (forms) => this.#kinds(forms))}`;
  }

  #kinds({ kinds }: ListFormsResponse): TemplateResult {
    return html`<section class="card spaced">
        <h2>Money</h2>
        <p class="actions">
          <a class="button" href="#/records/money">Money of a month</a>
          <a class="button" href="#/imports">Import spreadsheets</a>
        </p>
      </section>
      ${kindGroups(kinds).map(
        (group) => html`<section class="card spaced">
          <h2>${group.heading}</h2>
          <ul class="kinds">
            ${group.kinds.map(({ kind, many }) => html`<li><a href="#/records/${kind}">${many.charAt(0).toUpperCase()}${many.slice(1)}</a></li>`)}
          </ul>
        </section>`,
      )}`;
  }
}

customElements.define('scc-records-panel', SccRecordsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-records-panel': SccRecordsPanel;
  }
}
