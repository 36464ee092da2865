import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { base } from '../../styles/base.ts';
import '../charter/charter-checklist.ts';
import '../charter/charter-crew.ts';
import '../charter/charter-guests.ts';
import '../charter/charter-money.ts';
import '../charter/charter-weather.ts';
import { FILE } from './charter-sample.ts';

/** The parts of a charter's page in the gallery: for somebody who may change them, then for somebody who may only look. */
export class SccGalleryCharter extends LitElement {
  static override styles = [base];

  override render(): TemplateResult {
    const { charter, checklist, guests, slots } = FILE;
    return html`${[true, false].map(
      (may) => html`<scc-charter-guests .charter=${charter} .guests=${guests} ?may=${may}></scc-charter-guests>
        <scc-charter-weather .charter=${charter} ?may=${may}></scc-charter-weather>
        <scc-charter-money .file=${FILE} ?may=${may} .today=${charter.sailsOn}></scc-charter-money>
        <scc-charter-checklist .items=${checklist} ?may=${may}></scc-charter-checklist>`,
    )}<scc-charter-crew .slots=${slots}></scc-charter-crew>`;
  }
}

customElements.define('scc-gallery-charter', SccGalleryCharter);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery-charter': SccGalleryCharter;
  }
}
