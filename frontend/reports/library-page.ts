import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CatalogResponse, ListIssuesResponse } from '../../shared/wire/reports.ts';
import { Load } from '../api/load.ts';
import { asProblem } from '../api/problem.ts';
import { choiceField, textField } from '../components/field.ts';
import { loadedView } from '../components/loaded-view.ts';
import '../components/state-views.ts';
import { goTo } from '../router.ts';
import { announce } from '../shell/events.ts';
import { base } from '../styles/base.ts';
import { controls, fields } from '../styles/controls.ts';
import { surface } from '../styles/surface.ts';
import type { LibraryRow } from './library-model.ts';
import { changedFilter, comparedRows, isNarrowed, libraryRows } from './library-model.ts';
import { libraryStyles } from './library-styles.ts';
import type { LibraryFilter } from './reports-api.ts';
import { issueAddress, listIssues, readCatalog } from './reports-api.ts';
import { issueHash, issueName, libraryHash } from './route-model.ts';

/** Every archived report somebody may see, newest first: to read, to keep, to hold one against another. */
export class SccLibraryPage extends LitElement {
  static override styles = [base, controls, fields, surface, libraryStyles];
  static override properties = {
    filter: { attribute: false },
    zone: {},
    older: { state: true },
    fetching: { state: true },
    trouble: { state: true },
    chosen: { state: true },
  };

  declare filter: LibraryFilter;
  declare zone: string;
  /** The pages after the first, as far as somebody asked for them. */
  declare older: readonly ListIssuesResponse[];
  declare fetching: boolean;
  /** Why the next page could not be had. */
  declare trouble: string | undefined;
  /** The issue another one is to be held against, by name. */
  declare chosen: string | undefined;

  readonly #first = new Load<ListIssuesResponse>(this);
  readonly #catalog = new Load<CatalogResponse>(this);
  #paging: AbortController | undefined;

  constructor() {
    super();
    this.filter = {};
    this.zone = 'UTC';
    this.#startOver();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#paging?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { filter } = this;
    if (changed.has('filter') && libraryHash(changed.get('filter') ?? {}) !== libraryHash(filter)) this.#startOver();
    this.#first.want(libraryHash(filter), (signal) => listIssues(filter, undefined, signal));
    this.#catalog.want('catalog', readCatalog);
  }

  override render(): TemplateResult {
    return html`<a class="back" href="#/reports">‹ Reports</a>
      <h1>All reports</h1>
      ${this.#form()} ${loadedView(this.#first, 'the reports', (page) => this.#list(page))}`;
  }

