import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { KeyFigure } from '../../shared/reports/document/report-document.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { TREND_SIGNS } from '../../shared/reports/render/wording.ts';
import { base } from '../styles/base.ts';
import { sentence } from './document-sentence.ts';
import type { Receipt } from './figure-model.ts';
import { stateText } from './figure-model.ts';
import { receiptStyles, receiptView } from './receipt.ts';

/** A headline figure: its label, what it is held against, how it stands in words, and one tap away where it comes from.
 * @fires scc-receipt-opened - somebody asks where the figure comes from */
export class SccFigure extends LitElement {
  static override styles = [
    base,
    receiptStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-1);
        padding: var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-lg);
        background: var(--surface);
        box-shadow: var(--shadow-1);
        container-type: inline-size;
      }
      .label {
        color: var(--ink-soft);
        font-size: var(--text-sm);
        font-weight: 550;
      }
      .value {
        font-size: clamp(1.375rem, 11cqi, 1.875rem);
        font-weight: 640;
        line-height: 1.15;
        letter-spacing: -0.02em;
        overflow-wrap: anywhere;
      }
      .value.unknown {
        color: var(--ink-faint);
        font-weight: 500;
        font-style: italic;
      }
      .against {
        color: var(--ink-soft);
        font-size: var(--text-sm);
      }
      .trend {
        display: flex;
        gap: 0.35em;
        color: var(--ink-soft);
        font-size: var(--text-sm);
      }
      .way {
        color: var(--ink-faint);
      }
      .state {
        display: flex;
        align-items: baseline;
        gap: 0.4em;
        color: var(--ink-soft);
        font-size: var(--text-sm);
        font-weight: 550;
      }
      .state.unknown {
        font-weight: 450;
      }
      .state.good {
        color: var(--good);
      }
      .state.bad {
        color: var(--bad);
      }
      .receipt {
        margin-top: auto;
        padding-top: var(--space-1);
      }
    `,
  ];
  static override properties = { of: { attribute: false }, receipt: { attribute: false } };

  /** An open receipt takes the whole row: its neighbours keep their height. */
  readonly #turned = {
    capture: true,
    handleEvent: (event: Event): void => {
      const { open } = event.target as HTMLDetailsElement;
      this.toggleAttribute('open', open);
      if (open) this.dispatchEvent(new Event('scc-receipt-opened', { bubbles: true, composed: true }));
    },
  };

  declare of: KeyFigure | undefined;
  declare receipt: Receipt | undefined;

  override render(): TemplateResult | typeof nothing {
    const { of } = this;
    if (of === undefined) return nothing;
    const words = stateText(of);
    return html`<span class="label" id="label">${of.label}</span>
      <span class="value num ${of.figure.cell.kind === 'unknown' ? 'unknown' : ''}">${formatFigure(of.figure, 'table')}</span>
      ${
        of.against === undefined
          ? nothing
          : html`<span class="against num">${of.against.label} ${formatFigure(of.against.figure, 'table')}</span>`
      }
      ${of.trend === undefined ? nothing : trendView(of.trend)}
      ${words === '' ? nothing : html`<span class="state ${of.state}"><span aria-hidden="true">${SIGNS[of.state]}</span>${words}</span>`}
      ${this.receipt === undefined ? nothing : html`<div class="receipt" @toggle=${this.#turned}>${receiptView(this.receipt, of.label)}</div>`}`;
  }
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
