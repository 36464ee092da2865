import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import '../components/state-views.ts';
import { base } from '../styles/base.ts';
import './compare-page.ts';
import './issue-page.ts';
import './library-page.ts';
import './reports-home.ts';
import { reportsPlaceOf } from './route-model.ts';
import './run-page.ts';
import './run-progress.ts';

/** The reports tab: the one element the rest of the app knows. It shows whatever its route names. */
export class SccReportsPanel extends LitElement {
  static override styles = [base];
  static override properties = { route: {}, me: { attribute: false } };

  /** The address behind #/reports/, or progress/<run key> inside another page. */
  declare route: string;
  declare me: MeResponse | undefined;

  constructor() {
    super();
    this.route = '';
  }

  override render(): TemplateResult {
    const place = reportsPlaceOf(this.route);
    const company = this.me?.company ?? '';
    const zone = this.me?.zone ?? 'UTC';
    switch (place.at) {
      case 'home':
        return html`<scc-reports-home .me=${this.me}></scc-reports-home>`;
      case 'run':
        return html`<scc-run-page .runKey=${place.runKey} .zone=${zone} .userId=${this.me?.userId ?? ''}></scc-run-page>`;
      case 'progress':
        return html`<scc-run-progress .runKey=${place.runKey} .zone=${zone}></scc-run-progress>`;
      case 'issue':
        return html`<scc-issue-page .issue=${place.issue} .company=${company}></scc-issue-page>`;
      case 'library':
        return html`<scc-library-page .filter=${place.filter} .zone=${zone}></scc-library-page>`;
      case 'compare':
        return html`<scc-compare-page .left=${place.left} .right=${place.right}></scc-compare-page>`;
      case 'nowhere':
        return html`<scc-empty heading="There is no report at this address"><a href="#/reports">Go to the reports</a></scc-empty>`;
    }
  }
}

customElements.define('scc-reports-panel', SccReportsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-reports-panel': SccReportsPanel;
  }
}
