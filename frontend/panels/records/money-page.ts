import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Form, FormKind } from '../../../shared/records/form.ts';
import type { MoneyLine } from '../../../shared/wire/money.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { Load } from '../../api/load.ts';
import { asProblem } from '../../api/problem.ts';
import { listForms, listMoney, readForm } from '../../api/records.ts';
import { choiceField, textField } from '../../components/field.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { beginningFor } from './beginning.ts';
import { Choices } from './choices.ts';
import type { Typed } from './form-model.ts';
import './money-editor.ts';
import type { MoneyTask } from './money-model.ts';
import { fateText, fieldsOf, firstKinds, followers, moneyAmount, moneyTitle } from './money-model.ts';
import { recordFacts } from './records-model.ts';
import { recordsStyles } from './records-styles.ts';

/** A month's money with the forms its records were written by. */
interface MonthOfMoney {
  readonly money: readonly MoneyLine[];
  readonly forms: ReadonlyMap<string, Form>;
}

/** The money of a business in a month: what was recorded, what became of it, and whatever is to be recorded next. */
export class SccMoneyPage extends LitElement {
  static override styles = [base, controls, fields, surface, recordsStyles];
  static override properties = {
    me: { attribute: false },
    entityId: { state: true },
    month: { state: true },
    task: { state: true },
    problem: { state: true },
  };

  declare me: MeResponse | undefined;
  declare entityId: string | undefined;
  declare month: string | undefined;
  declare task: MoneyTask | undefined;
  /** Why a form could not be opened. */
  declare problem: string | undefined;

  readonly #kinds = new Load<readonly FormKind[]>(this);
  readonly #load = new Load<MonthOfMoney>(this);
  readonly #choices = new Choices(this);

  protected override willUpdate(): void {
    const { me } = this;
    if (me === undefined) return;
    this.#kinds.want('forms of money', async (signal) => (await listForms(signal)).kinds);
    this.#choices.want('entity', me.today);
    const month = this.month ?? me.today.slice(0, 7);
    const entityId = this.#entity();
    if (entityId === undefined) return;
    this.#load.want(`money ${entityId} ${month}`, async (signal) => {
      const { money } = await listMoney(entityId, month, signal);
      const kinds = [...new Set(money.map(({ kind }) => kind))];
      const forms = await Promise.all(kinds.map((kind) => readForm(kind, signal)));
      return { money, forms: new Map(forms.map((form) => [form.kind, form])) };
    });
    for (const form of this.#load.value?.forms.values() ?? []) this.#choices.wantFor(form.fields, me.today);
  }

  #entity(): string | undefined {
    return this.entityId ?? this.#choices.of('entity')?.[0]?.id;
  }

  override render(): TemplateResult {
    const { me } = this;
    return html`<div class="top">
        <span class="back"><a href="#/records">Records</a></span>
        <h1>Money</h1>
      </div>
      ${me === undefined ? nothing : this.#page(me)}`;
  }

  #page(me: MeResponse): TemplateResult {
    const entities = this.#choices.of('entity');
    if (this.#choices.failed('entity')) {
      return html`<scc-failed message="The businesses could not be loaded." @scc-retry=${() => this.requestUpdate()}></scc-failed>`;
    }
    if (entities?.length === 0) {
      return html`<scc-empty heading="No business on record"><a href="#/records/entity">Add the first one</a></scc-empty>`;
    }
    return html`<div class="pick">
        <div @change=${this.#pickEntity}>
          ${choiceField(
            { name: 'entity', label: 'Business', value: this.#entity() ?? '' },
            (entities ?? []).map(({ id, text }) => [id, text]),
          )}
        </div>
        <div @change=${this.#pickMonth}>
          ${textField({ name: 'month', label: 'Month', type: 'month', value: this.month ?? me.today.slice(0, 7) })}
        </div>
        <div @change=${this.#begin}>
          ${choiceField({ name: 'kind', label: 'Record', value: '' }, [['', 'Choose what to record…'], ...firstKinds(this.#kinds.value ?? []).map(({ kind, one }) => [kind, one] as const)])}
        </div>
      </div>
      ${this.problem === undefined ? nothing : html`<p class="notice bad" role="alert">${this.problem}</p>`}
      ${loadedView(this.#load, 'the money of the month', (value) => this.#list(value))}
      <scc-money-editor
        .task=${this.task}
        .from=${beginningFor(me, entities)}
        @scc-record-kept=${this.#kept}
        @scc-dialog-closed=${() => {
          this.task = undefined;
        }}
      ></scc-money-editor>`;
  }

  #list({ money, forms }: MonthOfMoney): TemplateResult {
    if (money.length === 0) {
      return html`<scc-empty heading="No money recorded in this month">Choose above what to record first.</scc-empty>`;
    }
    return html`<ul class="list">${money.map((line) => this.#item(line, forms.get(line.kind)))}</ul>`;
  }

  #item(line: MoneyLine, form: Form | undefined): TemplateResult | typeof nothing {
    if (form === undefined) return nothing;
    const [title, fate] = [moneyTitle(line, form.one), fateText(line)];
    const facts = recordFacts(form.fields, fieldsOf(line) as never, this.#choices.name, this.me?.zone ?? 'UTC');
    const stands = line.notes.withdrawn === undefined;
    return html`<li class="item ${stands ? '' : 'gone'}">
      <span class="title">${title}</span><span class="amount num">${moneyAmount(line)}</span>
      <span class="facts num">${fate === undefined ? nothing : html`<strong>${fate}</strong>`}${facts.map((fact) => html`<span>${fact}</span>`)}</span>
      ${stands ? this.#actions(line, form, title) : nothing}
    </li>`;
  }

  #actions(line: MoneyLine, form: Form, title: string): TemplateResult {
    return html`<span class="actions">
      <button aria-label="Correct ${title}" @click=${() => this.#do({ does: 'correct', form, line })}>Correct…</button>
      <button aria-label="Take back ${title}" @click=${() => this.#do({ does: 'withdraw', form, line })}>Take back…</button>
      ${followers(this.#kinds.value ?? [], line).map(
        ({ kind, draft }) => html`<button @click=${() => void this.#record(kind.kind, draft)}>${kind.one}…</button>`,
      )}
    </span>`;
  }

  #do(task: MoneyTask): void {
    this.task = task;
  }

  async #record(kind: string, draft: Typed): Promise<void> {
    this.problem = undefined;
    try {
      this.#do({ does: 'record', form: await readForm(kind), draft });
    } catch (thrown) {
      this.problem = asProblem(thrown).message;
    }
  }

  readonly #begin = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const kind = select.value;
    select.value = '';
    const entityId = this.#entity();
    if (kind !== '') void this.#record(kind, entityId === undefined ? {} : { entityId });
  };

  readonly #pickEntity = (event: Event): void => {
    this.entityId = (event.target as HTMLSelectElement).value;
  };

  readonly #pickMonth = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (value !== '') this.month = value;
  };

  readonly #kept = (event: CustomEvent<string>): void => {
    announce(this, event.detail);
    this.task = undefined;
    void this.#load.again();
  };
}

customElements.define('scc-money-page', SccMoneyPage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-money-page': SccMoneyPage;
  }
}
