import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Problem } from '../../shared/kernel/fault.ts';
import { base } from '../styles/base.ts';
import { reasonLines } from './problem-list-model.ts';

/** Every reason why something was, or would be, refused: what it is about and what to do. */
export class SccProblemList extends LitElement {
  static override styles = [
    base,
    css`
      .box {
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--warn-line);
        border-radius: var(--radius-md);
        background: var(--warn-soft);
      }
      :host([tone='bad']) .box {
        border-color: var(--bad-line);
        background: var(--bad-soft);
      }
      p {
        color: var(--warn);
        font-weight: 600;
      }
      :host([tone='bad']) p {
        color: var(--bad);
      }
      ul {
        display: grid;
        gap: var(--space-1);
      }
      p + ul {
        margin-top: var(--space-2);
      }
      li {
        position: relative;
        padding-left: 1.125rem;
      }
      li::before {
        content: '';
        position: absolute;
        left: 0.125rem;
        top: 0.5625em;
        width: 0.4375rem;
        height: 0.4375rem;
        border-radius: 50%;
        background: var(--warn-line);
      }
      :host([tone='bad']) li::before {
        background: var(--bad-line);
      }
      .about {
        font-weight: 600;
      }
    `,
  ];
  static override properties = { problems: { attribute: false }, heading: {}, tone: { reflect: true } };

  declare problems: readonly Problem[];
  declare heading: string;
  /** `warn` for what still stands in the way, `bad` for what was refused. */
  declare tone: 'warn' | 'bad';

  constructor() {
    super();
    this.problems = [];
    this.heading = '';
    this.tone = 'warn';
  }

  override render(): TemplateResult | typeof nothing {
    const lines = reasonLines(this.problems);
    if (lines.length === 0 && this.heading === '') return nothing;
    return html`<div class="box" role=${this.tone === 'bad' ? 'alert' : nothing}>
      ${this.heading === '' ? nothing : html`<p>${this.heading}</p>`}
      ${
        lines.length === 0
          ? nothing
          : html`<ul>
            ${lines.map(
              (line) =>
                html`<li>${line.about === undefined ? nothing : html`<span class="about">${line.about}:</span> `}${line.message}</li>`,
            )}
          </ul>`
      }
    </div>`;
  }
}

customElements.define('scc-problem-list', SccProblemList);

declare global {
  interface HTMLElementTagNameMap {
    'scc-problem-list': SccProblemList;
  }
}
