import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { CatalogResponse } from '../../shared/wire/reports.ts';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';
import { newRequestKey } from '../api/request-key.ts';
import '../components/dialog.ts';
import '../components/problem-list.ts';
import { base } from '../styles/base.ts';
import { controls, fields } from '../styles/controls.ts';
import { previewReport, startRun } from './reports-api.ts';
import { entityChoice, periodChoice, reportChoice, sendChoice } from './run-dialog-fields.ts';
import type { RunChoice } from './run-request-model.ts';
import { choiceProblems, firstChoice, previewRequest, runnable, runRequest } from './run-request-model.ts';

/**
 * Run now: which reports, whose figures, which days, mailed to whom; or just a look at one, keeping nothing.
 * @fires scc-run-requested - a run has started; the detail is its key
 * @fires scc-preview-opened - a report as it would be now; the detail is the preview
 * @fires scc-dialog-closed
 */
export class SccRunDialog extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      fieldset > button {
        justify-self: start;
      }
      fieldset .choice {
        min-height: 2.75rem;
      }
      .preview {
        flex: 1 1 100%;
        display: flex;
        gap: var(--space-2);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }
      .preview button {
        flex: none;
      }
    `,
  ];
  static override properties = {
    catalog: { attribute: false },
    open: { type: Boolean },
    choice: { state: true },
    busy: { state: true },
    refusal: { state: true },
    tried: { state: true },
  };

  declare catalog: CatalogResponse | undefined;
  declare open: boolean;
  declare choice: RunChoice | undefined;
  declare busy: 'run' | 'preview' | undefined;
  declare refusal: ApiProblem | undefined;
  /** Whether the person has tried to run: only then are gaps pointed at. */
  declare tried: boolean;

  /** One key for one intention: pressing twice, or again after a lost answer, runs once. */
  #requestKey = newRequestKey();

  constructor() {
    super();
    this.open = false;
    this.tried = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { catalog } = this;
    if (catalog === undefined) return nothing;
    return html`<scc-dialog ?open=${this.open} heading="Run reports" @scc-dialog-closed=${this.#closed}>
      ${this.open ? this.#form(catalog, this.choice ?? firstChoice(catalog)) : nothing}
    </scc-dialog>`;
  }

  #form(catalog: CatalogResponse, choice: RunChoice): TemplateResult {
    const problems = this.tried ? choiceProblems(choice) : [];
    const change = (part: Partial<RunChoice>) => {
      this.choice = { ...choice, ...part };
      this.#requestKey = newRequestKey();
    };
    return html`<form novalidate @submit=${(event: Event) => void this.#run(event, catalog, choice)}>
      ${reportChoice(catalog, choice, change)} ${catalog.entities.length > 1 ? entityChoice(catalog, choice, change) : nothing}
      ${periodChoice(choice, change)} ${sendChoice(choice, change)}
      ${problems.length === 0 ? nothing : html`<scc-problem-list tone="bad" heading="Not yet" .problems=${problems}></scc-problem-list>`}
      ${
        this.refusal === undefined
          ? nothing
          : html`<scc-problem-list tone="bad" heading=${this.refusal.message} .problems=${this.refusal.problems}></scc-problem-list>`
      }
      <div class="actions">
        <button class="primary" ?disabled=${this.busy !== undefined}>${this.busy === 'run' ? 'Starting…' : 'Run'}</button>
        <button type="button" @click=${this.#close}>Not now</button>
        <div class="preview">
          <select aria-label="Report to preview" name="preview">
            ${runnable(catalog).map(
              ({ report, title }) =>
                html`<option value=${report} ?selected=${report === choice.reports[0]}>${title}</option>`,
            )}
          </select>
          <button type="button" ?disabled=${this.busy !== undefined} @click=${() => void this.#preview(catalog, choice)}>
            ${this.busy === 'preview' ? 'Preparing…' : 'Preview'}
          </button>
        </div>
      </div>
    </form>`;
  }

  async #run(event: Event, catalog: CatalogResponse, choice: RunChoice): Promise<void> {
    event.preventDefault();
    this.tried = true;
    if (choiceProblems(choice).length > 0) return;
    await this.#busily('run', async () => {
      const { runKey } = await startRun(runRequest(choice, catalog, this.#requestKey));
      this.choice = undefined;
      this.#requestKey = newRequestKey();
      this.dispatchEvent(new CustomEvent('scc-run-requested', { detail: runKey }));
    });
  }

  async #preview(catalog: CatalogResponse, choice: RunChoice): Promise<void> {
    this.tried = true;
    if (choiceProblems(choice).some(({ field }) => field !== 'reports')) return;
    const report = this.renderRoot.querySelector<HTMLSelectElement>('select[name="preview"]')?.value;
    if (report === undefined) return;
    await this.#busily('preview', async () => {
      const detail = await previewReport(previewRequest(report, choice, catalog));
      this.dispatchEvent(new CustomEvent('scc-preview-opened', { detail }));
    });
  }

  async #busily(what: 'run' | 'preview', work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.refusal = undefined;
    try {
      await work();
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = undefined;
    }
  }

  readonly #close = (): void => {
    this.open = false;
    this.#closed();
  };

  readonly #closed = (): void => {
    this.tried = false;
    this.refusal = undefined;
    this.dispatchEvent(new Event('scc-dialog-closed'));
  };
}

customElements.define('scc-run-dialog', SccRunDialog);

declare global {
  interface HTMLElementTagNameMap {
    'scc-run-dialog': SccRunDialog;
  }
}
