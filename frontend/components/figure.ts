import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { KeyFigure } from '../../shared/reports/document/report-document.ts';
import { certaintyMark, formatCell, formatFigure } from '../../shared/reports/render/format.ts';
import { TREND_SIGNS } from '../../shared/reports/render/wording.ts';
import { base } from '../styles/base.ts';
import { sentence } from './document-sentence.ts';
import { stateText } from './figure-model.ts';
import { figureStyles } from './figure-styles.ts';
import { slip } from './icons.ts';
import { askForReceipt } from './receipt-request.ts';

/** A headline figure: its label, what it is held against, how it stands in words; the card itself opens its receipt.
 * @fires scc-receipt-opened - somebody asks where the figure comes from */
export class SccFigure extends LitElement {
  static override styles = [base, figureStyles];
  static override properties = { of: { attribute: false }, told: { type: Boolean } };

  declare of: KeyFigure | undefined;
  /** Whether there is a receipt to open. */
  declare told: boolean;

  constructor() {
    super();
    this.told = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { of } = this;
    if (of === undefined) return nothing;
    const words = stateText(of);
    return html`${this.#label(of)}
      ${valueView(of)}
      ${
        of.against === undefined
          ? nothing
          : html`<span class="against num">${of.against.label} ${againstView(of.against.figure)}</span>`
      }
      ${of.trend === undefined ? nothing : trendView(of.trend)}
      ${
        words === ''
          ? nothing
          : html`<span class="state ${of.state}"><span aria-hidden="true">${SIGNS[of.state]}</span><span class="words">${words}</span></span>`
      }`;
  }

  /** The label is the button; its reach is the card. */
  #label(of: KeyFigure): TemplateResult {
    if (!this.told) return html`<span class="label">${of.label}</span>`;
    return html`<button class="label" aria-haspopup="dialog" @click=${this.#ask}>
      <span>${of.label}</span><span class="visually-hidden">, receipt</span><span class="slip">${slip}</span>
    </button>`;
  }

  readonly #ask = (event: Event): void => {
    const { of } = this;
    if (of === undefined) return;
    const { label: about, figure, against } = of;
    askForReceipt(event, {
      figure,
      about,
      text: formatFigure(figure, 'table'),
      ...(against === undefined ? {} : { against }),
    });
  };
}

/** The figure, and small behind it how it is known. */
function valueView({ figure }: KeyFigure): TemplateResult {
  const mark = certaintyMark(figure);
  return html`<span class="value num ${figure.cell.kind === 'unknown' ? 'unknown' : ''}">${formatCell(figure.cell, 'table')}${
    mark === '' ? nothing : html` <small>${mark}</small>`
  }</span>`;
}

/** What a figure is held against, on one line with itself; half a phone is too narrow for a day and its mark. */
function againstView(figure: KeyFigure['figure']): TemplateResult {
  const mark = certaintyMark(figure);
  const kind = figure.cell.kind === 'unknown' ? nothing : 'whole';
  return html`<span class=${kind}>${formatCell(figure.cell, 'table')}</span>${mark === '' ? nothing : ` ${mark}`}`;
}

/** Which way it goes: a sign for the eye, words for everyone. */
function trendView({ direction, spans }: NonNullable<KeyFigure['trend']>): TemplateResult {
  const sign = TREND_SIGNS[direction];
  return html`<span class="trend num">${
    sign === '' ? nothing : html`<span class="way" aria-hidden="true">${sign}</span>`
  }<span>${sentence(spans)}</span></span>`;
}

const SIGNS: Readonly<Record<KeyFigure['state'], string>> = { good: '●', bad: '▲', neutral: '', unknown: '?' };

customElements.define('scc-figure', SccFigure);

declare global {
  interface HTMLElementTagNameMap {
    'scc-figure': SccFigure;
  }
}
