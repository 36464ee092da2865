import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { definitionFinder } from '../../shared/reports/render/footnotes.ts';
import { headingOf } from '../../shared/reports/render/letterhead.ts';
import { headingText, legendOf } from '../../shared/reports/render/wording.ts';
import { base } from '../styles/base.ts';
import type { ContentsLine } from './contents.ts';
import './contents.ts';
import { blockView } from './document-blocks.ts';
import { sentence } from './document-sentence.ts';
import { documentContentsStyles, documentListStyles, documentStyles } from './document-styles.ts';
import { documentTableStyles, foldedTableStyles } from './document-table-styles.ts';
import type { DefinitionOf } from './figure-model.ts';
import { foldStyles } from './fold-styles.ts';
import { ReadingPlace } from './reading-place.ts';
import { receiptStyles } from './receipt.ts';
import { ReceiptDialog, receiptDialogStyles, toldStyles } from './receipt-dialog.ts';

/** A report of fewer sections is seen at a glance, as a debrief is. */
const LONG = 8;

/** A whole report: the same cells and the same words as in the mail, set for the screen; a long one with its contents. */
export class SccDocument extends LitElement {
  static override styles = [
    base,
    receiptStyles,
    receiptDialogStyles,
    toldStyles,
    documentStyles,
    documentTableStyles,
    foldedTableStyles,
    documentListStyles,
    foldStyles,
    documentContentsStyles,
  ];
  static override properties = {
    document: { attribute: false },
    company: {},
    place: {},
    addressOf: { attribute: false },
  };

  declare document: ReportDocument | undefined;
  declare company: string;
  /** The section it is opened at; the top, when left out. */
  declare place: string | undefined;
  /** The address of a section; a report without one lists no contents. */
  declare addressOf: ((sectionId: string) => string) | undefined;

  readonly #receipt = new ReceiptDialog(this);
  readonly #reading = new ReadingPlace(this);
  /** The place it has been opened at already: from there on the reader goes where they want. */
  #openedAt: string | undefined;

  constructor() {
    super();
    this.company = '';
  }

  protected override updated(): void {
    const { place } = this;
    if (place === undefined || place === this.#openedAt || this.document === undefined) return;
    this.#openedAt = place;
    requestAnimationFrame(() => this.#reading.goTo(place));
  }

  override render(): TemplateResult | typeof nothing {
    const { document } = this;
    if (document === undefined) return nothing;
    const definitionOf = definitionFinder(document);
    const legend = legendOf(document);
    return html`<article aria-labelledby="title">
      ${this.#masthead(document, definitionOf)} ${this.#contents(document)}
      <div class="sections">
        ${document.sections.map((section) => this.#section(section, definitionOf))}
        ${legend === undefined ? nothing : html`<p class="legend">${legend}</p>`}
      </div>
      ${this.#receipt.view(definitionOf, document)}
    </article>`;
  }

  #contents({ sections }: ReportDocument): TemplateResult | typeof nothing {
    const { addressOf } = this;
    if (addressOf === undefined || sections.length < LONG) return nothing;
    const lines = sections.map(({ id, heading }): ContentsLine => ({ id, heading, href: addressOf(id) }));
    return html`<scc-contents .lines=${lines} .current=${this.#reading.current ?? sections[0]?.id} @scc-section-chosen=${this.#goTo}></scc-contents>`;
  }

  /** The address says where one is, so that it can be kept or sent; going back leads out of the report, not through it. */
  readonly #goTo = ({ detail }: CustomEvent<string>): void => {
    if (this.#reading.goTo(detail)) history.replaceState(history.state, '', this.addressOf?.(detail));
  };

  #masthead(document: ReportDocument, definitionOf: DefinitionOf): TemplateResult {
    const heading = headingOf(document, { companyName: this.company });
    return html`<div class="masthead">
      <h1 id="title">${heading.title}</h1>
      <p class="meta num">
        <span>${heading.period}</span><span>${heading.scope}</span><span>${heading.asOf}</span>
        ${heading.nextDue === undefined ? nothing : html`<span>${heading.nextDue}</span>`}
      </p>
      <p class="headline">${sentence(document.headline, { about: document.title, definitionOf })}</p>
    </div>`;
  }

  #section(section: Section, definitionOf: DefinitionOf): TemplateResult {
    return html`<section id=${section.id} aria-labelledby="s-${section.id}">
      <h2 id="s-${section.id}" tabindex="-1">${headingText(section)}</h2>
      ${section.blocks.map((block) => blockView(block, definitionOf, section.heading))}
    </section>`;
  }
}

customElements.define('scc-document', SccDocument);

declare global {
  interface HTMLElementTagNameMap {
    'scc-document': SccDocument;
  }
}
