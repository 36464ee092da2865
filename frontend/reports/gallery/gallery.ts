import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import { LIFECYCLE } from '../../../shared/records/charter-terms.ts';
import '../../components/dialog.ts';
import '../../components/document.ts';
import '../../components/figure.ts';
import '../../components/menu.ts';
import '../../components/problem-list.ts';
import '../../components/state-badge.ts';
import '../../components/state-views.ts';
import '../dashboard.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { DOCUMENT, FIGURES, LIVES } from './gallery-samples.ts';

const PROBLEMS = [
  { field: 'checklist', message: 'Tick every mandatory item.' },
  { field: 'weather', message: 'Record the weather decision.' },
];
const TONES = ['good', 'warn', 'bad', 'info', 'accent'] as const;

/** Every component in the states it can be in, for whoever works on them; it follows the device's light or dark. */
export class SccGallery extends LitElement {
  static override styles = [
    base,
    controls,
    surface,
    css`
      :host {
        display: grid;
        gap: var(--space-7);
        max-width: 72rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-4);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
        gap: var(--space-3);
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
    `,
  ];
  static override properties = { open: { state: true } };
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  override render(): TemplateResult {
    return html`<h1>Gallery</h1>
      ${part('Headline figures', html`<div class="cards">${FIGURES.map((of) => html`<scc-figure .of=${of}></scc-figure>`)}</div>`)}
      ${LIVES.map(({ name, live }) => part(`Dashboard: ${name}`, html`<scc-dashboard .live=${live}></scc-dashboard>`))}
      ${part('A report', html`<scc-document .document=${DOCUMENT} company="Harbor Group"></scc-document>`)}
      ${part('Waiting, nothing, failed', views())}
      ${part('Charter states', html`<div class="row">${LIFECYCLE.map((state) => html`<scc-state-badge .state=${state}></scc-state-badge>`)}</div>`)}
      ${part('Chips and notices', chips())}
      ${part('Reasons', html`<scc-problem-list .problems=${PROBLEMS}></scc-problem-list><scc-problem-list tone="bad" .problems=${PROBLEMS}></scc-problem-list>`)}
      ${part('Buttons, menu, dialog', this.#controls())}`;
  }

  #controls(): TemplateResult {
    const kinds = ['', 'primary', 'quiet', 'danger'];
    return html`<div class="row">
        ${kinds.map((kind) => html`<button class=${kind}>${kind === '' ? 'plain' : kind}</button>`)}
        <button disabled>off</button>
        <scc-menu><span slot="face">Menu</span><button class="quiet">A choice</button></scc-menu>
        <button @click=${this.#turn}>Open the dialog</button>
      </div>
      <scc-dialog heading="A dialog" ?open=${this.open} @scc-dialog-closed=${this.#turn}><p>What it asks.</p></scc-dialog>`;
  }

  readonly #turn = (event: Event): void => {
    this.open = event.type === 'click';
  };
}

function part(name: string, shown: TemplateResult): TemplateResult {
  return html`<section aria-label=${name}><h2>${name}</h2>${shown}</section>`;
}

function views(): TemplateResult {
  return html`<scc-loading what="the charters of May"></scc-loading>
    <scc-empty heading="Nothing here yet">A sentence on what to do.</scc-empty>
    <scc-failed heading="Could not load" message="The server could not be reached." reference="req_1"></scc-failed>`;
}

function chips(): TemplateResult {
  return html`<div class="row">${TONES.map((tone) => html`<span class="chip ${tone}">${tone}</span>`)}</div>
    ${(['warn', 'bad', 'info'] as const).map((tone) => html`<div class="notice ${tone}">A notice that says ${tone}.</div>`)}`;
}

customElements.define('scc-gallery', SccGallery);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery': SccGallery;
  }
}
