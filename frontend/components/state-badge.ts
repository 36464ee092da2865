import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { base } from '../styles/base.ts';
import { surface } from '../styles/surface.ts';
import { badgeOf } from './state-badge-model.ts';

/** A charter's state in a word, with a colour for those who see it. */
export class SccStateBadge extends LitElement {
  static override styles = [
    base,
    surface,
    css`
      :host {
        display: inline-block;
      }
      .chip::before {
        content: '';
        width: 0.4375rem;
        height: 0.4375rem;
        border-radius: 50%;
        background: currentColor;
      }
      .chip.plain::before {
        background: transparent;
        box-shadow: inset 0 0 0 1.5px currentColor;
      }
    `,
  ];
  static override properties = { state: {} };
  declare state: Lifecycle | undefined;

  override render(): TemplateResult | typeof nothing {
    if (this.state === undefined) return nothing;
    const { label, tone } = badgeOf(this.state);
    return html`<span class="chip ${tone}">${label}</span>`;
  }
}

customElements.define('scc-state-badge', SccStateBadge);

declare global {
  interface HTMLElementTagNameMap {
    'scc-state-badge': SccStateBadge;
  }
}