  #form(): TemplateResult {
    const { reports = [], entities = [] } = this.#catalog.value ?? {};
    const { report = '', entity = '', month = '' } = this.filter;
    return html`<form class="filter" @change=${this.#narrow} @submit=${(event: Event) => event.preventDefault()}>
      ${choiceField({ name: 'report', label: 'Report', value: report }, [['', 'Every report'], ...reports.map((one) => [one.report, one.title] as const)])}
      ${choiceField({ name: 'entity', label: 'Business', value: entity }, [['', 'Every business'], ...entities.map(({ id, name }) => [id, name] as const)])}
      ${textField({ name: 'month', label: 'Made in', type: 'month', value: month, required: false })}
    </form>`;
  }

  #list(first: ListIssuesResponse): TemplateResult {
    const pages = [first, ...this.older];
    const issues = pages.flatMap((page) => page.issues);
    if (issues.length === 0) return this.#nothing();
    const rows = libraryRows(issues, this.#catalog.value, this.zone);
    const chosen = rows.find((row) => issueName(row.address) === this.chosen);
    return html`${chosen === undefined ? nothing : this.#picked(chosen)}
      <ul class="frame">
        ${rows.map((row) => this.#row(row, rows, chosen))}
      </ul>
      ${this.#more(pages.at(-1)?.next)}`;
  }

  #nothing(): TemplateResult {
    return isNarrowed(this.filter)
      ? html`<div class="frame"><scc-empty heading="No report fits"><a href=${libraryHash({})}>Show every report</a></scc-empty></div>`
      : html`<div class="frame"><scc-empty heading="No reports yet">Every report that is made is kept here.</scc-empty></div>`;
  }

  #picked({ title, period, scope }: LibraryRow): TemplateResult {
    return html`<div class="notice info picked">
      <span><strong>${title}, ${period}, ${scope}.</strong> Choose another one to hold it against.</span>
      <button @click=${() => this.#choose(undefined)}>Cancel</button>
    </div>`;
  }

  #row(row: LibraryRow, rows: readonly LibraryRow[], chosen: LibraryRow | undefined): TemplateResult {
    const { address, title, scope, period, made, occasion } = row;
    return html`<li class="row ${row === chosen ? 'chosen' : ''}">
      <a class="title" href=${issueHash(address)}>${title}, ${period}</a>
      <span class="small soft num">${scope} · ${occasion} · ${made}</span>
      <span class="acts">
        ${this.#compare(row, rows, chosen)}
        <a class="button quiet" href=${issueAddress(address, 'html')} download="${address.slug}-${row.address.runKey}.html"
          >Download<span class="visually-hidden"> ${title}, ${period}, ${scope}</span></a>
      </span>
    </li>`;
  }

  /** Held against the one before in one tap; against any other in two. */
  #compare(row: LibraryRow, rows: readonly LibraryRow[], chosen: LibraryRow | undefined): unknown {
    const which = html`<span class="visually-hidden"> ${row.title}, ${row.period}, ${row.scope}, ${row.made}</span>`;
    if (chosen === undefined) {
      return html`${row.change === undefined ? nothing : html`<a class="button quiet" href=${row.change}>What changed${which}</a>`}
        <button class="quiet" @click=${() => this.#choose(row)}>Compare…${which}</button>`;
    }
    if (row === chosen || row.report !== chosen.report) return nothing;
    return html`<a class="button" href=${comparedRows(rows, chosen, row)}>Compare with this${which}</a>`;
  }

  #more(next: string | undefined): TemplateResult | typeof nothing {
    if (next === undefined) return nothing;
    return html`<div class="more">
      ${this.trouble === undefined ? nothing : html`<p role="alert">${this.trouble}</p>`}
      <button ?disabled=${this.fetching} @click=${() => void this.#fetchOlder(next)}>
        ${this.fetching ? 'Loading…' : 'Show older'}
      </button>
    </div>`;
  }

  async #fetchOlder(before: string): Promise<void> {
    const paging = new AbortController();
    this.#paging = paging;
    this.fetching = true;
    this.trouble = undefined;
    try {
      const page = await listIssues(this.filter, before, paging.signal);
      if (this.#paging === paging) this.older = [...this.older, page];
    } catch (thrown) {
      if (this.#paging === paging && !paging.signal.aborted) this.trouble = asProblem(thrown).message;
    } finally {
      if (this.#paging === paging) this.fetching = false;
    }
  }

  #startOver(): void {
    this.#paging?.abort();
    this.#paging = undefined;
    this.older = [];
    this.fetching = false;
    this.trouble = undefined;
    this.chosen = undefined;
  }

  #choose(row: LibraryRow | undefined): void {
    this.chosen = row === undefined ? undefined : issueName(row.address);
    if (row !== undefined) announce(this, `${row.title}, ${row.period}. Choose another one to hold it against.`);
  }

  readonly #narrow = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement | HTMLSelectElement;
    goTo(libraryHash(changedFilter(this.filter, name as keyof LibraryFilter, value)));
  };
}

customElements.define('scc-library-page', SccLibraryPage);

declare global {
  interface HTMLElementTagNameMap {
    'scc-library-page': SccLibraryPage;
  }
}
