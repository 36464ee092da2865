import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { CompareResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { loadedView } from '../components/loaded-view.ts';
import { base } from '../styles/base.ts';
import { surface } from '../styles/surface.ts';
import { caution, figureRow, findingWords, issueWords, unchangedWords } from './compare-model.ts';
import type { IssueAddress } from './reports-api.ts';
import { compareIssues } from './reports-api.ts';
import { issueHash, issueName, libraryHash } from './route-model.ts';

/** Two issues of one report side by side: the figures that changed, the findings that came and went. */
export class SccComparePage extends LitElement {
  static override styles = [
    base,
    surface,
    css`
      .back {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        font-size: var(--text-sm);
        text-decoration: none;
      }
      .stack {
        margin-top: var(--space-4);
      }
      .pair {
        display: grid;
        gap: var(--space-3);
      }
      .pair a {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        font-weight: 600;
      }
      .line {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-1) var(--space-4);
        padding-block: var(--space-3);
        border-top: 1px solid var(--line);
      }
      .line:first-of-type {
        border-top: 0;
      }
      .line dt {
        grid-column: 1 / -1;
        font-weight: 600;
      }
      .line dt span {
        font-weight: 450;
      }
      .line .last {
        grid-column: 1 / -1;
      }
      .line .words {
        display: grid;
        align-content: start;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .finding {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-3);
        padding-block: var(--space-2);
      }
      .finding + .finding {
        border-top: 1px solid var(--line);
      }
      .change {
        font-weight: 600;
      }
      @media (min-width: 48rem) {
        .pair {
          grid-template-columns: 1fr 1fr;
        }
        .line {
          grid-template-columns: 1.6fr 1fr 1fr 1fr;
        }
        .line dt,
        .line .last {
          grid-column: auto;
        }
        /* The first line names the columns. */
        .line + .line .words > .soft {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];
  static override properties = { left: { attribute: false }, right: { attribute: false } };

  /** The earlier issue and the later one. */
  declare left: IssueAddress | undefined;
  declare right: IssueAddress | undefined;

  readonly #load = new Load<CompareResponse>(this);

  protected override willUpdate(): void {
    const { left, right } = this;
    if (left === undefined || right === undefined) return;
    const [before, after] = [issueName(left), issueName(right)];
    this.#load.want(`compare ${before} ${after}`, (signal) => compareIssues(before, after, signal));
  }

  override render(): TemplateResult {
    return html`<a class="back" href=${libraryHash({})}>‹ All reports</a>
      ${loadedView(this.#load, 'the comparison', (answer) => this.#page(answer), 'alone')}`;
  }

  #page(answer: CompareResponse): TemplateResult {
    const warning = caution(answer);
    return html`<h1>${answer.right.title}: what changed</h1>
      <div class="stack">
        <div class="pair">
          ${this.#head('Before', answer.left, this.left)} ${this.#head('After', answer.right, this.right)}
        </div>
        ${warning === undefined ? nothing : html`<p class="notice">${warning}</p>`} ${this.#figures(answer)}
        ${this.#findings(answer)}
      </div>`;
  }

  #head(which: string, issue: CompareResponse['left'], address: IssueAddress | undefined): TemplateResult {
    return html`<section class="card" aria-label=${which}>
      <h2>${which}</h2>
      ${issueWords(issue).map((words) => html`<p class="small soft num">${words}</p>`)}
      ${address === undefined ? nothing : html`<a href=${issueHash(address)}>Read it<span class="visually-hidden">: ${which}</span></a>`}
    </section>`;
  }

  #figures(answer: CompareResponse): TemplateResult {
    const rows = answer.figures.map(figureRow);
    return html`<section class="card" aria-labelledby="figures">
      <h2 id="figures">Figures that changed (${rows.length})</h2>
      ${rows.length === 0 ? html`<p class="soft">Every figure both show is the same.</p>` : nothing}
      <dl>
        ${rows.map(
          (row) => html`<div class="line">
            <dt>${row.title}${row.of === undefined ? nothing : html`<br /><span class="small soft">${row.of}</span>`}</dt>
            <dd class="words num"><span class="small soft">Before</span>${row.before}</dd>
            <dd class="words num"><span class="small soft">After</span>${row.after}</dd>
            <dd class="words num last"><span class="small soft">Change</span><span class="change">${row.change}</span></dd>
          </div>`,
        )}
      </dl>
      <p class="small soft">${unchangedWords(answer)}</p>
    </section>`;
  }

  #findings({ findings }: CompareResponse): TemplateResult {
    return html`<section class="card" aria-labelledby="findings">
      <h2 id="findings">Findings that came and went (${findings.length})</h2>
      ${findings.length === 0 ? html`<p class="soft">The findings are the same.</p>` : nothing}
      <ul>
        ${findings.map((finding) => {
          const { words, tone } = findingWords(finding);
          return html`<li class="finding">
            <span>${finding.title}</span>
            <span class="chip ${tone}">${words}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}

customElements.define('scc-compare-page', SccComparePage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-compare-page': SccComparePage;
  }
}
