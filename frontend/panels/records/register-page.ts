import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Form } from '../../../shared/records/form.ts';
import type { ListedRecord } from '../../../shared/wire/records.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { Load } from '../../api/load.ts';
import { listRecords, readForm } from '../../api/records.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { beginningFor } from './beginning.ts';
import { Choices } from './choices.ts';
import './record-editor.ts';
import { recordTitle } from './record-words.ts';
import { recordFacts, recordGroups, thatSay } from './records-model.ts';
import { recordsStyles } from './records-styles.ts';

interface Register {
  readonly form: Form;
  readonly records: readonly ListedRecord[];
}

/** How many records one looks at before narrowing them down. */
const SHOWN = 100;

/** One register: its records by business, to be looked through, added to and changed. */
export class SccRegisterPage extends LitElement {
  static override styles = [base, controls, fields, surface, recordsStyles];
  static override properties = {
    kind: {},
    me: { attribute: false },
    words: { state: true },
    edited: { state: true },
  };

  declare kind: string;
  declare me: MeResponse | undefined;
  declare words: string;
  /** The record in the editor, or `new`. */
  declare edited: ListedRecord | 'new' | undefined;

  readonly #load = new Load<Register>(this);
  readonly #choices = new Choices(this);

  constructor() {
    super();
    this.kind = '';
    this.words = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { kind, me } = this;
    if (changed.has('kind')) this.words = '';
    this.#load.want(`records ${kind}`, async (signal) => {
      const [form, records] = await Promise.all([readForm(kind, signal), listRecords(kind, signal)]);
      return { form, records };
    });
    if (me === undefined) return;
    this.#choices.want('entity', me.today);
    const register = this.#load.value;
    if (register !== undefined) this.#choices.wantFor(register.form.fields, me.today);
  }

  override render(): TemplateResult {
    return html`${loadedView(this.#load, 'the records', (register) => this.#page(register), 'alone')}`;
  }

  #page({ form, records }: Register): TemplateResult {
    const { me, edited } = this;
    return html`<div class="top">
        <span class="back"><a href="#/records">Records</a></span>
        <h1>${form.many.charAt(0).toUpperCase()}${form.many.slice(1)}</h1>
        ${form.isWritten ? html`<button class="primary" @click=${() => this.#edit('new')}>Add a ${form.one}</button>` : nothing}
      </div>
      ${records.length > 10 ? this.#search() : nothing} ${this.#list(form, records)}
      ${
        me === undefined
          ? nothing
          : html`<scc-record-editor
            .form=${form}
            .from=${beginningFor(me, this.#choices.of('entity'))}
            .record=${edited === 'new' ? undefined : edited}
            .names=${this.#choices.name}
            ?open=${edited !== undefined}
            @scc-record-kept=${this.#kept}
            @scc-dialog-closed=${() => this.#edit(undefined)}
          ></scc-record-editor>`
      }`;
  }

  #search(): TemplateResult {
    return html`<form class="pick" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <input
        type="search"
        placeholder="Search"
        aria-label="Search these records"
        .value=${this.words}
        @input=${(event: Event) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      />
    </form>`;
  }

  #list(form: Form, records: readonly ListedRecord[]): TemplateResult {
    if (records.length === 0) {
      return html`<scc-empty heading="No ${form.many} on record">
        ${form.isWritten ? `Add the first one; the reports say what else they wait for.` : 'The app keeps these itself.'}
      </scc-empty>`;
    }
    const found = thatSay(records, this.words.trim());
    if (found.length === 0) return html`<scc-empty heading="No record says that"></scc-empty>`;
    return html`${recordGroups(found.slice(0, SHOWN), this.#choices.name).map(
      (group) => html`<section class="group">
        ${group.heading === undefined ? nothing : html`<h2>${group.heading}</h2>`}
        <ul class="list">${group.records.map((record) => this.#item(form, record))}</ul>
      </section>`,
    )}
    ${found.length > SHOWN ? html`<p class="soft">${SHOWN} of ${found.length} are shown. Search to narrow them down.</p>` : nothing}`;
  }

  #item(form: Form, record: ListedRecord): TemplateResult {
    const title = recordTitle(record);
    const facts = recordFacts(form.fields, record, this.#choices.name, this.me?.zone ?? 'UTC');
    return html`<li class="item">
      <span class="title">${title}</span>
      ${form.isWritten ? html`<button aria-label="Change ${title}" @click=${() => this.#edit(record)}>Change</button>` : nothing}
      <span class="facts num">${facts.map((fact) => html`<span>${fact}</span>`)}</span>
    </li>`;
  }

  #edit(edited: ListedRecord | 'new' | undefined): void {
    this.edited = edited;
  }

  readonly #kept = (event: CustomEvent<string>): void => {
    announce(this, event.detail);
    this.#edit(undefined);
    if (this.kind === 'entity' && this.me !== undefined) this.#choices.forget('entity');
    void this.#load.again();
  };
}

customElements.define('scc-register-page', SccRegisterPage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-register-page': SccRegisterPage;
  }
}
