import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { listed } from '../../shared/kernel/listed.ts';
import { gathered } from '../../shared/kernel/missing.ts';
import type { Figure, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { formatFigure } from '../../shared/reports/render/format.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';
import './dialog.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';
import { receiptLines } from './receipt.ts';
import type { AskedFigure } from './receipt-request.ts';
import { askForReceipt } from './receipt-request.ts';

/** A figure among others as a button that opens its receipt. */
export function receiptButton(text: string, figure: Figure, about: string): TemplateResult {
  const ask = (event: Event): void => askForReceipt(event, { figure, text, about });
  return html`<button class="told" aria-haspopup="dialog" @click=${ask}>${text}<span class="visually-hidden">, receipt</span></button>`;
}

/**
 * A figure within a sentence that opens its receipt. A native button would be a box of its own that tears the sentence
 * apart at the end of a line, so these are words with a button's role and keys.
 */
export function spokenReceipt(text: string, figure: Figure, about: string, kind: string): TemplateResult {
  const ask = (event: Event): void => askForReceipt(event, { figure, text, about });
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    ask(event);
  };
  return html`<span
    class="spoken ${kind}"
    role="button"
    tabindex="0"
    aria-haspopup="dialog"
    aria-label="${text}, receipt"
    @click=${ask}
    @keydown=${key}
    >${text}</span>`;
}

/** Shows the receipt of whichever figure inside the host is asked about. */
export class ReceiptDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #asked: AskedFigure | undefined;
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
  view(definitionOf: DefinitionOf, { asOf, zone, scope }: ReportDocument): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (asked === undefined) return nothing;
    const { figure, text, about, against } = asked;
    const until = formatInstant(asOf, zone);
    const receipt = receiptOf(figure, definitionOf);
    return html`<scc-dialog heading=${receipt?.definition?.title ?? about} ?open=${this.#open} @scc-dialog-closed=${this.#closed}>
      <div class="slip">
        <p class="asked num">${text}</p>
        <p class="soft small">${about}</p>
        ${receipt === undefined ? nothing : receiptLines(receipt, scope, until)}
        ${figure.cell.kind === 'unknown' ? html`<p class="small">To see it, record ${listed(gathered(figure.cell.missing))}.</p>` : nothing}
        ${against === undefined ? nothing : heldAgainst(against, definitionOf, scope, until)}
      </div>
    </scc-dialog>`;
  }

  readonly #show = (event: Event): void => {
    this.#asked = (event as CustomEvent<AskedFigure>).detail;
    this.#open = true;
    this.#host.requestUpdate();
  };

  readonly #closed = (): void => {
    this.#open = false;
    this.#host.requestUpdate();
  };
}

function heldAgainst(
  { label, figure }: NonNullable<AskedFigure['against']>,
  definitionOf: DefinitionOf,
  scope: ReportDocument['scope'],
  until: string,
): TemplateResult | typeof nothing {
  const receipt = receiptOf(figure, definitionOf);
  if (receipt === undefined) return nothing;
  return html`<h3 class="num">Held against: ${label} ${formatFigure(figure, 'table')}</h3>
    ${receiptLines(receipt, scope, until)}`;
}

/** A figure one can ask about looks like a figure: only under the pointer or the focus like something to press. */
export const toldStyles = css`
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
  @media (pointer: coarse) {
    .told {
      min-height: var(--touch);
      margin-block: -0.75rem;
      padding-block: 0.75rem;
    }
  }
  /* In a sentence a dotted line is all that shows, and only under the pointer or the focus; a finger sees it faintly. */
  .spoken {
    padding-block: 0.25rem;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .spoken:is(:hover, :focus-visible) {
    color: var(--accent-text);
    text-decoration: underline dotted;
  }
  @media (hover: none) {
    .spoken {
      padding-block: 0.5rem;
      text-decoration: underline dotted 1px var(--line-strong);
    }
  }
`;

/** What stands in the dialog. */
export const receiptDialogStyles = css`
  .slip .asked {
    font-size: var(--text-2xl);
    font-weight: 640;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
`;
