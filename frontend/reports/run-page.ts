import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ListedRecord } from '../../shared/wire/records.ts';
import type { CatalogResponse, RunResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { listRecords } from '../api/records.ts';
import { loadedView } from '../components/loaded-view.ts';
import { announce } from '../shell/events.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { failureWords } from './failure-model.ts';
import { PolledRun } from './polled-run.ts';
import { readCatalog } from './reports-api.ts';
import { issueHash } from './route-model.ts';
import './run-decision.ts';
import type { AskedDecision } from './run-decision.ts';
import { stoppedAmong } from './run-decision-model.ts';
import { mailsCard } from './run-mails.ts';
import { isSettled, issueScope, issueState, runOrigin, runState, runTitle, stepTime } from './run-model.ts';
import { runPageStyles } from './run-page-styles.ts';
import { stepLines } from './steps-model.ts';

/** One run: its reports, who was mailed what, and every step as it happens. */
export class SccRunPage extends LitElement {
  static override styles = [base, controls, surface, runPageStyles];
  static override properties = {
    runKey: {},
    zone: {},
    userId: {},
    mayDecide: { type: Boolean },
    asked: { state: true },
  };

  declare runKey: string;
  declare zone: string;
  /** Who looks: their own runs are theirs by name. */
  declare userId: string;
  /** Whether they may decide about mails that are held or over. */
  declare mayDecide: boolean;
  /** The decision that is being asked for. */
  declare asked: AskedDecision | undefined;

  readonly #run = new PolledRun(
    this,
    ({ run }) => announce(this, `The run is ${runState(run).words.toLowerCase()}.`),
    'and-news',
  );

  /** Whose names the businesses have; their ids stand until it is here. */
  readonly #catalog = new Load<CatalogResponse>(this);

  /** Who gets no mail is known to those who may do something about it, and asked again when something has happened. */
  readonly #recipients = new Load<readonly ListedRecord[]>(this);
  #stepsSeen = 0;

  constructor() {
    super();
    this.runKey = '';
    this.zone = 'UTC';
    this.userId = '';
    this.mayDecide = false;
  }

  protected override willUpdate(): void {
    this.#run.follow(this.runKey);
    this.#catalog.want('catalog', readCatalog);
    const { deliveries = [], steps = [] } = this.#run.load.value ?? {};
    if (!this.mayDecide || deliveries.length === 0 || steps.length === this.#stepsSeen) return;
    if (this.#stepsSeen > 0) void this.#recipients.again();
    this.#stepsSeen = steps.length;
    this.#recipients.want('recipients', (signal) => listRecords('recipient', signal));
  }

  override render(): TemplateResult {
    return html`<a class="back" href="#/reports">‹ Reports</a>${loadedView(this.#run.load, 'the run', (answer) => this.#page(answer), 'alone')}`;
  }

  #page(answer: RunResponse): TemplateResult {
    const { run } = answer;
    const { words, tone } = runState(run);
    return html`<div class="head">
        <h1>${runTitle(run)}</h1>
        <span class="chip ${tone}">${words}</span>
        <p class="soft num">${runOrigin(run, this.zone, this.userId)}</p>
      </div>
      <div class="columns">
        <div class="stack">
          ${this.#issues(answer)}
          ${mailsCard(answer, {
            zone: this.zone,
            userId: this.userId,
            mayDecide: this.mayDecide,
            stopped: stoppedAmong(answer.deliveries, this.#recipients.value ?? []),
            ask: this.#ask,
          })}
        </div>
        ${this.#steps(answer)}
      </div>
      <scc-run-decision
        .asked=${this.asked}
        @scc-decision-made=${this.#made}
        @scc-decision-outdated=${this.#lookAgain}
        @scc-dialog-closed=${this.#closed}
      ></scc-run-decision>`;
  }

  #issues({ run }: RunResponse): TemplateResult {
    return html`<section class="card" aria-labelledby="issues">
      <h2 id="issues">Reports</h2>
      ${run.issues.length === 0 ? html`<p class="soft">${isSettled(run) ? 'This run has no reports.' : 'Being planned…'}</p>` : nothing}
      <ul class="lines">
        ${run.issues.map((issue) => {
          const { words, tone } = issueState(issue);
          const why = failureWords(issue);
          const address = issueHash({ runKey: run.key, scope: issue.scopeName, slug: issue.slug });
          return html`<li>
            <span class="what">
              ${issue.state === 'archived' ? html`<a href=${address}>${issue.title}</a>` : html`<strong>${issue.title}</strong>`}
              <span class="small soft num">${issueScope(issue, this.#catalog.value)}</span>
            </span>
            <span class="chip ${tone}">${words}</span>
            ${why === undefined ? nothing : html`<p class="small failure">${why}</p>`}
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #steps(answer: RunResponse): TemplateResult {
    return html`<section class="card" aria-labelledby="steps">
      <h2 id="steps">Steps</h2>
      <ol class="steps" aria-live="off">
        ${stepLines(answer, this.userId).map(
          (step) => html`<li class=${step.tone}>
            <span>${step.words}</span>
            <time class="small soft num" datetime=${step.at}>${stepTime(step.at, this.zone)}</time>
            ${step.details === '' ? nothing : html`<span class="small soft details">${step.details}</span>`}
          </li>`,
        )}
        ${isSettled(answer.run) ? nothing : html`<li class="running"><span>Working…</span></li>`}
      </ol>
    </section>`;
  }

  readonly #ask = (asked: AskedDecision): void => {
    this.asked = asked;
  };

  readonly #made = (event: CustomEvent<string>): void => {
    announce(this, event.detail);
    void this.#run.load.again();
  };

  /** Somebody else, or the mail service, was faster: the dialog stays open over the mail as it stands now. */
  readonly #lookAgain = async (): Promise<void> => {
    await this.#run.load.again();
    const { asked } = this;
    const delivery = this.#run.load.value?.deliveries.find(({ id }) => id === asked?.delivery.id);
    if (asked !== undefined && delivery !== undefined) this.asked = { ...asked, delivery };
  };

  readonly #closed = (): void => {
    this.asked = undefined;
  };
}

customElements.define('scc-run-page', SccRunPage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-run-page': SccRunPage;
  }
}
