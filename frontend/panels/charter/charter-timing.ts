import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Instant } from '../../../shared/kernel/calendar.ts';
import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import type { MilestoneName } from '../../../shared/records/charter-terms.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { noteField, textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import { charterTimingStyles } from './charter-timing-styles.ts';
import { refusalView } from './refusal.ts';
import type { Station } from './timing-model.ts';
import { isPlain, stations } from './timing-model.ts';
import { fieldTime, instantTyped, typedIn } from './typed-model.ts';

/** The day as planned and as it was: one button per station for now, and a way to correct a time with its reason.
 * @fires scc-charter-change */
export class SccCharterTiming extends LitElement {
  static override styles = [base, controls, fields, surface, charterTimingStyles];
  static override properties = {
    charter: { attribute: false },
    me: { attribute: false },
    may: { type: Boolean },
    correcting: { state: true },
    wrong: { state: true },
  };

  declare charter: Charter | undefined;
  declare me: MeResponse | undefined;
  declare may: boolean;
  /** The station whose time is being corrected. */
  declare correcting: Station | undefined;
  declare wrong: readonly Problem[];

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.may = false;
    this.wrong = [];
  }

  override render(): TemplateResult | typeof nothing {
    const { charter } = this;
    if (charter === undefined) return nothing;
    return html`<section class="card spaced" aria-labelledby="heading">
        <h2 id="heading">Timing</h2>
        <ol>
          ${stations(charter).map((row) => this.#row(row, charter))}
        </ol>
        ${this.correcting === undefined ? refusalView(this.#sender.refused?.problem) : nothing}
      </section>
      <scc-dialog
        ?open=${this.correcting !== undefined}
        heading=${this.correcting === undefined ? '' : `Time of: ${this.correcting.label}`}
        @scc-dialog-closed=${this.#close}
      >
        ${this.correcting === undefined ? nothing : this.#form(this.correcting, charter)}
      </scc-dialog>`;
  }

  #row(row: Station, charter: Charter): TemplateResult {
    return html`<li class=${row.actual === undefined ? (row.next ? 'next' : 'open') : 'done'}>
      <span class="dot" aria-hidden="true"></span>
      <span class="label">${row.label}</span>
      <span class="times num">
        <span class="planned"><span class="visually-hidden">planned </span>${row.planned}</span>
        ${row.actual === undefined ? nothing : html`<span class="actual"><span class="visually-hidden">, was </span>${row.actual}</span>`}
      </span>
      <span class="variance">
        ${row.variance === undefined ? nothing : html`<span class="chip ${row.tone}">${row.variance}</span>`}
        ${row.correction === undefined ? nothing : html`<span class="hint">${row.correction}</span>`}
      </span>
      ${this.may ? this.#button(row, charter) : nothing}
    </li>`;
  }

  #button(row: Station, charter: Charter): TemplateResult {
    if (row.actual === undefined) {
      return html`<button
        class=${row.next ? 'now' : 'now quiet'}
        aria-label="Now: ${row.label}"
        ?disabled=${this.#sender.busy !== undefined}
        @click=${() => void this.#now(row, charter)}
      >
        Now
      </button>`;
    }
    return html`<button class="quiet" aria-label="Correct: ${row.label}" @click=${() => this.#correct(row)}>Correct</button>`;
  }

  #form(row: Station, charter: Charter): TemplateResult {
    const refusal = this.#sender.refusalOf(row.name);
    const about = (field: string) => this.wrong.find((p) => p.field === field)?.message ?? refusal?.about(field);
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, row.name, charter)}>
      ${textField({
        name: 'at',
        label: 'When it happened',
        type: 'datetime-local',
        hint: `On the clock of ${charter.zone}. Planned: ${row.planned}.`,
        value: fieldTime(row.actualAt ?? this.#nowAt(), charter.zone),
        problem: about('at'),
      })}
      ${noteField({
        name: 'correction',
        label: row.actual === undefined ? 'Why it is out of order' : 'Why the time changes',
        problem: about('correction'),
      })}
      ${refusalView(refusal, ['at', 'correction'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Save the time</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  /** Out of order asks for a reason first; the server would refuse it without. */
  async #now(row: Station, charter: Charter): Promise<void> {
    if (this.me === undefined) return;
    if (!isPlain(charter, row.name, this.#nowAt(), this.me)) {
      this.#correct(row);
      return;
    }
    const body = { name: row.name, version: charter.version };
    await this.#sender.send(row.name, { kind: 'milestone', body }, `${row.label} recorded.`);
  }

  async #submit(event: SubmitEvent, name: MilestoneName, charter: Charter): Promise<void> {
    event.preventDefault();
    const typed = typedIn(event.target as HTMLFormElement);
    const at = instantTyped(typed['at'] ?? '', charter.zone);
    const correction = typed['correction'] ?? '';
    this.wrong = [
      ...(at === undefined ? [{ field: 'at', message: 'Enter a day and a time.' }] : []),
      ...(correction === '' ? [{ field: 'correction', message: 'Say why in a few words.' }] : []),
    ];
    if (at === undefined || correction === '') return;
    const body = { name, version: charter.version, at, correction };
    const made = await this.#sender.send(name, { kind: 'milestone', body }, 'Time saved.');
    if (made || this.#sender.refusalOf(name)?.code === 'conflict') this.correcting = undefined;
  }

  #correct(row: Station): void {
    this.wrong = [];
    this.#sender.forget();
    this.correcting = row;
  }

  #nowAt(): Instant {
    return instantOfMs(Date.now());
  }

  readonly #close = (): void => {
    this.correcting = undefined;
  };
}

customElements.define('scc-charter-timing', SccCharterTiming);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-timing': SccCharterTiming;
  }
}
