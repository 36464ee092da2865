import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { base } from '../styles/base.ts';
import { contentsStyles } from './contents-styles.ts';
import { foldStyles } from './fold-styles.ts';
import { WideScreen } from './wide-screen.ts';

/** A section as the contents list it. */
export interface ContentsLine {
  readonly id: string;
  readonly heading: string;
  /** Its address, for whoever wants to keep or send it. */
  readonly href: string;
}

/** The contents of a long report, the section being read marked: a list beside it on a desk, folded above it on a phone.
 * @fires scc-section-chosen - somebody goes to a section */
export class SccContents extends LitElement {
  static override styles = [base, foldStyles, contentsStyles];
  static override properties = { lines: { attribute: false }, current: {} };

  declare lines: readonly ContentsLine[];
  /** The section that is read. */
  declare current: string | undefined;

  readonly #wide = new WideScreen(this, '(min-width: 72rem)');

  constructor() {
    super();
    this.lines = [];
  }

  override render(): TemplateResult {
    return html`<nav aria-label="Contents">${this.#wide.matches ? this.#beside() : this.#folded()}</nav>`;
  }

  #beside(): TemplateResult {
    return html`<p class="heading" aria-hidden="true">Contents</p>
      ${this.#list()}`;
  }

  #folded(): TemplateResult {
    const here = this.lines.find(({ id }) => id === this.current)?.heading;
    return html`<details @keydown=${this.#key} @focusout=${this.#left}>
      <summary>Contents${here === undefined ? nothing : html`<span class="here">${here}</span>`}</summary>
      ${this.#list()}
    </details>`;
  }

  #list(): TemplateResult {
    return html`<ol>
      ${this.lines.map(
        ({ id, heading, href }) => html`<li>
          <a href=${href} aria-current=${id === this.current ? 'location' : nothing} @click=${(event: MouseEvent) => this.#choose(event, id)}
            >${heading}</a>
        </li>`,
      )}
    </ol>`;
  }

  /** A plain press goes there; one that wants another tab is the browser's. */
  #choose(event: MouseEvent, id: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#close();
    this.dispatchEvent(new CustomEvent('scc-section-chosen', { detail: id }));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    this.#close();
    this.renderRoot.querySelector('summary')?.focus();
  };

  /** The list lies over the report: it does not stay there when one has gone on. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget)) this.#close();
  };

  #close(): void {
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }
}

customElements.define('scc-contents', SccContents);

declare global {
  interface HTMLElementTagNameMap {
    'scc-contents': SccContents;
  }
}
