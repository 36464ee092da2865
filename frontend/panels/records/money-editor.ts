import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CorrectMoneyBody } from '../../../shared/wire/money.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import type { RecordFields } from '../../api/records.ts';
import { correctMoney, recordMoney } from '../../api/records.ts';
import { newRequestKey } from '../../api/request-key.ts';
import '../../components/dialog.ts';
import { textField } from '../../components/field.ts';
import '../../components/problem-list.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import type { Beginning } from './form-model.ts';
import type { MoneyTask } from './money-model.ts';
import { fieldsOf, moneyTitle, placeOfMoney } from './money-model.ts';
import './record-form.ts';
import type { FormSubmission } from './record-form.ts';

/**
 * Records money, corrects a record or takes it back; what was posted is never edited. The same opened form sent twice
 * posts once.
 * @fires scc-record-kept - the detail says what happened, for the live region
 * @fires scc-dialog-closed
 */
export class SccMoneyEditor extends LitElement {
  static override styles = [base, controls, fields];
  static override properties = {
    task: { attribute: false },
    from: { attribute: false },
    busy: { state: true },
    refusal: { state: true },
    reason: { state: true },
  };

  /** What is to be done; nothing while the dialog is closed. */
  declare task: MoneyTask | undefined;
  declare from: Beginning | undefined;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;
  declare reason: string;

  #requestKey = newRequestKey();

  constructor() {
    super();
    this.busy = false;
    this.reason = '';
  }

  override render(): TemplateResult {
    const { task } = this;
    return html`<scc-dialog ?open=${task !== undefined} heading=${task === undefined ? '' : headingOf(task)} @scc-dialog-closed=${this.#closed}>
      ${task === undefined ? nothing : this.#content(task)}
    </scc-dialog>`;
  }

  #content(task: MoneyTask): TemplateResult {
    if (task.does === 'withdraw') return this.#withdrawal(task);
    return html`<scc-record-form
      .form=${task.form}
      .from=${this.from}
      .record=${task.does === 'correct' ? fieldsOf(task.line) : undefined}
      .draft=${task.does === 'record' ? task.draft : undefined}
      .refusal=${this.refusal}
      ?busy=${this.busy}
      verb=${task.does === 'correct' ? 'Correct it' : 'Record it'}
      @scc-form-submitted=${(event: CustomEvent<FormSubmission>) => void this.#send(task, event.detail.record)}
      @scc-form-left=${this.#closed}
      >${task.does === 'correct' ? html`<div class="field">${this.#reason('What was wrong with it')}</div>` : nothing}</scc-record-form
    >`;
  }

  #withdrawal(task: MoneyTask): TemplateResult {
    const send = (event: Event) => {
      event.preventDefault();
      void this.#send(task, undefined);
    };
    return html`<form novalidate @submit=${send}>
      <p>The books take it back by an entry of their own; both stay on file.</p>
      ${this.#reason('Why it never should have been')}
      ${this.refusal === undefined ? nothing : html`<scc-problem-list tone="bad" heading=${this.refusal.message} .problems=${this.refusal.problems}></scc-problem-list>`}
      <div class="actions">
        <button class="danger" ?disabled=${this.busy}>Take it back</button>
        <button type="button" @click=${this.#closed}>Not now</button>
      </div>
    </form>`;
  }

  #reason(label: string): TemplateResult {
    const typed = (event: Event) => {
      this.reason = (event.target as HTMLInputElement).value;
    };
    const problem = this.refusal?.about('reason');
    return html`<div @input=${typed}>${textField({ name: 'reason', label, value: this.reason, problem })}</div>`;
  }

  async #send(task: MoneyTask, record: RecordFields | undefined): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await (task.does === 'record' ? this.#record(task, record ?? {}) : this.#correct(task, record));
      this.#closed();
      this.dispatchEvent(new CustomEvent('scc-record-kept', { detail: SAID[task.does] }));
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }

  #record({ form }: MoneyTask, record: RecordFields): Promise<unknown> {
    return recordMoney(form.kind, this.#requestKey, record);
  }

  #correct(
    task: MoneyTask & { readonly does: 'correct' | 'withdraw' },
    record: RecordFields | undefined,
  ): Promise<unknown> {
    const body = {
      requestKey: this.#requestKey,
      of: placeOfMoney(task.form, task.line),
      reason: this.reason.trim(),
      ...(record === undefined ? {} : { record }),
    };
    return correctMoney(task.form.kind, body as CorrectMoneyBody);
  }

  readonly #closed = (): void => {
    this.refusal = undefined;
    this.reason = '';
    this.#requestKey = newRequestKey();
    this.dispatchEvent(new Event('scc-dialog-closed'));
  };
}

const SAID = { record: 'Recorded.', correct: 'Corrected.', withdraw: 'Taken back.' } as const;

function headingOf(task: MoneyTask): string {
  const { one } = task.form;
  if (task.does === 'record') return `Record: ${one}`;
  const title = moneyTitle(task.line, one);
  return task.does === 'correct' ? `Correct ${title}` : `Take back ${title}`;
}

customElements.define('scc-money-editor', SccMoneyEditor);

declare global {
  interface HTMLElementTagNameMap {
    'scc-money-editor': SccMoneyEditor;
  }
}
