import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ChecklistItem } from '../../../shared/records/charter.ts';
import { noteField, textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import { charterChecklistStyles } from './charter-checklist-styles.ts';
import type { PhaseGroup } from './checklist-model.ts';
import { completionWords, evidenceHint, phaseGroups, phaseToOpen, progressWords } from './checklist-model.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

type Asking = { readonly item: ChecklistItem; readonly for: 'value' | 'reason' };

function askingHeading({ item, for: what }: Asking): string {
  if (what === 'reason') return 'Not applicable';
  return item.evidence === 'signature' ? 'Sign' : 'Enter the reading';
}

/** The checklist by phase: tick, untick, enter a reading, or say why something does not apply.
 * @fires scc-charter-change */
export class SccCharterChecklist extends LitElement {
  static override styles = [base, controls, fields, surface, charterChecklistStyles];
  static override properties = { items: { attribute: false }, may: { type: Boolean }, asking: { state: true } };

  declare items: readonly ChecklistItem[];
  declare may: boolean;
  declare asking: Asking | undefined;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.items = [];
    this.may = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.items.length === 0) return nothing;
    const groups = phaseGroups(this.items);
    const opened = phaseToOpen(groups);
    const done = groups.reduce((sum, group) => sum + group.done, 0);
    return html`<section class="card spaced" aria-labelledby="heading">
        <div class="card-head">
          <h2 id="heading">Checklist</h2>
          <span class="soft small num">${progressWords(done, this.items.length)} done</span>
        </div>
        ${groups.map((group) => this.#phase(group, group.phase === opened))}
        ${this.asking === undefined ? refusalView(this.#sender.refused?.problem) : nothing}
      </section>
      <scc-dialog
        ?open=${this.asking !== undefined}
        heading=${this.asking === undefined ? '' : askingHeading(this.asking)}
        @scc-dialog-closed=${this.#close}
      >
        ${this.asking === undefined ? nothing : this.#form(this.asking)}
      </scc-dialog>`;
  }

  #phase(group: PhaseGroup, open: boolean): TemplateResult {
    return html`<details ?open=${open}>
      <summary>
        <span class="phase">${group.name}</span>
        <progress max=${group.items.length} .value=${group.done} aria-label="${group.name}: ${group.progress} done"></progress>
        <span class="small num ${group.complete ? 'complete' : 'soft'}">${group.complete ? 'Done' : group.progress}</span>
      </summary>
      <ul>
        ${group.items.map((item) => this.#item(item))}
      </ul>
    </details>`;
  }

  #item(item: ChecklistItem): TemplateResult {
    const recorded = completionWords(item);
    const busy = this.#sender.busy === item.id;
    return html`<li>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${item.completion !== undefined}
          .indeterminate=${item.completion?.state === 'not_applicable'}
          ?disabled=${!this.may || busy}
          @click=${(event: Event) => this.#tick(event, item)}
        />
        <span class="text">
          <span>${item.text}${item.mandatory ? nothing : html` <span class="hint">optional</span>`}</span>
          ${recorded === undefined ? this.#asks(item) : html`<span class="hint">${recorded}</span>`}
        </span>
      </label>
      ${
        this.may && item.completion === undefined
          ? html`<button class="quiet na" aria-label="n/a, not applicable: ${item.text}" @click=${() => this.#ask({ item, for: 'reason' })}>n/a</button>`
          : nothing
      }
    </li>`;
  }

  #asks(item: ChecklistItem): unknown {
    const parts = [evidenceHint(item), item.regRef].filter((part) => part !== undefined);
    return parts.length === 0 ? nothing : html`<span class="hint">${parts.join(' · ')}</span>`;
  }

  #form({ item, for: what }: Asking): TemplateResult {
    const refusal = this.#sender.refusalOf(item.id);
    return html`<form @submit=${(event: SubmitEvent) => void this.#submit(event, item)}>
      <p>${item.text}</p>
      ${
        what === 'reason'
          ? noteField({ name: 'reason', label: 'Why it does not apply', problem: refusal?.about('reason') })
          : textField({
              name: 'value',
              label: item.evidence === 'signature' ? 'Checked by' : 'Reading',
              hint: evidenceHint(item) ?? '',
              ...(item.evidence === 'reading' ? { inputmode: 'decimal' as const } : {}),
              problem: refusal?.about('value'),
            })
      }
      ${refusalView(refusal, [what])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Save</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  /** The box shows what is recorded, not what was clicked: it changes when the answer is there. */
  #tick(event: Event, item: ChecklistItem): void {
    event.preventDefault();
    if (item.completion !== undefined) void this.#send(item, { state: 'open' }, `${item.text}: open again.`);
    else if (item.evidence === 'none') void this.#send(item, { state: 'done' }, `${item.text}: done.`);
    else this.#ask({ item, for: 'value' });
  }

  async #submit(event: SubmitEvent, item: ChecklistItem): Promise<void> {
    event.preventDefault();
    const { value, reason } = typedIn(event.target as HTMLFormElement);
    const more =
      reason === undefined
        ? { state: 'done' as const, value: value ?? '' }
        : { state: 'not_applicable' as const, reason };
    await this.#send(item, more, `${item.text}: recorded.`);
    const refusal = this.#sender.refusalOf(item.id);
    if (refusal === undefined || refusal.code === 'conflict') this.asking = undefined;
  }

  async #send(
    item: ChecklistItem,
    more: { state: 'open' | 'done' | 'not_applicable'; value?: string; reason?: string },
    said: string,
  ): Promise<void> {
    const body = { ...more, version: item.version };
    await this.#sender.send(item.id, { kind: 'checklist', itemId: item.id, body }, said);
  }

  #ask(asking: Asking): void {
    this.#sender.forget();
    this.asking = asking;
  }

  readonly #close = (): void => {
    this.asking = undefined;
  };
}

customElements.define('scc-charter-checklist', SccCharterChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-checklist': SccCharterChecklist;
  }
}
