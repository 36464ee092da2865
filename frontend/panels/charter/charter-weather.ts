import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Charter } from '../../../shared/records/charter.ts';
import { zonedTime } from '../../components/clock.ts';
import { textField } from '../../components/field.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** The weather decision: go or no go, on which forecast, by whom.
 * @fires scc-charter-change */
export class SccCharterWeather extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    surface,
    css`
      .decision {
        display: grid;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
      }
      .choices {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
    `,
  ];
  static override properties = { charter: { attribute: false }, may: { type: Boolean }, open: { state: true } };

  declare charter: Charter | undefined;
  declare may: boolean;
  declare open: boolean;

  readonly #sender = new ChangeSender(this);

  constructor() {
    super();
    this.may = false;
    this.open = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { charter } = this;
    if (charter === undefined || (!this.may && charter.weather === undefined)) return nothing;
    return html`<section class="card spaced" aria-labelledby="heading">
        <h2 id="heading">Weather</h2>
        ${this.#decision(charter)}
        ${this.may ? html`<button @click=${this.#ask}>${charter.weather === undefined ? 'Decide…' : 'Decide again…'}</button>` : nothing}
      </section>
      <scc-dialog ?open=${this.open} heading="Weather decision" @scc-dialog-closed=${this.#close}>
        ${this.open ? this.#form(charter) : nothing}
      </scc-dialog>`;
  }

  #decision({ weather, zone }: Charter): TemplateResult {
    if (weather === undefined) return html`<p class="decision soft">No decision is recorded yet.</p>`;
    return html`<div class="decision">
      <span><span class="chip ${weather.go ? 'good' : 'bad'}">${weather.go ? 'Go' : 'No go'}</span></span>
      <p>${weather.forecast}</p>
      <p class="small soft">${weather.by}, ${zonedTime(weather.at, zone)}</p>
    </div>`;
  }

  #form(charter: Charter): TemplateResult {
    const refusal = this.#sender.refusalOf('weather');
    return html`<form @submit=${(event: SubmitEvent) => void this.#submit(event, charter)}>
      <fieldset>
        <legend>Decision</legend>
        <div class="choices">
          <label class="choice"><input type="radio" name="go" value="yes" required /><span>Go</span></label>
          <label class="choice"><input type="radio" name="go" value="no" required /><span>No go</span></label>
        </div>
      </fieldset>
      ${textField({ name: 'forecast', label: 'Forecast', hint: 'Wind, sea and warnings, as read now.', problem: refusal?.about('forecast') })}
      ${refusalView(refusal, ['forecast'])}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sender.busy !== undefined}>Record</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  async #submit(event: SubmitEvent, charter: Charter): Promise<void> {
    event.preventDefault();
    const { go, forecast = '' } = typedIn(event.target as HTMLFormElement);
    const body = { go: go === 'yes', forecast, version: charter.version };
    const made = await this.#sender.send('weather', { kind: 'weather', body }, 'Weather decision recorded.');
    if (made || this.#sender.refusalOf('weather')?.code === 'conflict') this.open = false;
  }

  readonly #ask = (): void => {
    this.#sender.forget();
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };
}

customElements.define('scc-charter-weather', SccCharterWeather);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-weather': SccCharterWeather;
  }
}
