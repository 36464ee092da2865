import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CharterFile } from '../../../shared/records/charter.ts';
import '../../components/dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { factListStyles } from './fact-list-styles.ts';
import { owesTips, paidLines, paymentChip, priceLines } from './money-model.ts';
import './payment-form.ts';

/** The charter's money: what it costs, what has come in, what is still owed. Figures are sums over the books. */
export class SccCharterMoney extends LitElement {
  static override styles = [base, controls, fields, surface, factListStyles];
  static override properties = { file: { attribute: false }, may: { type: Boolean }, today: {} };

  declare file: CharterFile | undefined;
  /** Whether the person may record payments. */
  declare may: boolean;
  declare today: string | undefined;

  constructor() {
    super();
    this.may = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (file === undefined) return nothing;
    const chip = paymentChip(file);
    return html`<section class="card spaced" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">Money</h2>
        <span class="chip ${chip.tone}">${chip.words}</span>
      </div>
      <dl class="facts">
        ${[...priceLines(file), ...paidLines(file)].map(
          (line) =>
            html`<div class=${line.sum ? 'sum' : nothing}><dt>${line.label}</dt><dd class="num">${line.value}</dd></div>`,
        )}
      </dl>
      ${this.may && owesTips(file) ? html`<p class="small soft">Tips paid out are recorded under <a href="#/records/money">Money of a month</a>.</p>` : nothing}
      ${this.may ? html`<scc-payment-form .charter=${file.charter} .today=${this.today}></scc-payment-form>` : nothing}
    </section>`;
  }
}

customElements.define('scc-charter-money', SccCharterMoney);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-money': SccCharterMoney;
  }
}
