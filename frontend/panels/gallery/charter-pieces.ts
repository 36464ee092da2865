import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { base } from '../../styles/base.ts';
import '../charter/charter-checklist.ts';
import '../charter/charter-crew.ts';
import '../charter/charter-guests.ts';
import { charterHead, charterHeadStyles } from '../charter/charter-head.ts';
import '../charter/charter-money.ts';
import '../charter/charter-moves.ts';
import '../charter/charter-timing.ts';
import '../charter/charter-weather.ts';
import '../charter/post-charter-report.ts';
import { BEFORE, CLOSED, FILE, UNDER_WAY } from './charter-sample.ts';

/** The parts of a charter’s page in the gallery: for somebody who may change them, then for somebody who may only look. */
export class SccGalleryCharter extends LitElement {
  static override styles = [base, charterHeadStyles];

  override render(): TemplateResult {
    return html`${[BEFORE, UNDER_WAY, CLOSED].map(
      (answer) => html`${charterHead(answer)}
        <scc-charter-moves .answer=${answer} mayMove mayOverride></scc-charter-moves>
        <scc-charter-timing .charter=${answer.file.charter} may></scc-charter-timing>
        <scc-post-charter-report .charter=${answer.file.charter} may></scc-post-charter-report>`,
    )}
    <scc-charter-timing .charter=${UNDER_WAY.file.charter}></scc-charter-timing>
    ${[true, false].map((may) => this.#parts(may))}
    <scc-charter-weather .charter=${UNDER_WAY.file.charter} may></scc-charter-weather>
    <scc-charter-guests .charter=${FILE.charter} .guests=${[]} may></scc-charter-guests>
    <scc-charter-crew .slots=${FILE.slots}></scc-charter-crew>
    <scc-charter-crew .slots=${[]}></scc-charter-crew>`;
  }

  #parts(may: boolean): TemplateResult {
    const { charter, checklist, guests } = FILE;
    return html`<scc-charter-guests .charter=${charter} .guests=${guests} ?may=${may}></scc-charter-guests>
      <scc-charter-weather .charter=${charter} ?may=${may}></scc-charter-weather>
      <scc-charter-money .file=${FILE} ?may=${may} .today=${charter.sailsOn}></scc-charter-money>
      <scc-charter-checklist .items=${checklist} ?may=${may}></scc-charter-checklist>`;
  }
}

customElements.define('scc-gallery-charter', SccGalleryCharter);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery-charter': SccGalleryCharter;
  }
}
