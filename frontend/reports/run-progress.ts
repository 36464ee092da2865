import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { RunResponse } from '../../shared/wire/reports.ts';
import { announce } from '../shell/events.ts';
import { base } from '../styles/base.ts';
import { surface } from '../styles/surface.ts';
import { PolledRun } from './polled-run.ts';
import { issueHash, runHash } from './route-model.ts';
import { isSettled, issueCount, readyIssues, runState } from './run-model.ts';

/** The reports of a completed charter as they are being written, on the charter's own page. */
export class SccRunProgress extends LitElement {
  static override styles = [
    base,
    surface,
    css`
      .box {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line);
        border-left: 4px solid var(--accent);
        border-radius: var(--radius-md);
        background: var(--surface);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      .head a {
        margin-left: auto;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
      }
      progress {
        width: 100%;
        height: 0.375rem;
        border: 0;
        border-radius: 999px;
        background: var(--line);
        overflow: hidden;
        accent-color: var(--accent);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
      }
    `,
  ];
  static override properties = { runKey: {}, zone: {} };

  declare runKey: string;
  declare zone: string;

  readonly #run = new PolledRun(this, () => announce(this, 'The reports of this charter are ready.'));

  constructor() {
    super();
    this.runKey = '';
    this.zone = 'UTC';
  }

  protected override willUpdate(): void {
    this.#run.follow(this.runKey);
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this.#run.load;
    if (state.kind === 'waiting' || state.kind === 'slow') return nothing;
    if (state.kind === 'failed') {
      return html`<div class="box"><span>The reports of this charter could not be read now. <a href=${runHash(this.runKey)}>Open them</a></span></div>`;
    }
    return this.#box(state.value);
  }

  #box({ run }: RunResponse): TemplateResult {
    const { words, tone } = runState(run);
    const ready = readyIssues(run);
    return html`<div class="box">
      <div class="head">
        <strong>Reports of this charter</strong>
        <span class="chip ${tone}">${words}</span>
        <span class="soft small num">${issueCount(run)}</span>
        <a href=${runHash(run.key)}>Open the run</a>
      </div>
      ${
        isSettled(run)
          ? nothing
          : html`<progress max=${Math.max(1, run.issues.length)} .value=${ready.length} aria-label="Reports ready"></progress>`
      }
      ${
        ready.length === 0
          ? nothing
          : html`<ul>
            ${ready.map(
              ({ issue, name }) => html`<li>
                <a href=${issueHash({ runKey: run.key, scope: issue.scopeName, slug: issue.slug })}>${name}</a>
              </li>`,
            )}
          </ul>`
      }
    </div>`;
  }
}

customElements.define('scc-run-progress', SccRunProgress);

declare global {
  interface HTMLElementTagNameMap {
    'scc-run-progress': SccRunProgress;
  }
}
