import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import { whenSignedOut } from '../api/client.ts';
import { forgetKept } from '../api/kept.ts';
import { forgetAnswers } from '../api/load.ts';
import { asProblem } from '../api/problem.ts';
import { endSession, readMe } from '../api/session.ts';
import '../components/state-views.ts';
import { openReports } from '../reports-door.ts';
import { goTo, Router } from '../router.ts';
import { titleOf } from '../router-model.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { appStyles } from './app-styles.ts';
import { Connection } from './connection.ts';
import { endEarlyFigures } from './early-figures.ts';
import './header.ts';
import { homeHash, navItems, signInHash } from './shell-model.ts';

const loaders = {
  'sign-in': () => import('../panels/sign-in/sign-in-panel.ts'),
  charters: () => import('../panels/charters/charter-list-panel.ts'),
  charter: () => import('../panels/charter/charter-panel.ts'),
  'new-charter': () => import('../panels/new-charter/new-charter-panel.ts'),
  reports: openReports,
  records: () => import('../panels/records/records-panel.ts'),
  imports: () => import('../panels/imports/imports-panel.ts'),
  bank: () => import('../panels/bank/bank-panel.ts'),
  nowhere: () => Promise.resolve(),
};

/** The app: header, the panel of the present place, a live region, and what happens when session or connection end. */
export class SccApp extends LitElement {
  static override styles = [base, controls, surface, appStyles];
  static override properties = { me: { state: true }, heard: { state: true }, meFailed: { state: true } };

  declare me: MeResponse | undefined;
  declare heard: string;
  declare meFailed: string;

  readonly #router = new Router(this, loaders);
  readonly #connection = new Connection(this, () => void this.#readMe());
  #stopListening: (() => void) | undefined;
  #shownPath = '';

  constructor() {
    super();
    this.heard = '';
    this.meFailed = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = whenSignedOut(() => this.#leave(signInHash(this.#router.place)));
    if (this.#router.place.at !== 'sign-in') void this.#readMe();
  }

  override disconnectedCallback(): void {
    this.#stopListening?.();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const { place, arrival } = this.#router;
    document.title = titleOf(place);
    const isAsUsual = this.#connection.online && this.meFailed === '';
    if (place.at !== 'reports' || arrival === 'failed' || !isAsUsual) endEarlyFigures();
    if (place.at !== 'sign-in' && this.me === undefined && this.meFailed === '') void this.#readMe();
    if (this.#shownPath !== '' && this.#shownPath !== place.at) this.#arrive();
    this.#shownPath = place.at;
  }

  /** A new place begins at its top, and the keyboard with it: the link that had the focus has gone. */
  #arrive(): void {
    window.scrollTo(0, 0);
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
    this.heard = titleOf(this.#router.place);
  }

  #reading: Promise<void> | undefined;

  #readMe(): Promise<void> {
    this.#reading ??= readMe()
      .then((me) => this.#welcome(me))
      .catch((thrown: unknown) => {
        const problem = asProblem(thrown);
        if (problem.code !== 'unauthenticated') this.meFailed = problem.message;
      })
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  #welcome(me: MeResponse): void {
    this.me = me;
    this.meFailed = '';
    const { place } = this.#router;
    const atHome = place.at === 'charters' && !me.actions.includes('charter.list');
    if (atHome) goTo(homeHash(me), 'replace');
  }

  #leave(hash: string): void {
    this.me = undefined;
    this.meFailed = '';
    forgetAnswers();
    forgetKept();
    if (location.hash !== hash) goTo(hash, 'replace');
  }

  async #signOut(): Promise<void> {
    try {
      await endSession();
      this.#leave('#/sign-in');
    } catch (thrown) {
      this.heard = `You are still signed in. ${asProblem(thrown).message}`;
    }
  }

  override render(): TemplateResult {
    return html`
      <nav aria-label="Skip"><a class="skip" href="#main" @click=${this.#skip}>Skip to content</a></nav>
      <scc-header
        .me=${this.me}
        .items=${navItems(this.me, this.#router.place)}
        @scc-sign-out-requested=${() => void this.#signOut()}
      ></scc-header>
      ${this.#connection.online ? nothing : html`<p class="offline" role="status">You are offline. What you see is what was last loaded; changes cannot be saved now.</p>`}
      ${this.meFailed === '' ? nothing : this.#meNotice()}
      <main id="main" tabindex="-1" @scc-announce=${(event: CustomEvent<string>) => this.#say(event.detail)}>
        ${this.#panel()}
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.heard}</div>
    `;
  }

  #meNotice(): TemplateResult {
    return html`<div class="notice warn" role="alert">
      <span>Who is signed in could not be read. ${this.meFailed}</span>
      <button @click=${() => void this.#readMe()}>Try again</button>
    </div>`;
  }

  #panel(): TemplateResult | typeof nothing {
    const { place, arrival } = this.#router;
    if (arrival === 'waiting') return nothing;
    if (arrival === 'slow') return html`<scc-loading what="this page"></scc-loading>`;
    if (arrival === 'failed') {
      return html`<scc-failed
        alone
        heading="This page could not be loaded"
        message="Check your connection, or reload: there may be a newer version of the app."
        @scc-retry=${() => void this.#router.load()}
      ></scc-failed>`;
    }
    switch (place.at) {
      case 'sign-in':
        return html`<scc-sign-in-panel .token=${place.token} .back=${place.back}></scc-sign-in-panel>`;
      case 'charters':
        return html`<scc-charter-list-panel .month=${place.month} .me=${this.me}></scc-charter-list-panel>`;
      case 'charter':
        return html`<scc-charter-panel
          .charterId=${place.charterId}
          .movesTo=${place.movesTo}
          .me=${this.me}
        ></scc-charter-panel>`;
      case 'new-charter':
        return html`<scc-new-charter-panel .insteadOf=${place.insteadOf} .me=${this.me}></scc-new-charter-panel>`;
      case 'records':
        return html`<scc-records-panel .route=${place.rest} .me=${this.me}></scc-records-panel>`;
      case 'reports':
        return html`<scc-reports-panel .route=${place.rest} .me=${this.me}></scc-reports-panel>`;
      case 'imports':
        return html`<scc-imports-panel></scc-imports-panel>`;
      case 'bank':
        return html`<scc-bank-panel></scc-bank-panel>`;
      case 'nowhere':
        return html`<scc-empty alone heading="There is nothing at this address">
          <a href="#/charters">Go to the charters</a>
        </scc-empty>`;
    }
  }

  #say(text: string): void {
    this.heard = this.heard === text ? `${text}\u00a0` : text;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  };
}

customElements.define('scc-app', SccApp);

declare global {
  interface HTMLElementTagNameMap {
    'scc-app': SccApp;
  }
}
