import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { DeliveryAct, RunResponse } from '../../shared/wire/reports.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import '../components/dialog.ts';
import { noteField } from '../components/field.ts';
import '../components/problem-list.ts';
import { base } from '../styles/base.ts';
import { controls, fields } from '../styles/controls.ts';
import { decideDelivery } from './reports-api.ts';
import { ACT_WORDS, actsOn, consequence } from './run-decision-model.ts';
import { deliveryState } from './run-model.ts';

/** A decision somebody is about to make: about which mail, as they saw it. */
export interface AskedDecision {
  readonly act: DeliveryAct;
  readonly delivery: RunResponse['deliveries'][number];
  /** What the report is called. */
  readonly title: string;
}

/**
 * Asks for the reason of a decision about one mail, having said what will happen.
 * @fires scc-decision-made - it was done; the detail says so in a sentence
 * @fires scc-decision-outdated - the mail is another by now: whoever asked has to look again
 * @fires scc-dialog-closed
 */
export class SccRunDecision extends LitElement {
  static override styles = [base, controls, fields];
  static override properties = {
    asked: { attribute: false },
    busy: { state: true },
    refusal: { state: true },
    reason: { state: true },
  };

  /** What is to be decided; nothing while the dialog is closed. */
  declare asked: AskedDecision | undefined;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;
  declare reason: string;

  constructor() {
    super();
    this.busy = false;
    this.reason = '';
  }

  override render(): TemplateResult {
    const { asked } = this;
    return html`<scc-dialog
      ?open=${asked !== undefined}
      heading=${asked === undefined ? '' : ACT_WORDS[asked.act]}
      @scc-dialog-closed=${this.#closed}
    >
      ${asked === undefined ? nothing : this.#form(asked)}
    </scc-dialog>`;
  }

  #form(asked: AskedDecision): TemplateResult {
    const { act, delivery, title } = asked;
    const isOpen = actsOn(delivery, [delivery]).includes(act);
    const typed = (event: Event) => {
      this.reason = (event.target as HTMLTextAreaElement).value;
    };
    return html`<form novalidate @submit=${(event: Event) => void this.#decide(event, asked)}>
      <p><strong>${title}</strong> to ${delivery.recipientName}. It now says: ${deliveryState(delivery).words}.</p>
      ${isOpen ? html`<p>${consequence(act, delivery)}</p>` : nothing}
      <div @input=${typed}>
        ${noteField({
          name: 'reason',
          label: 'Reason',
          hint: 'Your name, the time and the reason stay with the run.',
          value: this.reason,
          problem: this.refusal?.about('reason'),
        })}
      </div>
      ${
        this.refusal === undefined || this.refusal.about('reason') !== undefined
          ? nothing
          : html`<scc-problem-list
              role="alert"
              tone="bad"
              heading=${this.refusal.message}
              .problems=${this.refusal.problems}
            ></scc-problem-list>`
      }
      <div class="actions">
        <button class="primary" ?disabled=${this.busy || !isOpen}>${ACT_WORDS[act]}</button>
        <button type="button" @click=${this.#closed}>Not now</button>
      </div>
    </form>`;
  }

  async #decide(event: Event, { act, delivery }: AskedDecision): Promise<void> {
    event.preventDefault();
    const reason = this.reason.trim();
    if (reason === '') {
      this.refusal = new ApiProblem('invalid', '', { problems: [{ field: 'reason', message: 'Say why.' }] });
      return;
    }
    this.busy = true;
    this.refusal = undefined;
    try {
      await decideDelivery(delivery.runKey, delivery.id, { act, reason, version: delivery.version });
      this.#closed();
      this.dispatchEvent(new CustomEvent('scc-decision-made', { detail: SAID[act] }));
    } catch (thrown) {
      this.refusal = asProblem(thrown);
      if (this.refusal.code === 'conflict') this.dispatchEvent(new Event('scc-decision-outdated'));
    } finally {
      this.busy = false;
    }
  }

  readonly #closed = (): void => {
    this.refusal = undefined;
    this.reason = '';
    this.dispatchEvent(new Event('scc-dialog-closed'));
  };
}

const SAID: Readonly<Record<DeliveryAct, string>> = {
  'mark-sent': 'The mail is marked as sent.',
  'send-again': 'The mail goes out again.',
};

customElements.define('scc-run-decision', SccRunDecision);

declare global {
  interface HTMLElementTagNameMap {
    'scc-run-decision': SccRunDecision;
  }
}
