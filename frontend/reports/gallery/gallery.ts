import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { answering } from '../../components/gallery-server.ts';
import { base } from '../../styles/base.ts';
import { answerTo } from './gallery-answers.ts';
import './gallery-pane.ts';

/**
 * Every component in the states it can be in, for whoever works on them: by day on the left, by night on the right, one
 * below the other on a phone. It needs no server: what would be asked of one is answered here.
 */
export class SccGallery extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
      h1 {
        padding: var(--space-4);
        background: var(--paper);
      }
      .day {
        color-scheme: light;
      }
      .night {
        color-scheme: dark;
      }
      @media (min-width: 62rem) {
        :host {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        h1 {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<h1>Gallery</h1>
      <scc-gallery-pane class="day"></scc-gallery-pane>
      <scc-gallery-pane class="night"></scc-gallery-pane>`;
  }
}

answering(answerTo);

customElements.define('scc-gallery', SccGallery);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery': SccGallery;
  }
}
