import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { DefinitionLine } from '../../shared/reports/document/report-document.ts';
import type { CatalogResponse, DueResponse, ListRunsResponse, PreviewResponse } from '../../shared/wire/reports.ts';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import { Load } from '../api/load.ts';
import { goTo } from '../router.ts';
import { announce } from '../shell/events.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { dashboardRest } from './dashboard.ts';
import { LiveDashboard } from './live-dashboard.ts';
import { nextPaint } from './next-paint.ts';
import { listRuns, readCatalog, readDashboardReceipts, readDue } from './reports-api.ts';
import { reportsHomeStyles } from './reports-home-styles.ts';
import { libraryHash, runHash } from './route-model.ts';

let rest: Promise<unknown> | undefined;

/**
 * What stands below the figures or opens over them loads once they are there, all of them: what came sooner would be
 * pushed down. A failed load is tried again.
 */
function loadRest(): Promise<unknown> {
  rest ??= dashboardRest()
    .catch(() => undefined) // the dashboard says so in its place
    .then(() => Promise.all([import('./home-rest.ts'), import('../components/document.ts')]))
    .catch(() => {
      rest = undefined;
    });
  return rest;
}

/** The first page of the reports tab: the month's first figures, what is due, the runs of a month, and running reports now. */
export class SccReportsHome extends LitElement {
  static override styles = [base, controls, surface, reportsHomeStyles];
  static override properties = {
    me: { attribute: false },
    month: { state: true },
    asking: { state: true },
    preview: { state: true },
    settled: { state: true },
  };

  declare me: MeResponse | undefined;
  /** The month whose runs are listed; the one it is, when left out. */
  declare month: string | undefined;
  declare asking: boolean;
  /** A report as it would be now, while it is being looked at. */
  declare preview: PreviewResponse | undefined;
  /** Whether the figures, or why there are none, have been painted: until then nothing else is asked for. */
  declare settled: boolean;

  readonly #dashboard = new LiveDashboard(this, (sentence) => announce(this, sentence));
  #definitions: readonly DefinitionLine[] = [];
  #explained: string | undefined;
  readonly #due = new Load<DueResponse>(this);
  readonly #runs = new Load<ListRunsResponse>(this);
  readonly #catalog = new Load<CatalogResponse>(this);

  constructor() {
    super();
    this.asking = false;
    this.settled = false;
  }

  protected override willUpdate(): void {
    const { month } = this;
    this.#dashboard.of(this.me?.userId);
    if (!this.settled) return;
    this.#due.want('due', readDue);
    this.#runs.want(`runs ${month ?? ''}`, (signal) => listRuns(month, signal));
    this.#catalog.want('catalog', readCatalog);
  }

  protected override updated(): void {
    if (this.settled) void loadRest();
    else if (this.#hasFigures) void this.#settle();
  }

  async #settle(): Promise<void> {
    await nextPaint();
    this.settled = true;
  }

  /** Whether the figures are there, or will not be. */
  get #hasFigures(): boolean {
    const { held, check } = this.#dashboard.live;
    return held !== undefined || typeof check === 'object';
  }

  override render(): TemplateResult {
    return html`${this.preview === undefined ? this.#home() : this.#previewed(this.preview)}${this.#dialog()}`;
  }

  #home(): TemplateResult {
    const catalog = this.#catalog.value;
    return html`<div class="top">
        <h1>Reports</h1>
        <span class="ways">
          <button class="quiet" @click=${() => this.#to('scc-due-list')}>Due</button>
          <button class="quiet" @click=${() => this.#to('scc-runs-list')}>Runs</button>
          <a class="button quiet" href=${libraryHash({})}>All reports</a>
          ${
            catalog?.mayRun === true
              ? html`<button class="primary" @click=${() => {
                  this.asking = true;
                }}>Run now…</button>`
              : nothing
          }
        </span>
      </div>
      <div class="stack">
        <scc-dashboard
          .live=${this.#dashboard.live}
          .definitions=${this.#definitions}
          @scc-retry=${this.#dashboard.ask}
          @scc-receipt-opened=${this.#explain}
        ></scc-dashboard>
        <scc-due-list
          tabindex="-1"
          .load=${this.#due}
          .state=${this.#due.state}
          .zone=${this.me?.zone ?? 'UTC'}
          ?mayRun=${this.me?.actions.includes('run.start') === true}
        ></scc-due-list>
        <scc-runs-list
          tabindex="-1"
          .load=${this.#runs}
          .state=${this.#runs.state}
          .zone=${this.me?.zone ?? 'UTC'}
          .userId=${this.me?.userId ?? ''}
          @scc-month-chosen=${this.#choose}
        ></scc-runs-list>
      </div>`;
  }

  /** It stays while a preview is looked at, with what was chosen in it. */
  #dialog(): TemplateResult | typeof nothing {
    const catalog = this.#catalog.value;
    return catalog === undefined
      ? nothing
      : html`<scc-run-dialog
          .catalog=${catalog}
          ?open=${this.asking}
          @scc-run-requested=${this.#started}
          @scc-preview-opened=${this.#previewing}
          @scc-dialog-closed=${this.#closed}
        ></scc-run-dialog>`;
  }

  #previewed({ document }: PreviewResponse): TemplateResult {
    return html`<div class="notice info preview">
        <span><strong>Preview.</strong> Nothing is kept and nothing is sent.</span>
        <button @click=${this.#leavePreview}>Close the preview</button>
      </div>
      <scc-document .document=${document} company=${this.me?.company ?? ''} .addressOf=${() => '#/reports'}></scc-document>`;
  }

  /** What figures mean is asked for when somebody first wants to know, and again once the figures are newer. */
  readonly #explain = async (): Promise<void> => {
    const takenAt = this.#dashboard.live.held?.answer.takenAt;
    if (takenAt === undefined || takenAt === this.#explained) return;
    this.#explained = takenAt;
    try {
      this.#definitions = (await readDashboardReceipts(new AbortController().signal)).definitions;
      this.requestUpdate();
    } catch {
      this.#explained = undefined; // the receipt still says which figure it is and how it is known
    }
  };

  /** What is due and the runs stand below the figures; this goes there, and so does the reading place. */
  #to(name: 'scc-due-list' | 'scc-runs-list'): void {
    const list = this.renderRoot.querySelector<HTMLElement>(name);
    list?.scrollIntoView();
    list?.focus({ preventScroll: true });
  }

  readonly #choose = (event: CustomEvent<string>): void => {
    this.month = event.detail;
  };

  readonly #started = (event: CustomEvent<string>): void => {
    this.asking = false;
    announce(this, 'The run has started.');
    goTo(runHash(event.detail));
  };

  readonly #previewing = (event: CustomEvent<PreviewResponse>): void => {
    this.asking = false;
    this.preview = event.detail;
    window.scrollTo(0, 0);
    announce(this, `Preview of ${event.detail.document.title}. Nothing is kept and nothing is sent.`);
  };

  readonly #leavePreview = (): void => {
    this.preview = undefined;
    this.asking = true;
  };

  readonly #closed = (): void => {
    this.asking = false;
  };
}

customElements.define('scc-reports-home', SccReportsHome);

declare global {
  interface HTMLElementTagNameMap {
    'scc-reports-home': SccReportsHome;
  }
}
