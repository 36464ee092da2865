import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CatalogResponse, RunResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { loadedView } from '../components/loaded-view.ts';
import { announce } from '../shell/events.ts';
import { base } from '../styles/base.ts';
import { surface } from '../styles/surface.ts';
import { PolledRun } from './polled-run.ts';
import { readCatalog } from './reports-api.ts';
import { issueHash } from './route-model.ts';
import type { Party } from './run-model.ts';
import {
  deliveryState,
  isSettled,
  issueScope,
  issueState,
  partyWords,
  runOrigin,
  runState,
  runTitle,
  stepTime,
} from './run-model.ts';
import { runPageStyles } from './run-page-styles.ts';
import { stepLines } from './steps-model.ts';

/** One run: its reports, who was mailed what, and every step as it happens. */
export class SccRunPage extends LitElement {
  static override styles = [base, surface, runPageStyles];
  static override properties = { runKey: {}, zone: {}, userId: {} };

  declare runKey: string;
  declare zone: string;
  /** Who looks: their own runs are theirs by name. */
  declare userId: string;

  readonly #run = new PolledRun(this, ({ run }) => announce(this, `The run is ${runState(run).words.toLowerCase()}.`));

  /** Whose names the businesses have; their ids stand until it is here. */
  readonly #catalog = new Load<CatalogResponse>(this);

  constructor() {
    super();
    this.runKey = '';
    this.zone = 'UTC';
    this.userId = '';
  }

  protected override willUpdate(): void {
    this.#run.follow(this.runKey);
    this.#catalog.want('catalog', readCatalog);
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
        <div class="stack">${this.#issues(answer)} ${this.#deliveries(answer)}</div>
        ${this.#steps(answer)}
      </div>`;
  }

  #issues({ run }: RunResponse): TemplateResult {
    return html`<section class="card" aria-labelledby="issues">
      <h2 id="issues">Reports</h2>
      ${run.issues.length === 0 ? html`<p class="soft">${isSettled(run) ? 'This run has no reports.' : 'Being planned…'}</p>` : nothing}
      <ul class="lines">
        ${run.issues.map((issue) => {
          const { words, tone } = issueState(issue);
          const address = issueHash({ runKey: run.key, scope: issue.scopeName, slug: issue.slug });
          return html`<li>
            <span class="what">
              ${issue.state === 'archived' ? html`<a href=${address}>${issue.title}</a>` : html`<strong>${issue.title}</strong>`}
              <span class="small soft num">${issueScope(issue, this.#catalog.value)}</span>
              ${issue.failure === undefined ? nothing : html`<span class="small failure">${issue.failure}</span>`}
            </span>
            <span class="chip ${tone}">${words}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #deliveries({ run, deliveries }: RunResponse): TemplateResult {
    const titleOf = (report: string) => run.issues.find((issue) => issue.report === report)?.title ?? report;
    return html`<section class="card" aria-labelledby="deliveries">
      <h2 id="deliveries">Mail</h2>
      ${deliveries.length === 0 ? html`<p class="soft">${isSettled(run) ? 'Nobody was mailed.' : 'Nothing to send yet.'}</p>` : nothing}
      <ul class="lines">
        ${deliveries.map((delivery) => {
          const { words, tone } = deliveryState(delivery);
          return html`<li>
            <span class="what">
              <strong>${delivery.recipientName}</strong>
              <span class="small soft">${titleOf(delivery.report)}</span>
              <span class="small parties">${party('Recipient', delivery.parties.to)}${party('Audit copy', delivery.parties.bcc)}</span>
              ${delivery.problem === undefined ? nothing : html`<span class="small failure">${delivery.problem}</span>`}
            </span>
            <span class="chip wrap ${tone}">${words}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #steps(answer: RunResponse): TemplateResult {
    return html`<section class="card" aria-labelledby="steps">
      <h2 id="steps">Steps</h2>
      <ol class="steps" aria-live="off">
        ${stepLines(answer).map(
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
}

/** One copy of a mail and what has become of it, in words; loud only where it was not taken. */
function party(which: string, held: Party): TemplateResult {
  return html`<span class=${held.state}>${which}: ${partyWords(held)}</span>`;
}

customElements.define('scc-run-page', SccRunPage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-run-page': SccRunPage;
  }
}
