import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

/**
 * A button that discloses further choices below it. Closes on Escape, on a choice, and when attention goes elsewhere.
 * @slot face - what the button shows, and is called
 * @slot - the choices, ordinary buttons and links
 */
export class SccMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .face {
        min-width: var(--touch);
      }
      :host([plain]) .face {
        padding: 0.25rem;
        border-color: transparent;
        background: transparent;
        color: inherit;
      }
      .list {
        position: absolute;
        z-index: 12;
        top: calc(100% + 0.25rem);
        right: 0;
        min-width: 14rem;
        max-width: min(22rem, calc(100vw - 2rem));
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-md);
        background: var(--surface);
        box-shadow: var(--shadow-2);
        display: grid;
        gap: var(--space-1);
      }
      :host([align='left']) .list {
        right: auto;
        left: 0;
      }
    `,
  ];
  static override properties = { open: { state: true } };

  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.#left);
    this.addEventListener('keydown', this.#key);
    document.addEventListener('pointerdown', this.#outside);
  }

  override disconnectedCallback(): void {
    this.removeEventListener('focusout', this.#left);
    this.removeEventListener('keydown', this.#key);
    document.removeEventListener('pointerdown', this.#outside);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`<button
        class="face"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="list"
        @click=${this.#turn}
      >
        <slot name="face"></slot>
      </button>
      <div id="list" class="list" ?hidden=${!this.open} @click=${this.#chosen}><slot></slot></div>`;
  }

  /** The list hangs from the side of the button that is nearer to the middle of the screen, so that it has room. */
  readonly #turn = (): void => {
    const { left, right } = this.getBoundingClientRect();
    this.setAttribute('align', left + right < window.innerWidth ? 'left' : 'right');
    this.open = !this.open;
  };

  readonly #chosen = (): void => {
    this.open = false;
  };

  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.contains(to) && to !== this) this.open = false;
  };

  readonly #outside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };
}

customElements.define('scc-menu', SccMenu);

declare global {
  interface HTMLElementTagNameMap {
    'scc-menu': SccMenu;
  }
}
