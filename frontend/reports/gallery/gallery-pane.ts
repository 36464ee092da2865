import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import type { DueResponse, ListRunsResponse } from '../../../shared/wire/reports.ts';
import { Load } from '../../api/load.ts';
import { ApiProblem } from '../../api/problem.ts';
import { comeBackTo } from '../../components/gallery-server.ts';
import { receiptStyles } from '../../components/receipt.ts';
import { ReceiptDialog, receiptDialogStyles } from '../../components/receipt-dialog.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import '../compare-page.ts';
import '../dashboard.ts';
import '../due-list.ts';
import '../issue-page.ts';
import '../library-page.ts';
import '../run-dialog.ts';
import '../run-page.ts';
import '../run-progress.ts';
import '../runs-list.ts';
import { CATALOG, PLACES, RUNS } from './gallery-answers.ts';
import { DUES } from './gallery-due.ts';
import { badges, buttons, chips, figures, form, header, reasons, views } from './gallery-parts.ts';
import { CHARTS, DOCUMENT, LIVES } from './gallery-samples.ts';
import { galleryStyles } from './gallery-styles.ts';

const ZONE = 'America/Los_Angeles';
const CEO = { scope: 'group', slug: 'ceo-report' };

/**
 * Every component in every state, once; whoever shows it decides by color-scheme whether it is day or night. The
 * parts of a charter’s page come from the panels’ room, by the page of the gallery.
 */
export class SccGalleryPane extends LitElement {
  static override styles = [base, controls, fields, surface, receiptStyles, receiptDialogStyles, galleryStyles];
  static override properties = { open: { state: true } };
  /** Which dialog is open. */
  declare open: 'plain' | 'run' | undefined;

  readonly #receipt = new ReceiptDialog(this);
  readonly #runs = new Load<ListRunsResponse>(this);
  readonly #noRuns = new Load<ListRunsResponse>(this);
  readonly #slowRuns = new Load<ListRunsResponse>(this);
  readonly #failedRuns = new Load<ListRunsResponse>(this);
  readonly #oldRuns = new Load<ListRunsResponse>(this);
  readonly #dues = Object.keys(DUES).map((name) => ({ name, load: new Load<DueResponse>(this) }));
  readonly #slowDue = new Load<DueResponse>(this);
  readonly #failedDue = new Load<DueResponse>(this);
  readonly #oldDue = new Load<DueResponse>(this);
  #isBack = false;

