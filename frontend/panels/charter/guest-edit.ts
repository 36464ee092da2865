import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Charter, Guest } from '../../../shared/records/charter.ts';
import { noteField, textField, tickField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';
import { guestChanges, isTakenBackable } from './guests-model.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** Puts right who a guest is, notes what the crew has to know, and takes back a waiver filed by mistake.
 * @fires scc-charter-change */
export class SccGuestEdit extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      form + form {
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }
    `,
  ];
  static override properties = {
    charter: { attribute: false },
    guest: { attribute: false },
    open: { state: true },
  };

  declare charter: Charter | undefined;
  declare guest: Guest | undefined;
  declare open: boolean;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.open = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { charter, guest } = this;
    if (charter === undefined || guest === undefined) return nothing;
    return html`<button class="quiet" aria-label="Change: ${guest.name}" @click=${this.#ask}>Change…</button>
      <scc-dialog ?open=${this.open} heading=${guest.name} @scc-dialog-closed=${this.#close}>
        ${this.open ? html`${this.#form(guest)}${isTakenBackable(guest, charter) ? this.#takingBack(guest) : nothing}` : nothing}
      </scc-dialog>`;
  }

  #form(guest: Guest): TemplateResult {
    const refusal = this.#sender.refusalOf('guest');
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#correct(event, guest)}>
      ${
        guest.waiver === undefined
          ? html`${textField({ name: 'name', label: 'Name', value: guest.name, problem: refusal?.about('name') })}
              ${tickField({ name: 'isMinor', label: 'Under 18', checked: guest.isMinor })}`
          : html`<p class="soft">A waiver is on file for this name and age, so both stay as they are.</p>`
      }
      ${noteField({ name: 'notes', label: 'What the crew has to know', hint: 'Food they cannot have, help they need', required: false, value: guest.notes ?? '', problem: refusal?.about('notes') })}
      ${refusalView(refusal, ['name', 'notes'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Save the change</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  #takingBack(guest: Guest): TemplateResult {
    const refusal = this.#sender.refusalOf('waiver');
    const about = refusal?.about('waiverTakenBackBecause') ?? refusal?.about('reason');
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#takeBack(event, guest)}>
      <h3>A waiver filed by mistake</h3>
      ${textField({ name: 'reason', label: 'Why it is taken back', hint: 'It stays on record with this reason.', problem: about })}
      ${refusalView(refusal, ['waiverTakenBackBecause', 'reason'])}
      <div class="actions">
        <button ?disabled=${this.#sender.busy !== undefined}>Take the waiver back</button>
      </div>
    </form>`;
  }

  async #correct(event: SubmitEvent, guest: Guest): Promise<void> {
    event.preventDefault();
    const changes = guestChanges(guest, typedIn(event.target as HTMLFormElement));
    if (Object.keys(changes).length === 0) return this.#close();
    await this.#send('guest', guest, changes, `${changes.name ?? guest.name}: changed.`);
  }

  async #takeBack(event: SubmitEvent, guest: Guest): Promise<void> {
    event.preventDefault();
    const { reason = '' } = typedIn(event.target as HTMLFormElement);
    await this.#send('waiver', guest, { waiverTakenBackBecause: reason }, `The waiver of ${guest.name} is taken back.`);
  }

  async #send(what: string, guest: Guest, more: object, said: string): Promise<void> {
    const body = { version: guest.version, ...more };
    const made = await this.#sender.send(what, { kind: 'guest', guestId: guest.id, body }, said);
    if (made || this.#sender.refusalOf(what)?.code === 'conflict') this.#close();
  }

  readonly #ask = (): void => {
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-guest-edit', SccGuestEdit);

declare global {
  interface HTMLElementTagNameMap {
    'scc-guest-edit': SccGuestEdit;
  }
}
