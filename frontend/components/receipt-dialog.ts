import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { Figure } from '../../shared/reports/document/report-document.ts';
import './dialog.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';
import { receiptLines } from './receipt.ts';

/** The figure somebody asks about, as they see it and where it stands. */
interface Asked {
  readonly figure: Figure;
  readonly text: string;
  readonly about: string;
}

/** A figure among others as a button that opens its receipt. */
export function receiptButton(text: string, figure: Figure, about: string): TemplateResult {
  const ask = (event: Event): void => {
    const detail: Asked = { figure, text, about };
    event.target?.dispatchEvent(new CustomEvent('scc-receipt-opened', { detail, bubbles: true, composed: true }));
  };
  return html`<button class="told" aria-haspopup="dialog" @click=${ask}>${text}<span class="visually-hidden">, receipt</span></button>`;
}

/** Shows the receipt of whichever figure inside the host is asked about. */
export class ReceiptDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #asked: Asked | undefined;
  #open = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('scc-receipt-opened', this.#show);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('scc-receipt-opened', this.#show);
  }

  /** The dialog, closed until somebody asks. It follows the figure's definition when that comes later. */
  view(definitionOf: DefinitionOf): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (asked === undefined) return nothing;
    const receipt = receiptOf(asked.figure, definitionOf);
    return html`<scc-dialog heading=${receipt?.definition?.title ?? asked.about} ?open=${this.#open} @scc-dialog-closed=${this.#closed}>
      <div class="slip">
        <p class="asked num">${asked.text}</p>
        <p class="soft small">${asked.about}</p>
        ${receipt === undefined ? nothing : receiptLines(receipt)}
        ${asked.figure.cell.kind === 'unknown' ? html`<p class="small">To see it, record ${asked.figure.cell.missing.join(', ')}.</p>` : nothing}
      </div>
    </scc-dialog>`;
  }

  readonly #show = (event: Event): void => {
    const { detail } = event as CustomEvent<Asked | undefined>;
    if (detail === undefined || detail === null) return; // a headline figure shows its own
    this.#asked = detail;
    this.#open = true;
    this.#host.requestUpdate();
  };

  readonly #closed = (): void => {
    this.#open = false;
    this.#host.requestUpdate();
  };
}

/** A figure one can ask about looks like a figure: only under the pointer or the focus like something to press. */
export const receiptDialogStyles = css`
  .told {
    position: relative; /* keeps its hidden words inside the frame that scrolls */
    min-height: 1.5rem;
    margin: -0.25rem -0.375rem;
    padding: 0.25rem 0.375rem;
    border: 0;
    border-radius: var(--radius-sm);
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .told:hover {
    background: var(--accent-soft);
    color: var(--accent-text);
  }
  .slip .asked {
    font-size: var(--text-2xl);
    font-weight: 640;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .slip > dl {
    margin-top: var(--space-3);
  }
`;
