import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import type { GalleryAnswer } from '../../components/gallery-server.ts';
import { answering, comeBackTo } from '../../components/gallery-server.ts';
import { base } from '../../styles/base.ts';
import '../charter/charter-panel.ts';
import '../charters/charter-list-panel.ts';
import '../sign-in/sign-in-panel.ts';
import { BEFORE, MONTH } from './charter-sample.ts';

const CAPTAIN: MeResponse = {
  userId: 'usr_1',
  name: 'Jonah Merriweather',
  roles: ['captain'],
  entityIds: ['jada'],
  grants: [],
  actions: [
    'charter.move',
    'charter.milestone',
    'charter.checklist',
    'charter.crew',
    'charter.roles',
    'charter.guest',
    'charter.override',
  ],
  company: 'Harbor Group',
  zone: 'America/Los_Angeles',
  today: '2026-11-21',
};

/** Months of the list and charters that show each state a page can be in. */
const STATES = [
  { state: 'ready', month: '2026-11', charterId: 'chr_gallery' },
  { state: 'empty', month: '2026-12', charterId: undefined },
  { state: 'loading', month: '2026-08', charterId: 'chr_loading' },
  { state: 'failed', month: '2026-09', charterId: 'chr_failed' },
  { state: 'old', month: '2026-10', charterId: 'chr_old' },
] as const;

/** The pages of the host app in the gallery, each in every state: signing in, the charters of a month, one charter. */
export class SccGalleryHostPages extends LitElement {
  static override styles = [
    base,
    css`
      /* Pages ask the window for room, and here they have half of it. */
      :host {
        overflow-x: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void comeBackTo(this.renderRoot);
  }

  override render(): TemplateResult {
    return html`<scc-sign-in-panel></scc-sign-in-panel>
      <scc-sign-in-panel .back=${'#/reports'}></scc-sign-in-panel>
      <scc-sign-in-panel .token=${'gallery'}></scc-sign-in-panel>
      ${STATES.map(({ state, month }) => html`<scc-charter-list-panel class=${state} .month=${month}></scc-charter-list-panel>`)}
      ${STATES.map(({ state, charterId }) =>
        charterId === undefined
          ? ''
          : html`<scc-charter-panel class=${state} .charterId=${charterId} .me=${CAPTAIN}></scc-charter-panel>`,
      )}`;
  }
}

function answerTo({ pathname, searchParams }: URL): GalleryAnswer | undefined {
  const isList = pathname === '/api/charters';
  const month = searchParams.get('month');
  const shown = STATES.find((one) => (isList ? one.month === month : pathname === `/api/charters/${one.charterId}`));
  switch (shown?.state) {
    case undefined:
      return undefined;
    case 'loading':
      return { comes: 'never' };
    case 'failed':
      return { comes: 'failed' };
    case 'empty':
      return { comes: 'now', body: { ...MONTH, month, charters: [] } };
    case 'ready':
    case 'old':
      return { comes: shown.state === 'old' ? 'at first' : 'now', body: isList ? { ...MONTH, month } : BEFORE };
  }
}

answering(answerTo);

customElements.define('scc-gallery-host-pages', SccGalleryHostPages);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery-host-pages': SccGalleryHostPages;
  }
}
