import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

const view = css`
  .view {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-7) var(--space-4);
    color: var(--ink-soft);
    text-align: center;
  }
  .view h1,
  .view h2 {
    color: var(--ink);
    font-size: var(--text-lg);
  }
  .view p {
    max-width: 34rem;
  }
`;

/** Says that something is on its way. Shown by its owner only when patience has run out. */
export class SccLoading extends LitElement {
  static override styles = [
    base,
    view,
    css`
      .wave {
        display: flex;
        gap: 0.375rem;
      }
      .wave i {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--accent);
        animation: swell 1.2s ease-in-out infinite;
      }
      .wave i:nth-child(2) {
        animation-delay: 0.15s;
      }
      .wave i:nth-child(3) {
        animation-delay: 0.3s;
      }
      @keyframes swell {
        50% {
          transform: translateY(-0.375rem);
          opacity: 0.5;
        }
      }
    `,
  ];
  static override properties = { what: {} };

  /** What is being loaded, as a sentence ends: the charters of May. */
  declare what: string;

  constructor() {
    super();
    this.what = 'this';
  }

  override render(): TemplateResult {
    return html`<div class="view" role="status">
      <span class="wave" aria-hidden="true"><i></i><i></i><i></i></span>
      <p>Loading ${this.what}…</p>
    </div>`;
  }
}

/** Says that there is nothing, and in its slot what one could do about it.
 * @slot - a sentence or a way on */
export class SccEmpty extends LitElement {
  static override styles = [base, view];
  static override properties = { heading: {}, alone: { type: Boolean } };
  declare heading: string;
  /** Whether it is all the page has: then its heading is the page's. */
  declare alone: boolean;

  constructor() {
    super();
    this.heading = '';
    this.alone = false;
  }

  override render(): TemplateResult {
    return html`<div class="view">
      ${heading(this.heading, this.alone)}
      <div><slot></slot></div>
    </div>`;
  }
}

/** Says that something did not work and offers to try again.
 * @fires scc-retry */
export class SccFailed extends LitElement {
  static override styles = [base, controls, view];
  static override properties = { heading: {}, message: {}, reference: {}, alone: { type: Boolean } };
  declare heading: string;
  /** Whether it is all the page has: then its heading is the page's. */
  declare alone: boolean;
  declare message: string;
  /** What to quote when asking for help. */
  declare reference: string | undefined;

  constructor() {
    super();
    this.heading = 'This did not work';
    this.alone = false;
    this.message = '';
  }

  override render(): TemplateResult {
    return html`<div class="view" role="alert">
      ${heading(this.heading, this.alone)}
      <p>${this.message}</p>
      ${this.reference === undefined ? nothing : html`<p class="small">Reference: ${this.reference}</p>`}
      <button @click=${() => this.dispatchEvent(new Event('scc-retry'))}>Try again</button>
    </div>`;
  }
}

function heading(text: string, alone: boolean): TemplateResult {
  return alone ? html`<h1>${text}</h1>` : html`<h2>${text}</h2>`;
}

customElements.define('scc-loading', SccLoading);
customElements.define('scc-empty', SccEmpty);
customElements.define('scc-failed', SccFailed);

declare global {
  interface HTMLElementTagNameMap {
    'scc-loading': SccLoading;
    'scc-empty': SccEmpty;
    'scc-failed': SccFailed;
  }
}
