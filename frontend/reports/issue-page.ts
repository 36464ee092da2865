import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { ListIssuesResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import '../components/document.ts';
import { loadedView } from '../components/loaded-view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import { issueBefore } from './library-model.ts';
import { readerStyles } from './reader-styles.ts';
import type { IssueAddress } from './reports-api.ts';
import { issueAddress, listIssuesUntil, readIssue } from './reports-api.ts';
import { compareHash, issueName, runHash, sectionHash } from './route-model.ts';

const DOWNLOADS = [
  ['html', 'Mail (HTML)'],
  ['txt', 'Text'],
  ['md', 'Markdown'],
  ['csv', 'Figures (CSV)'],
  ['json', 'Data (JSON)'],
] as const;

/** The reader: one archived issue, as a page or as the mail that was sent, and every file it was kept as. */
export class SccIssuePage extends LitElement {
  static override styles = [base, controls, surface, readerStyles];
  static override properties = { issue: { attribute: false }, section: {}, company: {}, shown: { state: true } };

  declare issue: IssueAddress | undefined;
  /** The section the report is opened at. */
  declare section: string | undefined;
  declare company: string;
  declare shown: 'page' | 'mail';

  readonly #load = new Load<ReportDocument>(this);

  /** Issues of the same report, to find the one before this; without them the page only lacks a way there. */
  readonly #others = new Load<ListIssuesResponse['issues']>(this);

  constructor() {
    super();
    this.company = '';
    this.shown = 'page';
  }

  protected override willUpdate(): void {
    const { issue } = this;
    if (issue === undefined) return;
    this.#load.want(issueAddress(issue, 'json'), (signal) => readIssue(issue, signal));
    const report = this.#load.value?.report;
    if (report === undefined) return;
    this.#others.want(`before ${issueName(issue)}`, (signal) =>
      listIssuesUntil(report, (issues) => issueBefore(issues, issue) !== undefined, signal),
    );
  }

  override render(): TemplateResult {
    const { issue } = this;
    if (issue === undefined) return html``;
    return html`<div class="bar">
        <a class="back" href=${runHash(issue.runKey)}>‹ The run</a>
        ${this.#before(issue)}
        <div class="views" role="group" aria-label="Show as">
          ${this.#view('page', 'Page')} ${this.#view('mail', 'Mail')}
        </div>
      </div>
      ${loadedView(this.#load, 'the report', (document) =>
        this.shown === 'page'
          ? html`<scc-document
              .document=${document}
              company=${this.company}
              .place=${this.section}
              .addressOf=${(sectionId: string) => sectionHash(issue, sectionId)}
            ></scc-document>`
          : mailFrame(issue, document.title),
      )}
      <nav class="downloads" aria-label="Download">
        <span class="soft small">Download</span>
        ${DOWNLOADS.map(
          ([format, label]) =>
            html`<a class="button quiet" href=${issueAddress(issue, format)} download="${issue.slug}.${format}">${label}</a>`,
        )}
      </nav>`;
  }

  #before(issue: IssueAddress): TemplateResult | typeof nothing {
    const before = issueBefore(this.#others.value ?? [], issue);
    if (before === undefined) return nothing;
    return html`<a class="button quiet before" href=${compareHash(before, issue)}>Compare with the issue before</a>`;
  }

  #view(which: 'page' | 'mail', label: string): TemplateResult {
    return html`<button
      aria-pressed=${this.shown === which ? 'true' : 'false'}
      @click=${() => {
        this.shown = which;
      }}
    >
      ${label}
    </button>`;
  }
}

/** The mail's own bytes, where nothing in them can run, follow a link or see this page. */
function mailFrame(issue: IssueAddress, title: string): TemplateResult {
  return html`<h1 class="visually-hidden">${title}, as mailed</h1>
    <iframe class="mail" sandbox="" title="${title} as mailed" src=${issueAddress(issue, 'html')}></iframe>`;
}

customElements.define('scc-issue-page', SccIssuePage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-issue-page': SccIssuePage;
  }
}
