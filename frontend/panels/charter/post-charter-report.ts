import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { Charter } from '../../../shared/records/charter.ts';
import { noteField, textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import { factListStyles } from './fact-list-styles.ts';
import { isReportTime, POST_CHARTER_FIELDS, postCharterBodyOf, reportLines } from './post-charter-model.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** The captain's report after the trip.
 * @fires scc-charter-change */
export class SccPostCharterReport extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    surface,
    factListStyles,
    css`
      .card > button {
        margin-top: var(--space-3);
      }
    `,
  ];
  static override properties = {
    charter: { attribute: false },
    may: { type: Boolean },
    open: { state: true },
    wrong: { state: true },
  };

  declare charter: Charter | undefined;
  declare may: boolean;
  declare open: boolean;
  declare wrong: readonly Problem[];

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.may = false;
    this.open = false;
    this.wrong = [];
  }

  override render(): TemplateResult | typeof nothing {
    const { charter } = this;
    if (charter === undefined) return nothing;
    const report = charter.postCharterReport;
    const asks = this.may && isReportTime(charter);
    if (report === undefined && !asks) return nothing;
    return html`<section class="card spaced" aria-labelledby="heading">
        <h2 id="heading">Captain's report</h2>
        ${
          report === undefined
            ? html`<p class="soft">The boat is back. Two minutes now save a phone call later.</p>`
            : html`<dl class="facts">
              ${reportLines(report).map(([label, value]) => html`<div><dt>${label}</dt><dd class="num">${value}</dd></div>`)}
            </dl>`
        }
        ${asks ? html`<button class=${report === undefined ? 'primary' : ''} @click=${this.#ask}>${report === undefined ? 'Write the report' : 'Write it again'}</button>` : nothing}
      </section>
      <scc-dialog ?open=${this.open} heading="Captain's report" @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form(charter) : nothing}
      </scc-dialog>`;
  }

  #form(charter: Charter): TemplateResult {
    const refusal = this.#sender.refusalOf('report');
    const about = (field: string) => this.wrong.find((p) => p.field === field)?.message ?? refusal?.about(field);
    const number = (name: string, label: string) =>
      textField({ name, label, type: 'number', inputmode: 'numeric', min: '0', problem: about(name) });
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, charter)}>
      <div class="pair">
        ${number('engineHoursStart', 'Engine hours, start')} ${number('engineHoursEnd', 'Engine hours, end')}
      </div>
      <div class="pair">
        ${number('fuelAddedGallons', 'Fuel added, gallons')}
        ${textField({ name: 'seaState', label: 'Sea', hint: 'Such as calm, 1 ft swell.', problem: about('seaState') })}
      </div>
      <label class="choice"><input type="checkbox" name="incident" value="yes" /><span>There was an incident</span></label>
      ${noteField({ name: 'damage', label: 'Damage', required: false, problem: about('damage') })}
      ${noteField({ name: 'guestFeedback', label: 'What guests said', required: false, problem: about('guestFeedback') })}
      ${noteField({ name: 'lessons', label: 'What to do better', required: false, problem: about('lessons') })}
      ${refusalView(refusal, POST_CHARTER_FIELDS)}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Submit the report</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  async #submit(event: SubmitEvent, charter: Charter): Promise<void> {
    event.preventDefault();
    const read = postCharterBodyOf(charter, typedIn(event.target as HTMLFormElement));
    this.wrong = read.ok ? [] : read.problems;
    if (!read.ok) return;
    const made = await this.#sender.send('report', { kind: 'post-charter', body: read.body }, 'Report submitted.');
    if (made || this.#sender.refusalOf('report')?.code === 'conflict') this.open = false;
  }

  readonly #ask = (): void => {
    this.wrong = [];
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-post-charter-report', SccPostCharterReport);

declare global {
  interface HTMLElementTagNameMap {
    'scc-post-charter-report': SccPostCharterReport;
  }
}
