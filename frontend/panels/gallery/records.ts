import type { TemplateResult } from 'lit';
import { css, html, LitElement } from 'lit';
import type { Form } from '../../../shared/records/form.ts';
import type { ListedRecord } from '../../../shared/wire/records.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { GalleryAnswer } from '../../components/gallery-server.ts';
import { answering, comeBackTo } from '../../components/gallery-server.ts';
import { base } from '../../styles/base.ts';
import { beginningFor } from '../records/beginning.ts';
import '../records/record-form.ts';
import '../records/register-page.ts';

const OFFICE: MeResponse = {
  userId: 'usr_1',
  name: 'Jonah Merriweather',
  roles: ['admin'],
  entityIds: ['jada'],
  grants: [],
  actions: ['register.read', 'register.write'],
  company: 'Harbor Group',
  zone: 'America/Los_Angeles',
  today: '2026-11-21',
};

/** A register in each state a page can be in, by the kind its address names. */
const STATES: Readonly<Record<string, GalleryAnswer['comes'] | 'empty'>> = {
  'gallery-full': 'now',
  'gallery-none': 'empty',
  'gallery-late': 'never',
  'gallery-lost': 'failed',
  'gallery-old': 'at first',
};

/** A form with a field of every look. */
const FORM: Form = {
  kind: 'gallery-full',
  one: 'mooring',
  many: 'moorings',
  of: 'register',
  isWithdrawable: true,
  isWritten: true,
  fields: [
    { name: 'entityId', label: 'Business', required: true, type: 'reference', to: 'entity' },
    { name: 'name', label: 'Name', required: true, type: 'text' },
    { name: 'cents', label: 'Fee', hint: 'In dollars, such as 1,200.00', required: true, type: 'money' },
    { name: 'from', label: 'From', required: true, type: 'day' },
    {
      name: 'kind',
      label: 'Kind',
      required: true,
      type: 'choice',
      choices: [
        ['buoy', 'Buoy'],
        ['dock', 'Dock'],
      ],
    },
    { name: 'power', label: 'Has shore power', required: true, type: 'flag' },
    {
      name: 'days',
      label: 'Open on',
      required: true,
      type: 'ticks',
      choices: [
        ['mon', 'Monday'],
        ['sun', 'Sunday'],
      ],
    },
    { name: 'note', label: 'Note', required: false, type: 'note' },
    {
      name: 'documents',
      label: 'Papers with an end date',
      required: true,
      type: 'rows',
      fields: [{ name: 'expiresOn', label: 'Expires on', required: true, type: 'day' }],
    },
  ],
};

const MOORING: ListedRecord = {
  id: 'moo_1',
  version: 1,
  entityId: 'jada',
  name: 'The outer buoy of the old fishing harbor, third row',
  cents: 45_000,
  from: '2026-01-01',
  kind: 'buoy',
  power: false,
  days: ['mon'],
  documents: [{ expiresOn: '2027-05-01' }],
};

/** Registers and the one form everything is recorded with, in the gallery: in every state, and refused. */
export class SccGalleryRecords extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-6);
        overflow-x: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void comeBackTo(this.renderRoot);
  }

  override render(): TemplateResult {
    const from = beginningFor(OFFICE, [{ id: 'jada', text: 'Harbor Group' }]);
    const problems = [
      { field: 'name', message: 'expected one line of text of 1 to 120 characters' },
      { field: 'version', message: 'a reason no field shows' },
    ];
    const refusal = new ApiProblem('invalid', 'This mooring does not fit.', { problems });
    return html`${Object.keys(STATES).map(
      (kind) =>
        html`<scc-register-page class=${kind === 'gallery-old' ? 'old' : ''} .kind=${kind} .me=${OFFICE}></scc-register-page>`,
    )}
      <scc-record-form .form=${FORM} .from=${from}></scc-record-form>
      <scc-record-form .form=${FORM} .from=${from} .record=${MOORING} .refusal=${refusal}></scc-record-form>
      <scc-record-form .form=${FORM} .from=${from} .record=${MOORING} busy></scc-record-form>`;
  }
}

answering(({ pathname }: URL): GalleryAnswer | undefined => {
  if (pathname === '/api/register/entity') return { comes: 'now', body: { kind: 'entity', records: [ENTITY] } };
  const kind = /^\/api\/(?:forms|register)\/(gallery-\w+)$/.exec(pathname)?.[1] ?? '';
  const state = STATES[kind];
  if (state === undefined) return undefined;
  if (state === 'never' || state === 'failed') return { comes: state };
  const records = state === 'empty' ? [] : [MOORING];
  const body = pathname.startsWith('/api/forms/') ? { form: { ...FORM, kind } } : { kind, records };
  return { comes: state === 'at first' ? 'at first' : 'now', body };
});

const ENTITY = { id: 'jada', version: 1, name: 'Harbor Group' };

customElements.define('scc-gallery-records', SccGalleryRecords);

declare global {
  interface HTMLElementTagNameMap {
    'scc-gallery-records': SccGalleryRecords;
  }
}
