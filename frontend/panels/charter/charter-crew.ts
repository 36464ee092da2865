import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Charter, RoleSlot } from '../../../shared/records/charter.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import type { CrewAct, RoleChanges } from './crew-model.ts';
import { crewActs, payWords, roleChanges, roleWords, slotState } from './crew-model.ts';
import { peopleStyles } from './people-styles.ts';
import { refusalView } from './refusal.ts';
import './role-form.ts';

/** The roles of the charter: who has which, and what one can do about it.
 * @fires scc-charter-change */
export class SccCharterCrew extends LitElement {
  static override styles = [base, controls, surface, peopleStyles];
  static override properties = {
    charter: { attribute: false },
    slots: { attribute: false },
    me: { attribute: false },
    over: { type: Boolean },
  };

  /** The charter, where its roles may be changed. */
  declare charter: Charter | undefined;
  declare slots: readonly RoleSlot[];
  declare me: MeResponse | undefined;
  /** Whether the charter is over and its crew settled. */
  declare over: boolean;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.slots = [];
    this.over = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.slots.length === 0) return nothing;
    const changes = this.#changes();
    return html`<section class="card spaced" aria-labelledby="heading">
      <h2 id="heading">Crew</h2>
      <ul>
        ${this.slots.map((slot) => this.#slot(slot, changes))}
      </ul>
      ${changes.mayAdd ? html`<scc-role-form></scc-role-form>` : nothing}
      ${refusalView(this.#sender.refused?.problem)}
    </section>`;
  }

  #changes(): RoleChanges {
    const { charter, slots, me } = this;
    return roleChanges(charter === undefined ? undefined : { charter, slots }, me);
  }

  #slot(slot: RoleSlot, changes: RoleChanges): TemplateResult {
    const { words, tone } = slotState(slot);
    const mine = slot.claim !== undefined && slot.claim.userId === this.me?.userId;
    return html`<li>
      <span class="who">
        <span class="name">${roleWords(slot.role)}</span>
        <span class="small soft">
          ${slot.claim === undefined ? (slot.requiredCredential ?? 'No credential needed') : slot.claim.name}${mine ? ' (you)' : ''}${this.#pay(slot, mine)}
        </span>
      </span>
      <span class="chip ${tone}">${words}</span>
      <span class="acts">
        ${crewActs(slot, this.me, this.over).map((act) => this.#button(slot, act))}
        ${changes.pay(slot) ? html`<scc-role-form .of=${slot}></scc-role-form>` : nothing}
        ${changes.remove(slot) ? this.#removal(slot) : nothing}
      </span>
    </li>`;
  }

  /** What a role pays is for whoever may take it, has it, or sets it. */
  #pay(slot: RoleSlot, mine: boolean): string {
    const isTold = mine || slot.claim === undefined || this.me?.actions.includes('charter.roles') === true;
    const pay = isTold ? payWords(slot) : undefined;
    return pay === undefined ? '' : ` · ${pay}`;
  }

  #removal(slot: RoleSlot): TemplateResult {
    const role = roleWords(slot.role);
    const change = { kind: 'role-removal', slotId: slot.id, body: { version: slot.version } } as const;
    return html`<button
      class="quiet"
      aria-label="Remove: ${role}"
      ?disabled=${this.#sender.busy !== undefined}
      @click=${() => void this.#sender.send(slot.id, change, `${role}: role removed.`)}
    >
      Remove
    </button>`;
  }

  #button(slot: RoleSlot, { act, label, loud }: CrewAct): TemplateResult {
    const role = roleWords(slot.role);
    return html`<button
      class=${loud ? '' : 'quiet'}
      aria-label="${label}: ${role}"
      ?disabled=${this.#sender.busy !== undefined}
      @click=${() =>
        void this.#sender.send(
          slot.id,
          { kind: 'slot', slotId: slot.id, body: { act, version: slot.version } },
          `${role}: ${label.toLowerCase()} done.`,
        )}
    >
      ${label}
    </button>`;
  }
}

customElements.define('scc-charter-crew', SccCharterCrew);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-crew': SccCharterCrew;
  }
}
