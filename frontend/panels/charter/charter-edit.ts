import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { detailsOf } from '../../../shared/operations/charter-details.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import type { Form } from '../../../shared/records/form.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { asProblem } from '../../api/problem.ts';
import { readForm } from '../../api/records.ts';
import '../../components/dialog.ts';
import '../records/record-form.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';

/** Changes the details of a charter; loaded, with its form, when it is first asked for.
 * @fires scc-charter-change */
export class SccCharterEdit extends LitElement {
  static override styles = [base, controls];
  static override properties = {
    charter: { attribute: false },
    me: { attribute: false },
    form: { state: true },
    problem: { state: true },
  };

  declare charter: Charter | undefined;
  declare me: MeResponse | undefined;
  declare form: Form | undefined;
  /** Why the form did not come. */
  declare problem: string | undefined;

  readonly #sender = new ChangeSender(this);

  /** It is loaded by the first press of the button it takes the place of. */
  protected override firstUpdated(): void {
    void this.#ask();
  }

  override render(): TemplateResult {
    return html`<button class="quiet" @click=${() => void this.#ask()}>Change…</button>
      ${this.problem === undefined ? nothing : html`<p role="alert">${this.problem}</p>`}
      <scc-dialog ?open=${this.form !== undefined} heading="Change the charter" @scc-dialog-closed=${this.#close}>
        ${this.form === undefined || this.charter === undefined ? nothing : this.#fields(this.form, this.charter)}
      </scc-dialog>`;
  }

  #fields(form: Form, charter: Charter): TemplateResult {
    const from = { today: this.me?.today ?? '', zone: charter.zone, newId: () => '' };
    return html`<scc-record-form
      .form=${form}
      .from=${from}
      .record=${this.#details}
      .refusal=${this.#sender.refusalOf('details')}
      ?busy=${this.#sender.busy !== undefined}
      verb="Save the change"
      @scc-form-submitted=${(event: CustomEvent<{ readonly record: Details }>) => void this.#save(charter, event.detail.record)}
      @scc-form-left=${this.#close}
    ></scc-record-form>`;
  }

  /** As they were when the form opened: what is typed stays while the page behind is refreshed. */
  #details: ReturnType<typeof detailsOf> | undefined;

  async #ask(): Promise<void> {
    const { charter } = this;
    if (charter === undefined) return;
    this.#sender.forget();
    try {
      const form = await readForm('charter-change');
      this.#details = detailsOf(charter);
      this.problem = undefined;
      this.form = form;
    } catch (thrown) {
      this.problem = asProblem(thrown).message;
    }
  }

  async #save({ version }: Charter, record: Details): Promise<void> {
    const priceLines = record.priceLines.map((line) => ({ ...line, totalCents: line.qty * line.unitCents }));
    const body = { version, change: { ...record, priceLines } };
    const made = await this.#sender.send('details', { kind: 'details', body }, 'The charter is changed.');
    if (made || this.#sender.refusalOf('details')?.code === 'conflict') this.#close();
  }

  readonly #close = (): void => {
    this.form = undefined;
  };
}

interface Details {
  readonly priceLines: readonly { readonly qty: number; readonly unitCents: number }[];
}

customElements.define('scc-charter-edit', SccCharterEdit);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-edit': SccCharterEdit;
  }
}
