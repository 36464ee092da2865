import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import '../components/state-views.ts';
import { base } from '../styles/base.ts';
import './reports-home.ts';
import { reportsPlaceOf } from './route-model.ts';

/** The reports tab: the one element the rest of the app knows. It shows whatever its route names. */
export class SccReportsPanel extends LitElement {
  static override styles = [base];
  static override properties = { route: {}, me: { attribute: false }, unreachable: { state: true } };

  /** The address behind #/reports/, or progress/<run key> inside another page. */
  declare route: string;
  declare me: MeResponse | undefined;
  /** Whether the pages behind the first one could not be loaded. */
  declare unreachable: boolean;

  #pages: Promise<unknown> | undefined;

  constructor() {
    super();
    this.route = '';
    this.unreachable = false;
  }

  protected override willUpdate(): void {
    if (reportsPlaceOf(this.route).at !== 'home') this.#load();
  }

  #load(): void {
    this.#pages ??= import('./report-pages.ts').catch(() => {
      this.unreachable = true;
    });
  }

  readonly #again = (event: Event): void => {
    event.stopPropagation();
    this.#pages = undefined;
    this.unreachable = false;
  };

  override render(): TemplateResult {
    const place = reportsPlaceOf(this.route);
    if (this.unreachable && place.at !== 'home') {
      return html`<scc-failed
        alone
        heading="This page could not be loaded"
        message="Check your connection, or reload: there may be a newer version of the app."
        @scc-retry=${this.#again}
      ></scc-failed>`;
    }
    const company = this.me?.company ?? '';
    const zone = this.me?.zone ?? 'UTC';
    switch (place.at) {
      case 'home':
        return html`<scc-reports-home .me=${this.me}></scc-reports-home>`;
      case 'run':
        return html`<scc-run-page
          .runKey=${place.runKey}
          .zone=${zone}
          .userId=${this.me?.userId ?? ''}
          ?mayDecide=${this.me?.actions.includes('delivery.decide') === true}
        ></scc-run-page>`;
      case 'progress':
        return html`<scc-run-progress .runKey=${place.runKey} .zone=${zone}></scc-run-progress>`;
      case 'issue':
        return html`<scc-issue-page .issue=${place.issue} .section=${place.section} .company=${company}></scc-issue-page>`;
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
