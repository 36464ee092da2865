import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Charter, Guest } from '../../../shared/records/charter.ts';
import { textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import './guest-edit.ts';
import './guest-form.ts';
import { answersLeft, checkInSteps, guestMarks, guestsSummary, mayBeNamed, signerHint } from './guests-model.ts';
import { peopleStyles } from './people-styles.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** The guests: who is aboard, whose waiver is on file.
 * @fires scc-charter-change */
export class SccCharterGuests extends LitElement {
  static override styles = [base, controls, fields, surface, peopleStyles];
  static override properties = {
    charter: { attribute: false },
    guests: { attribute: false },
    may: { type: Boolean },
    signing: { state: true },
  };

  declare charter: Charter | undefined;
  declare guests: readonly Guest[];
  declare may: boolean;
  /** The guest whose paper waiver is being put on file. */
  declare signing: Guest | undefined;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.guests = [];
    this.may = false;
  }

  override render(): TemplateResult {
    return html`<section class="card spaced" aria-labelledby="heading">
        <div class="card-head">
          <h2 id="heading">Guests</h2>
          ${this.guests.length === 0 ? nothing : html`<span class="soft small num">${guestsSummary(this.guests)}</span>`}
        </div>
        ${
          this.guests.length === 0
            ? html`<p class="soft">No guests are named yet.</p>`
            : html`<ul>
              ${this.guests.map((guest) => this.#guest(guest))}
            </ul>`
        }
        ${this.may && this.charter !== undefined && mayBeNamed(this.charter) ? html`<scc-guest-form></scc-guest-form>` : nothing}
        ${this.signing === undefined ? refusalView(this.#sender.refused?.problem) : nothing}
      </section>
      <scc-dialog ?open=${this.signing !== undefined} heading="Paper waiver on file" @scc-dialog-closed=${this.#close}>
        ${this.signing === undefined ? nothing : this.#form(this.signing)}
      </scc-dialog>`;
  }

  #guest(guest: Guest): TemplateResult {
    return html`<li>
      <span class="name">${guest.name}${guest.isMinor ? html` <span class="small soft">minor</span>` : nothing}</span>
      <span class="chips">
        ${guestMarks(guest).map(({ words, tone }) => html`<span class="chip ${tone}">${words}</span>`)}
      </span>
      ${guest.notes === undefined ? nothing : html`<span class="small soft">${guest.notes}</span>`}
      ${this.may && this.charter !== undefined ? this.#acts(guest, this.charter) : nothing}
    </li>`;
  }

  #acts(guest: Guest, charter: Charter): TemplateResult {
    const busy = this.#sender.busy !== undefined;
    return html`<span class="acts">
      ${checkInSteps(guest, charter).map(
        ({ to, label }) => html`<button
          class=${to === 'aboard' || to === 'ashore' ? '' : 'quiet'}
          aria-label="${label}: ${guest.name}"
          ?disabled=${busy}
          @click=${() => void this.#send(guest, { checkIn: to }, `${guest.name}: ${label.toLowerCase()}.`)}
        >
          ${label}
        </button>`,
      )}
      ${answersLeft(guest, charter).map(
        ({ to, label }) => html`<button
          class="quiet"
          aria-label="${label}: ${guest.name}"
          ?disabled=${busy}
          @click=${() => void this.#send(guest, { rsvp: to }, `${guest.name}: ${label.toLowerCase()}.`)}
        >
          ${label}
        </button>`,
      )}
      ${
        guest.waiver === undefined && guest.checkIn !== 'no_show'
          ? html`<button class="quiet" aria-label="Paper waiver on file: ${guest.name}" ?disabled=${busy} @click=${() => this.#sign(guest)}>Paper waiver…</button>`
          : nothing
      }
      <scc-guest-edit .charter=${charter} .guest=${guest}></scc-guest-edit>
    </span>`;
  }

  #form(guest: Guest): TemplateResult {
    const refusal = this.#sender.refusalOf(guest.id);
    return html`<form @submit=${(event: SubmitEvent) => void this.#submit(event, guest)}>
      <p class="soft">You have the signed paper of ${guest.name} in hand.</p>
      ${textField({ name: 'signedBy', label: 'Signed by', hint: signerHint(guest), value: guest.isMinor ? '' : guest.name, problem: refusal?.about('paperWaiverSignedBy') ?? refusal?.about('signedBy') })}
      ${refusalView(refusal, ['paperWaiverSignedBy', 'signedBy'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Put on file</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  async #submit(event: SubmitEvent, guest: Guest): Promise<void> {
    event.preventDefault();
    const { signedBy = '' } = typedIn(event.target as HTMLFormElement);
    await this.#send(guest, { paperWaiverSignedBy: signedBy }, `Waiver of ${guest.name} is on file.`);
    const refusal = this.#sender.refusalOf(guest.id);
    if (refusal === undefined || refusal.code === 'conflict') this.signing = undefined;
  }

  async #send(
    guest: Guest,
    more: { checkIn?: Guest['checkIn']; rsvp?: Guest['rsvp']; paperWaiverSignedBy?: string },
    said: string,
  ): Promise<void> {
    const body = { version: guest.version, ...more };
    await this.#sender.send(guest.id, { kind: 'guest', guestId: guest.id, body }, said);
  }

  #sign(guest: Guest): void {
    this.#sender.forget();
    this.signing = guest;
  }

  readonly #close = (): void => {
    this.signing = undefined;
  };
}

customElements.define('scc-charter-guests', SccCharterGuests);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-guests': SccCharterGuests;
  }
}
