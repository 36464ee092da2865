import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import { choiceField, noteField } from '../../components/field.ts';
import { fieldWords } from '../../components/problem-list-model.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { ChangeSender } from './charter-change.ts';
import { overridableGuards } from './override-model.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** The captain's way past a guard: on record, by name, with a reason.
 * @fires scc-charter-change */
export class SccOverrideForm extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host > button {
        margin-left: calc(-1 * var(--space-4));
      }
    `,
  ];
  static override properties = {
    charter: { attribute: false },
    problems: { attribute: false },
    open: { state: true },
  };

  declare charter: Charter | undefined;
  /** What stands in the way of the next move. */
  declare problems: readonly Problem[];
  declare open: boolean;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.problems = [];
    this.open = false;
  }

  override render(): TemplateResult | typeof nothing {
    const guards = overridableGuards(this.problems);
    if (guards.length === 0 && !this.open) return nothing;
    return html`<button class="quiet" @click=${this.#ask}>Go ahead anyway, on record…</button>
      <scc-dialog ?open=${this.open} heading="Go ahead on record" @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form(guards) : nothing}
      </scc-dialog>`;
  }

  #form(guards: readonly string[]): TemplateResult {
    const refusal = this.#sender.refusalOf('override');
    return html`<form @submit=${this.#submit}>
      <p class="soft">Your name, the time and your reason stay with the charter and appear in its report.</p>
      ${choiceField(
        { name: 'guard', label: 'What is set aside', problem: refusal?.about('guard') },
        guards.map((guard) => [guard, fieldWords(guard) ?? guard]),
      )}
      ${noteField({ name: 'reason', label: 'Reason', problem: refusal?.about('reason') })}
      ${refusalView(refusal, ['guard', 'reason'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Put on record</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.charter === undefined) return;
    const { guard = '', reason = '' } = typedIn(event.target as HTMLFormElement);
    const body = { guard, reason, version: this.charter.version };
    if (await this.#sender.send('override', { kind: 'override', body }, 'Override recorded.')) this.open = false;
  };

  readonly #ask = (): void => {
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-override-form', SccOverrideForm);

declare global {
  interface HTMLElementTagNameMap {
    'scc-override-form': SccOverrideForm;
  }
}
