import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { textField, tickField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** Names somebody more who comes on a charter.
 * @fires scc-charter-change */
export class SccGuestForm extends LitElement {
  static override styles = [base, controls, fields];
  static override properties = { open: { state: true } };

  declare open: boolean;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.open = false;
  }

  override render(): TemplateResult {
    return html`<button class="quiet" @click=${this.#ask}>Add a guest…</button>
      <scc-dialog ?open=${this.open} heading="Add a guest" @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form() : nothing}
      </scc-dialog>`;
  }

  #form(): TemplateResult {
    const refusal = this.#sender.refusalOf('guest');
    return html`<form novalidate @submit=${this.#submit}>
      ${textField({ name: 'name', label: 'Name', problem: refusal?.about('name') })}
      ${tickField({ name: 'isMinor', label: 'Under 18' })} ${refusalView(refusal, ['name'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Add the guest</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { name = '', isMinor } = typedIn(event.target as HTMLFormElement);
    const body = { name, isMinor: isMinor !== undefined };
    if (await this.#sender.send('guest', { kind: 'new-guest', body }, `${name} is on the list.`)) this.open = false;
  };

  readonly #ask = (): void => {
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-guest-form', SccGuestForm);

declare global {
  interface HTMLElementTagNameMap {
    'scc-guest-form': SccGuestForm;
  }
}