  protected override willUpdate(): void {
    this.#runs.want('gallery runs', async () => RUNS);
    this.#noRuns.want('gallery no runs', async () => ({ ...RUNS, runs: [] }));
    this.#slowRuns.want('gallery slow runs', () => new Promise(() => undefined));
    this.#failedRuns.want('gallery failed runs', failing);
    this.#oldRuns.want('gallery old runs', async () => (this.#isBack ? failing() : RUNS));
    for (const { name, load } of this.#dues) load.want(`gallery ${name}`, async () => DUES[name] ?? failing());
    this.#slowDue.want('gallery slow due', () => new Promise(() => undefined));
    this.#failedDue.want('gallery failed due', failing);
    this.#oldDue.want('gallery old due', async () => (this.#isBack ? failing() : (DUES['many due'] ?? failing())));
  }

  protected override firstUpdated(): void {
    void comeBackTo(this.renderRoot).then(() => {
      this.#isBack = true;
      return Promise.all([this.#oldRuns.again(), this.#oldDue.again()]);
    });
  }

  override render(): TemplateResult {
    return html`${part('Header', header())} ${part('Headline figures', figures())}
      ${part('Charts', html`${CHARTS.map((chart) => html`<scc-chart .chart=${chart}></scc-chart>`)}`)}
      ${LIVES.map(({ name, live }) => part(`Dashboard: ${name}`, html`<scc-dashboard .live=${live}></scc-dashboard>`))}
      ${part('Waiting, nothing, failed', views())} ${part('Charter states', badges())}
      ${part('Chips and notices', chips())} ${part('Reasons', reasons())} ${part('Fields', form())}
      ${part('Buttons, menu, dialogs', this.#controls())} ${part('Runs', this.#runLists())}
      ${this.#dueLists()}
      ${part('A run with problems', html`<scc-run-page .runKey=${'troubled'} .zone=${ZONE} userId="usr_gallery" mayDecide></scc-run-page>`)}
      ${Object.entries(PLACES).map(([state, key]) =>
        part(`A run, ${state}`, html`<scc-run-page class=${state} .runKey=${key} .zone=${ZONE}></scc-run-page>`),
      )}
      ${part(
        'Reports of a completed charter',
        html`${['troubled', PLACES.empty, PLACES.failed].map(
          (key) => html`<scc-run-progress .runKey=${key} .zone=${ZONE}></scc-run-progress>`,
        )}`,
      )}
      ${part('Reader', html`<scc-issue-page .issue=${{ runKey: 'monthly.2026-11', ...CEO }} company="Harbor Group"></scc-issue-page>`)}
      ${WITHOUT_EMPTY.map(([state, runKey]) =>
        part(`Reader, ${state}`, html`<scc-issue-page class=${state} .issue=${{ runKey, ...CEO }}></scc-issue-page>`),
      )}
      ${part('Library', html`<scc-library-page .filter=${{}} .zone=${ZONE}></scc-library-page>`)}
      ${Object.entries(PLACES).map(([state, report]) =>
        part(
          `Library, ${state}`,
          html`<scc-library-page class=${state} .filter=${{ report }} .zone=${ZONE}></scc-library-page>`,
        ),
      )}
      ${part(
        'Comparison',
        html`<scc-compare-page
          .left=${{ runKey: 'monthly.2026-10', ...CEO }}
          .right=${{ runKey: 'monthly.2026-11', ...CEO }}
        ></scc-compare-page>`,
      )}
      ${Object.entries(PLACES).map(([state, runKey]) =>
        part(
          `Comparison, ${state}`,
          html`<scc-compare-page class=${state} .left=${{ runKey, ...CEO }} .right=${{ runKey, ...CEO }}></scc-compare-page>`,
        ),
      )}
      ${part('Signing in, the charters, a charter’s page', html`<scc-gallery-host-pages></scc-gallery-host-pages>`)}
      ${part('Registers, and the form everything is recorded with', html`<scc-gallery-records></scc-gallery-records>`)}
      ${part('Parts of a charter’s page', html`<scc-gallery-charter></scc-gallery-charter>`)}
      ${this.#receipt.view(() => undefined, DOCUMENT)}`;
  }

  #runLists(): TemplateResult {
    return html`${[this.#runs, this.#noRuns, this.#slowRuns, this.#failedRuns, this.#oldRuns].map(
      (load) => html`<scc-runs-list .load=${load} .state=${load.state} .zone=${ZONE}></scc-runs-list>`,
    )}`;
  }

  #dueLists(): readonly TemplateResult[] {
    const others = { loading: this.#slowDue, failed: this.#failedDue, old: this.#oldDue };
    const all = [...this.#dues, ...Object.entries(others).map(([name, load]) => ({ name, load }))];
    return all.map(({ name, load }) =>
      part(
        `What is due: ${name}`,
        html`<scc-due-list .load=${load} .state=${load.state} .zone=${ZONE} mayRun></scc-due-list>`,
      ),
    );
  }

  #controls(): TemplateResult {
    const show = (which: 'plain' | 'run') => () => {
      this.open = which;
    };
    return html`<div class="row">
        ${buttons()}
        <button @click=${show('plain')}>Open the dialog</button>
        <button @click=${show('run')}>Open Run now</button>
      </div>
      <scc-dialog heading="A dialog" ?open=${this.open === 'plain'} @scc-dialog-closed=${this.#closed}>
        <p>What it asks.</p>
      </scc-dialog>
      <scc-run-dialog .catalog=${CATALOG} ?open=${this.open === 'run'} @scc-dialog-closed=${this.#closed}></scc-run-dialog>`;
  }

  readonly #closed = (): void => {
    this.open = undefined;
  };
}

const WITHOUT_EMPTY = Object.entries(PLACES).filter(([state]) => state !== 'empty');

async function failing(): Promise<never> {
  throw new ApiProblem('unavailable', 'The books could not be read. Try again in a moment.', {
    requestId: 'req_gallery',
  });
}

function part(name: string, shown: TemplateResult): TemplateResult {
  return html`<section aria-label=${name}><h2>${name}</h2>${shown}</section>`;
}

customElements.define('scc-gallery-pane', SccGalleryPane);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery-pane': SccGalleryPane;
  }
}
