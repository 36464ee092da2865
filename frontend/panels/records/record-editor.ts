import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Form } from '../../../shared/records/form.ts';
import type { ListedRecord } from '../../../shared/wire/records.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import type { RecordFields } from '../../api/records.ts';
import { withdrawRecord, writeRecord } from '../../api/records.ts';
import { textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { typedIn } from '../charter/typed-model.ts';
import type { Beginning } from './form-model.ts';
import './record-form.ts';
import type { FormSubmission } from './record-form.ts';
import { recordFormStyles } from './record-form-styles.ts';
import type { Names } from './record-words.ts';
import { differences, recordTitle } from './record-words.ts';

/**
 * Adds a record of a register, or changes or withdraws one. Who was overtaken sees what they wrote beside what the record
 * says now, and decides which of the two holds.
 * @fires scc-record-kept - it is on file; the detail says what happened, for the live region
 * @fires scc-dialog-closed
 */
export class SccRecordEditor extends LitElement {
  static override styles = [base, controls, fields, surface, recordFormStyles];
  static override properties = {
    form: { attribute: false },
    from: { attribute: false },
    record: { attribute: false },
    names: { attribute: false },
    open: { type: Boolean },
    isWithdrawing: { state: true },
    busy: { state: true },
    refusal: { state: true },
    mine: { state: true },
    over: { state: true },
  };

  declare form: Form | undefined;
  declare from: Beginning | undefined;
  /** The record on file; nothing for a new one. */
  declare record: ListedRecord | undefined;
  declare names: Names;
  declare open: boolean;
  declare isWithdrawing: boolean;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;
  /** What was sent and overtaken. */
  declare mine: RecordFields | undefined;
  /** The version to write over, once the person has seen it. */
  declare over: ListedRecord | undefined;

  #newId = '';

  constructor() {
    super();
    this.open = false;
    this.busy = false;
    this.isWithdrawing = false;
    this.names = (_kind, id) => id;
  }

  override render(): TemplateResult | typeof nothing {
    const { form } = this;
    if (form === undefined) return nothing;
    const heading = this.record === undefined ? `New ${form.one}` : recordTitle(this.record);
    return html`<scc-dialog ?open=${this.open} heading=${heading} @scc-dialog-closed=${this.#closed}>
      ${this.open ? this.#content(form) : nothing}
    </scc-dialog>`;
  }

  #content(form: Form): TemplateResult {
    if (this.isWithdrawing && this.record !== undefined) return this.#withdrawal(form, this.record);
    return html`${this.#conflict(form)}
      <scc-record-form
        .form=${form}
        .from=${this.from}
        .record=${this.over ?? this.record}
        .refusal=${this.refusal}
        ?busy=${this.busy}
        verb=${this.record === undefined ? 'Add' : 'Save the change'}
        ?hidden=${this.mine !== undefined}
        @scc-form-submitted=${(event: CustomEvent<FormSubmission>) => void this.#save(form, event.detail.record)}
        @scc-form-left=${this.#close}
      ></scc-record-form>
      ${
        this.record !== undefined && form.isWithdrawable && this.mine === undefined
          ? html`<p><button class="quiet" @click=${this.#toWithdrawal}>Withdraw this record…</button></p>`
          : nothing
      }`;
  }

  #conflict(form: Form): unknown {
    const [mine, theirs] = [this.mine, this.refusal?.current as ListedRecord | undefined];
    if (mine === undefined || theirs === undefined) return nothing;
    const rows = differences(form.fields, mine, theirs, this.names, this.from?.zone ?? '');
    return html`<div class="stack" role="alert">
      <p><strong>Somebody changed this record first.</strong> Nothing of yours is lost: choose which of the two holds.</p>
      <table class="both">
        <thead>
          <tr><th scope="col">Field</th><th scope="col">You wrote</th><th scope="col">It says now</th></tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr><th scope="row">${row.label}</th><td>${row.mine || '–'}</td><td>${row.theirs || '–'}</td></tr>`)}
        </tbody>
      </table>
      <div class="actions">
        <button class="primary" ?disabled=${this.busy} @click=${() => void this.#save(form, mine, theirs)}>Write mine over it</button>
        <button @click=${() => this.#take(theirs)}>Go on from what it says now</button>
      </div>
    </div>`;
  }

  #withdrawal(form: Form, record: ListedRecord): TemplateResult {
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#withdraw(event, form, record)}>
      <p>It leaves the ${form.many} and every report. What it said stays on file beside your reason.</p>
      ${textField({ name: 'reason', label: 'Why it never should have been', problem: this.refusal?.about('reason') })}
      ${this.refusal === undefined ? nothing : html`<scc-problem-list tone="bad" heading=${this.refusal.message} .problems=${this.refusal.problems}></scc-problem-list>`}
      <div class="actions">
        <button class="danger" ?disabled=${this.busy}>Withdraw</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  /** Over the version seen; where the person has compared both, over the one they saw beside theirs. */
  async #save(
    form: Form,
    fields: RecordFields,
    over: ListedRecord | undefined = this.over ?? this.record,
  ): Promise<void> {
    const { id: shortName, ...record } = fields;
    const id = over?.id ?? String(shortName ?? this.#idFor(form));
    await this.#busily(async () => {
      await writeRecord(form.kind, id, over?.version ?? 0, record);
      this.#done(
        over === undefined ? `Added: ${recordTitle({ id, ...record })}` : `Changed: ${recordTitle({ id, ...record })}`,
      );
    });
    const overtaken = this.refusal?.current !== undefined;
    this.mine = overtaken ? { ...record, id } : undefined;
  }

  /** One id while the form is open: sending it twice adds one record. */
  #idFor({ kind }: Form): string {
    this.#newId ||= this.from?.newId(kind.replaceAll('-', '').slice(0, 3)) ?? '';
    return this.#newId;
  }

  async #withdraw(event: SubmitEvent, form: Form, { id, version, entityId }: ListedRecord): Promise<void> {
    event.preventDefault();
    const { reason = '' } = typedIn(event.target as HTMLFormElement);
    await this.#busily(async () => {
      await withdrawRecord(form.kind, id, { version, reason, ...(entityId === undefined ? {} : { entityId }) });
      this.#done('Withdrawn.');
    });
  }

  async #busily(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }

  #take(theirs: ListedRecord): void {
    this.over = theirs;
    this.mine = undefined;
    this.refusal = undefined;
  }

  #done(said: string): void {
    this.#close();
    this.dispatchEvent(new CustomEvent('scc-record-kept', { detail: said }));
  }

  readonly #toWithdrawal = (): void => {
    this.refusal = undefined;
    this.isWithdrawing = true;
  };

  readonly #close = (): void => {
    this.open = false;
    this.#closed();
  };

  readonly #closed = (): void => {
    this.isWithdrawing = false;
    this.refusal = undefined;
    this.mine = undefined;
    this.over = undefined;
    this.#newId = '';
    this.dispatchEvent(new Event('scc-dialog-closed'));
  };
}

customElements.define('scc-record-editor', SccRecordEditor);

declare global {
  interface HTMLElementTagNameMap {
    'scc-record-editor': SccRecordEditor;
  }
}
