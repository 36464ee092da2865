import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { LIFECYCLE } from '../../../shared/records/charter-terms.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { choiceField, noteField, textField } from '../../components/field.ts';
import '../../components/figure.ts';
import '../../components/menu.ts';
import '../../components/problem-list.ts';
import '../../components/state-badge.ts';
import '../../components/state-views.ts';
import '../../shell/header.ts';
import { FIGURES } from './gallery-samples.ts';

const PROBLEMS = [
  { field: 'checklist', message: 'Tick every mandatory item.' },
  { field: 'weather', message: 'Record the weather decision.' },
];
const TONES = ['good', 'warn', 'bad', 'info', 'accent'] as const;
const ME: MeResponse = {
  userId: 'usr_gallery',
  name: 'Wilhelmina Featherstonehaugh',
  roles: ['admin'],
  entityIds: ['jada'],
  grants: [],
  actions: [],
  company: 'Harbor Group',
  zone: 'America/Los_Angeles',
  today: '2026-11-21',
};

/** The head of every page: signed in, and before anybody is. */
export function header(): TemplateResult {
  const items = [
    { label: 'Charters', hash: '#', current: false },
    { label: 'Reports', hash: '#', current: true },
  ];
  return html`<scc-header .me=${ME} .items=${items}></scc-header><scc-header></scc-header>`;
}

/** Headline figures in every state and certainty; the last opens no receipt. */
export function figures(): TemplateResult {
  return html`<div class="cards">
    ${FIGURES.map((of) => html`<scc-figure .of=${of} told></scc-figure>`)} <scc-figure .of=${FIGURES[0]}></scc-figure>
  </div>`;
}

export function views(): TemplateResult {
  return html`<scc-loading what="the charters of May"></scc-loading>
    <scc-empty heading="Nothing here yet">A sentence on what to do.</scc-empty>
    <scc-failed heading="Could not load" message="The server could not be reached." reference="req_1"></scc-failed>`;
}

export function badges(): TemplateResult {
  return html`<div class="row">${LIFECYCLE.map((state) => html`<scc-state-badge .state=${state}></scc-state-badge>`)}</div>`;
}

export function chips(): TemplateResult {
  return html`<div class="row">${TONES.map((tone) => html`<span class="chip ${tone}">${tone}</span>`)}</div>
    ${(['warn', 'bad', 'info'] as const).map((tone) => html`<div class="notice ${tone}">A notice that says ${tone}.</div>`)}`;
}

export function reasons(): TemplateResult {
  return html`<scc-problem-list .problems=${PROBLEMS}></scc-problem-list>
    <scc-problem-list tone="bad" .problems=${PROBLEMS}></scc-problem-list>`;
}

/** Fields empty, filled, with a hint and with a problem. */
export function form(): TemplateResult {
  return html`<form>
    ${textField({ name: 'empty', label: 'Empty', required: false })}
    ${textField({ name: 'amount', label: 'Amount', value: '1,250.00', hint: 'In dollars and cents.', inputmode: 'decimal' })}
    ${textField({ name: 'day', label: 'Day', type: 'date', value: '2026-11-31', problem: 'November has 30 days.' })}
    ${choiceField({ name: 'business', label: 'Business' }, [
      ['jada', 'JADA Charters'],
      ['qos', 'Queen of San Diego Harbor Excursions and Events'],
    ])}
    ${noteField({ name: 'note', label: 'Note', value: 'Fuel dock closed.', required: false })}
    <label class="choice"><input type="checkbox" checked /><span>Chosen</span></label>
    <label class="choice"><input type="checkbox" /><span>Not chosen</span></label>
  </form>`;
}

export function buttons(): TemplateResult {
  const kinds = ['', 'primary', 'quiet', 'danger', 'big'];
  return html`${kinds.map((kind) => html`<button class=${kind}>${kind === '' ? 'plain' : kind}</button>`)}
    <button disabled>off</button>
    <scc-menu><span slot="face">Menu</span><button class="quiet">A choice</button></scc-menu>`;
}
