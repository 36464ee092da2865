import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Cents } from '../../../shared/kernel/money.ts';
import type { RoleSlot } from '../../../shared/records/charter.ts';
import { CREW_ROLES } from '../../../shared/records/charter-terms.ts';
import { choiceField, textField, tickField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';
import { payTyped, roleWords } from './crew-model.ts';
import { refusalView } from './refusal.ts';
import { centsTyped, typedIn } from './typed-model.ts';

/** Adds a role to a charter, or changes what one pays.
 * @fires scc-charter-change */
export class SccRoleForm extends LitElement {
  static override styles = [base, controls, fields];
  static override properties = { of: { attribute: false }, open: { state: true }, wrong: { state: true } };

  /** The role whose pay is changed; a new one where there is none. */
  declare of: RoleSlot | undefined;
  declare open: boolean;
  /** What is wrong with the pay typed. */
  declare wrong: string | undefined;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.open = false;
  }

  override render(): TemplateResult {
    const heading = this.of === undefined ? 'Add a role' : `Pay: ${roleWords(this.of.role)}`;
    return html`<button class="quiet" aria-label=${this.of === undefined ? nothing : `Change pay: ${roleWords(this.of.role)}`} @click=${this.#ask}>
        ${this.of === undefined ? 'Add a role…' : 'Pay…'}
      </button>
      <scc-dialog ?open=${this.open} heading=${heading} @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form() : nothing}
      </scc-dialog>`;
  }

  #form(): TemplateResult {
    const refusal = this.#sender.refusalOf('role');
    const roles = CREW_ROLES.map((role) => [role, roleWords(role)] as const);
    const value = this.of === undefined ? '' : payTyped(this.of.payCents);
    return html`<form novalidate @submit=${this.#submit}>
      ${this.of === undefined ? choiceField({ name: 'role', label: 'Role', value: 'deckhand' }, roles) : nothing}
      ${textField({ name: 'pay', label: 'Pay for the charter', hint: 'In dollars, such as 150.00', inputmode: 'decimal', value, problem: this.wrong ?? refusal?.about('payCents') })}
      ${this.of === undefined ? tickField({ name: 'required', label: 'The charter does not sail without it' }) : nothing}
      ${refusalView(refusal, ['payCents'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>${this.of === undefined ? 'Add the role' : 'Save the pay'}</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const typed = typedIn(event.target as HTMLFormElement);
    const payCents = centsTyped(typed['pay'] ?? '') as Cents | undefined;
    this.wrong = payCents === undefined ? 'Enter an amount such as 150.00.' : undefined;
    if (payCents === undefined) return;
    if (await this.#sent(payCents, typed)) this.open = false;
  };

  #sent(payCents: Cents, typed: Readonly<Record<string, string>>): Promise<boolean> {
    const { of } = this;
    if (of !== undefined) {
      const body = { version: of.version, payCents };
      return this.#sender.send(
        'role',
        { kind: 'role-pay', slotId: of.id, body },
        `${roleWords(of.role)}: pay changed.`,
      );
    }
    const role = typed['role'] as RoleSlot['role'];
    const body = { role, payCents, required: typed['required'] !== undefined };
    return this.#sender.send('role', { kind: 'new-role', body }, `${roleWords(role)}: role added.`);
  }

  readonly #ask = (): void => {
    this.wrong = undefined;
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-role-form', SccRoleForm);

declare global {
  interface HTMLElementTagNameMap {
    'scc-role-form': SccRoleForm;
  }
}
