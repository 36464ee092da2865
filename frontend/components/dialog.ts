import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { cross } from './icons.ts';

/**
 * A native dialog with a heading and a way out. On a phone it rises from the bottom, where the thumb is.
 * @slot - what it asks
 * @fires scc-dialog-closed - it was closed, by whichever way
 */
export class SccDialog extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(34rem, 100vw);
        max-width: none;
        max-height: min(92dvh, 56rem);
        margin: auto auto 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius-lg) var(--radius-lg) 0 0;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-2);
        overflow: auto;
        overscroll-behavior: contain;
      }
      dialog::backdrop {
        background: var(--scrim);
      }
      .head {
        position: sticky;
        z-index: 1;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-3) var(--space-2) var(--space-5);
        background: var(--surface);
      }
      .body {
        padding: var(--space-1) var(--space-5) max(var(--space-5), env(safe-area-inset-bottom));
      }
      h2 {
        font-size: var(--text-xl);
      }
      @media (min-width: 40rem) {
        dialog {
          margin: auto;
          border-radius: var(--radius-lg);
        }
      }
    `,
  ];
  static override properties = { open: { type: Boolean }, heading: {} };
  declare open: boolean;
  declare heading: string;

  constructor() {
    super();
    this.open = false;
    this.heading = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('open')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.open && dialog?.open === false) dialog.showModal();
    if (!this.open && dialog?.open === true) dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet icon" aria-label="Close" @click=${this.#close}>
          ${cross}
        </button>
      </div>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }

  readonly #close = (): void => {
    this.renderRoot.querySelector('dialog')?.close();
  };

  readonly #closed = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('scc-dialog-closed'));
  };
}

customElements.define('scc-dialog', SccDialog);

declare global {
  interface HTMLElementTagNameMap {
    'scc-dialog': SccDialog;
  }
}
