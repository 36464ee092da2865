import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { RoleSlot } from '../../../shared/records/charter.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import type { CrewAct } from './crew-model.ts';
import { crewActs, roleWords, slotState } from './crew-model.ts';
import { peopleStyles } from './people-styles.ts';
import { refusalView } from './refusal.ts';

/** The roles of the charter: who has which, and what one can do about it.
 * @fires scc-charter-change */
export class SccCharterCrew extends LitElement {
  static override styles = [base, controls, surface, peopleStyles];
  static override properties = { slots: { attribute: false }, me: { attribute: false }, over: { type: Boolean } };

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
    return html`<section class="card spaced" aria-labelledby="heading">
      <h2 id="heading">Crew</h2>
      <ul>
        ${this.slots.map((slot) => this.#slot(slot))}
      </ul>
      ${refusalView(this.#sender.refused?.problem)}
    </section>`;
  }

  #slot(slot: RoleSlot): TemplateResult {
    const { words, tone } = slotState(slot);
    const mine = slot.claim !== undefined && slot.claim.userId === this.me?.userId;
    return html`<li>
      <span class="who">
        <span class="name">${roleWords(slot.role)}</span>
        <span class="small soft">
          ${slot.claim === undefined ? (slot.requiredCredential ?? 'No credential needed') : slot.claim.name}${mine ? ' (you)' : ''}
        </span>
      </span>
      <span class="chip ${tone}">${words}</span>
      <span class="acts">
        ${crewActs(slot, this.me, this.over).map((act) => this.#button(slot, act))}
      </span>
    </li>`;
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
