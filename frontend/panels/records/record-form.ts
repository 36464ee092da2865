import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Form, FormField } from '../../../shared/records/form.ts';
import type { ApiProblem } from '../../api/problem.ts';
import type { RecordFields } from '../../api/records.ts';
import '../../components/problem-list.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { Choices } from './choices.ts';
import { withEvery } from './every-report.ts';
import type { FormAround } from './field-views.ts';
import { fieldViews } from './field-views.ts';
import type { Beginning, Typed } from './form-model.ts';
import { firstTyped, recordOf, typedOf, withoutRow, withRow } from './form-model.ts';
import { recordFormStyles } from './record-form-styles.ts';

/** What a filled-in form asks for. */
export interface FormSubmission {
  readonly record: RecordFields;
}

/**
 * A form made from its description: for something new, or for a record on file. What was typed stays whatever comes back;
 * every problem stands beside its field, the rest above the button.
 * @slot - what is asked beside the record, such as a reason
 * @fires scc-form-submitted - filled in without a gap; the detail is the record
 * @fires scc-form-typed - something was typed; the detail is everything so far
 * @fires scc-form-left - not now
 */
export class SccRecordForm extends LitElement {
  static override styles = [base, controls, fields, surface, recordFormStyles];
  static override properties = {
    form: { attribute: false },
    from: { attribute: false },
    record: { attribute: false },
    draft: { attribute: false },
    refusal: { attribute: false },
    busy: { type: Boolean },
    verb: {},
    typed: { state: true },
    wrong: { state: true },
  };

  declare form: Form | undefined;
  /** What something new begins with, and where the clock stands. */
  declare from: Beginning | undefined;
  /** The record on file that is being changed. */
  declare record: RecordFields | undefined;
  /** What had been typed before, to go on from. */
  declare draft: Typed | undefined;
  declare refusal: ApiProblem | undefined;
  declare busy: boolean;
  /** What the button does. */
  declare verb: string;
  declare typed: Typed;
  declare wrong: readonly Problem[];

  readonly #choices = new Choices(this);

  constructor() {
    super();
    this.busy = false;
    this.verb = 'Save';
    this.typed = {};
    this.wrong = [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { form, from, record } = this;
    if (form === undefined || from === undefined) return;
    if (changed.has('form') || changed.has('record')) {
      const onFile = record === undefined ? {} : typedOf(form.fields, record, from.zone);
      this.typed = { ...(record === undefined ? firstTyped(form.fields, from) : {}), ...onFile, ...this.draft };
      this.wrong = [];
      this.#choices.wantFor(form.fields, from.today);
    }
  }

  protected override updated(changed: PropertyValues): void {
    const hasNew = (changed.has('wrong') && this.wrong.length > 0) || (changed.has('refusal') && this.refusal);
    if (!hasNew) return;
    const first =
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      this.renderRoot.querySelector('scc-problem-list');
    first?.scrollIntoView({ block: 'center' });
    first?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { form, from } = this;
    if (form === undefined || from === undefined) return nothing;
    const shown = new Set<string>();
    const around: FormAround = {
      typed: this.typed,
      choices: this.#choices,
      names: from.names ?? {},
      about: (path) => this.#about(path, shown),
      addRow: (field, path) => this.#type(withRow(this.typed, field, path, from)),
      addReports: (field, path, reports) => this.#type(withEvery(field, this.typed, path, reports)),
      removeRow: (path, index) => this.#type(withoutRow(this.typed, path, index)),
    };
    const asked = fieldViews(this.#changeable(form), around);
    return html`<form novalidate @submit=${this.#submit} @input=${this.#typedIn} @change=${this.#typedIn}>
      ${asked}
      <slot></slot>
      ${this.#rest(shown)}
      <div class="actions">
        <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Saving…' : this.verb}</button>
        <button type="button" @click=${this.#leave}>Not now</button>
      </div>
    </form>`;
  }

  /** A short name stays for good: it is asked once. */
  #changeable(form: Form): readonly FormField[] {
    return this.record === undefined ? form.fields : form.fields.filter(({ type }) => type !== 'slug');
  }

  #about(path: string, shown: Set<string>): string | undefined {
    shown.add(path);
    return [...this.wrong, ...(this.refusal?.problems ?? [])].find(
      ({ field }) => field.replace(/^record\./, '') === path,
    )?.message;
  }

  /** What was refused, with every reason no field shows; a conflict is told by whoever holds both versions. */
  #rest(shown: ReadonlySet<string>): unknown {
    const { refusal } = this;
    if (this.wrong.length > 0) {
      const elsewhere = this.wrong.filter(({ field }) => !shown.has(field));
      return html`<scc-problem-list tabindex="-1" tone="bad" heading="Something is missing" .problems=${elsewhere}></scc-problem-list>`;
    }
    if (refusal === undefined || refusal.current !== undefined) return nothing;
    const rest = refusal.problems.filter(({ field }) => !shown.has(field.replace(/^record\./, '')));
    return html`<scc-problem-list tabindex="-1" tone="bad" heading=${refusal.message} .problems=${rest}></scc-problem-list>`;
  }

  readonly #typedIn = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.name === '') return;
    this.#type({ ...this.typed, [input.name]: this.#textIn(input) });
  };

  #textIn(input: HTMLInputElement): string {
    if (input.type !== 'checkbox') return input.value;
    if (!input.hasAttribute('data-many')) return input.checked ? 'yes' : '';
    const held = (this.typed[input.name] ?? '').split('\n').filter((one) => one !== '' && one !== input.value);
    return (input.checked ? [...held, input.value] : held).join('\n');
  }

  #type(typed: Typed): void {
    this.typed = typed;
    this.dispatchEvent(new CustomEvent('scc-form-typed', { detail: typed }));
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { form, from } = this;
    if (form === undefined || from === undefined || this.busy) return;
    const filled = recordOf(form.fields, this.typed, from.zone);
    this.wrong = filled.ok ? [] : filled.problems;
    if (!filled.ok) return;
    const detail: FormSubmission = { record: filled.record };
    this.dispatchEvent(new CustomEvent('scc-form-submitted', { detail }));
  };

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('scc-form-left'));
  };
}

customElements.define('scc-record-form', SccRecordForm);

declare global {
  interface HTMLElementTagNameMap {
    'scc-record-form': SccRecordForm;
  }
}
