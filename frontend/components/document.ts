import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ReportDocument, Section } from '../../shared/reports/document/report-document.ts';
import { definitionFinder } from '../../shared/reports/render/footnotes.ts';
import { headingOf } from '../../shared/reports/render/letterhead.ts';
import { headingText, legendOf } from '../../shared/reports/render/wording.ts';
import { base } from '../styles/base.ts';
import { blockView } from './document-blocks.ts';
import { sentence } from './document-sentence.ts';
import { documentListStyles, documentStyles, documentTableStyles } from './document-styles.ts';
import type { DefinitionOf } from './figure-model.ts';
import { foldStyles } from './fold-styles.ts';
import { receiptStyles } from './receipt.ts';
import { ReceiptDialog, receiptDialogStyles, toldStyles } from './receipt-dialog.ts';

/** A whole report: the same cells and the same words as in the mail, set for the screen. */
export class SccDocument extends LitElement {
  static override styles = [
    base,
    receiptStyles,
    receiptDialogStyles,
    toldStyles,
    documentStyles,
    documentTableStyles,
    documentListStyles,
    foldStyles,
  ];
  static override properties = { document: { attribute: false }, sections: { attribute: false }, company: {} };

  declare document: ReportDocument | undefined;
  /** The sections to show, without masthead; all of it when left out. */
  declare sections: readonly Section[] | undefined;
  declare company: string;

  readonly #receipt = new ReceiptDialog(this);

  constructor() {
    super();
    this.company = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { document } = this;
    if (document === undefined) return nothing;
    const definitionOf = definitionFinder(document);
    const whole = this.sections === undefined;
    const sections = this.sections ?? document.sections;
    const legend = whole ? legendOf(document) : undefined;
    return html`<article aria-labelledby=${whole ? 'title' : nothing}>
      ${whole ? this.#masthead(document) : nothing}
      ${sections.map((section) => this.#section(section, definitionOf))}
      ${legend === undefined ? nothing : html`<p class="legend">${legend}</p>`}
      ${this.#receipt.view(definitionOf, document)}
    </article>`;
  }

  #masthead(document: ReportDocument): TemplateResult {
    const heading = headingOf(document, { companyName: this.company });
    return html`<div class="masthead">
      <h1 id="title">${heading.title}</h1>
      <p class="meta num">
        <span>${heading.period}</span><span>${heading.scope}</span><span>${heading.asOf}</span>
        ${heading.nextDue === undefined ? nothing : html`<span>${heading.nextDue}</span>`}
      </p>
      <p class="headline">${sentence(document.headline)}</p>
    </div>`;
  }

  #section(section: Section, definitionOf: DefinitionOf): TemplateResult {
    return html`<section aria-labelledby="s-${section.id}">
      <h2 id="s-${section.id}">${headingText(section)}</h2>
      ${section.blocks.map((block) => blockView(block, definitionOf))}
    </section>`;
  }
}

customElements.define('scc-document', SccDocument);

declare global {
  interface HTMLElementTagNameMap {
    'scc-document': SccDocument;
  }
}
