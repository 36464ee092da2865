import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import { newRequestKey } from '../../api/request-key.ts';
import { choiceField, textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';
import { PAYMENT_FIELDS, paymentBodyOf } from './payment-model.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** Records a payment of the guest. The same opened form sent twice books once.
 * @fires scc-charter-change */
export class SccPaymentForm extends LitElement {
  static override styles = [base, controls, fields];
  static override properties = {
    charter: { attribute: false },
    today: {},
    open: { state: true },
    wrong: { state: true },
  };

  declare charter: Charter | undefined;
  declare today: string | undefined;
  declare open: boolean;
  declare wrong: readonly Problem[];

  readonly #sender = new ChangeSender(this);
  #requestKey = '';

  constructor() {
    super();
    this.open = false;
    this.wrong = [];
  }

  override render(): TemplateResult {
    return html`<button class="wide" @click=${this.#ask}>Record a payment…</button>
      <scc-dialog ?open=${this.open} heading="Record a payment" @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form() : nothing}
      </scc-dialog>`;
  }

  #form(): TemplateResult {
    const refusal = this.#sender.refusalOf('payment');
    const about = (field: string) => this.wrong.find((p) => p.field === field)?.message ?? refusal?.about(field);
    const amount = (name: string, label: string, required: boolean) =>
      textField({ name, label, inputmode: 'decimal', required, problem: about(name) });
    return html`<form novalidate @submit=${this.#submit}>
      <div class="pair">
        ${choiceField({ name: 'kind', label: 'What', problem: about('kind') }, [
          ['deposit', 'Deposit'],
          ['balance', 'Balance'],
          ['refund', 'Refund to the guest'],
        ])}
        ${choiceField({ name: 'method', label: 'How', problem: about('method') }, [
          ['card', 'Card'],
          ['cash', 'Cash'],
          ['transfer', 'Transfer'],
        ])}
      </div>
      ${amount('cents', 'Amount in dollars, tip included', true)}
      <div class="pair">
        ${amount('tipCents', 'Of it, tip', false)} ${amount('feeCents', 'Kept by the processor', false)}
      </div>
      <div class="pair">
        ${textField({ name: 'receivedOn', label: 'Day', type: 'date', value: this.today ?? '', problem: about('receivedOn') })}
        ${textField({ name: 'reference', label: 'Reference', required: false, problem: about('reference') })}
      </div>
      ${refusalView(refusal, PAYMENT_FIELDS)}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Record</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const read = paymentBodyOf(typedIn(event.target as HTMLFormElement), this.#requestKey);
    this.wrong = read.ok ? [] : read.problems;
    if (!read.ok) return;
    const made = await this.#sender.send('payment', { kind: 'payment', body: read.body }, 'Payment recorded.');
    if (made) this.open = false;
  };

  readonly #ask = (): void => {
    this.#requestKey = newRequestKey();
    this.wrong = [];
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-payment-form', SccPaymentForm);

declare global {
  interface HTMLElementTagNameMap {
    'scc-payment-form': SccPaymentForm;
  }
}
