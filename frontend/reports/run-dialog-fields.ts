import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { CatalogResponse } from '../../shared/wire/reports.ts';
import { textField } from '../components/field.ts';
import type { RunChoice } from './run-request-model.ts';
import { runnable, toggled } from './run-request-model.ts';

type Change = (part: Partial<RunChoice>) => void;

/** Which reports. */
export function reportChoice(catalog: CatalogResponse, choice: RunChoice, change: Change): TemplateResult {
  const all = runnable(catalog).map(({ report }) => report);
  const isEvery = all.every((report) => choice.reports.includes(report));
  return html`<fieldset>
    <legend>Reports</legend>
    <div class="pair">
      ${runnable(catalog).map(({ report, title }) =>
        box(title, choice.reports.includes(report), (isIn) =>
          change({ reports: toggled(choice.reports, report, isIn) }),
        ),
      )}
    </div>
    <button type="button" class="quiet" @click=${() => change({ reports: isEvery ? [] : all })}>
      ${isEvery ? 'Choose none' : 'Choose all'}
    </button>
  </fieldset>`;
}

/** Whose figures. */
export function entityChoice(catalog: CatalogResponse, choice: RunChoice, change: Change): TemplateResult {
  return html`<fieldset>
    <legend>Figures of</legend>
    <div class="pair">
      ${catalog.entities.map(({ id, name }) =>
        box(name, choice.entityIds.includes(id), (isIn) => change({ entityIds: toggled(choice.entityIds, id, isIn) })),
      )}
    </div>
  </fieldset>`;
}

/** Which days: a month, the last closed one unless changed, or from a day through another. */
export function periodChoice(choice: RunChoice, change: Change): TemplateResult {
  const changed = (name: 'month' | 'from' | 'through') => (event: Event) =>
    change({ [name]: (event.target as HTMLInputElement).value });
  return html`<fieldset>
    <legend>Period</legend>
    <div class="pair">
      ${radio('span', 'A month', choice.span === 'month', () => change({ span: 'month' }))}
      ${radio('span', 'From day to day', choice.span === 'days', () => change({ span: 'days' }))}
    </div>
    ${
      choice.span === 'month'
        ? html`<div @input=${changed('month')}>
          ${textField({ name: 'month', label: 'Month', type: 'month', value: choice.month })}
        </div>`
        : html`<div class="pair">
          <div @input=${changed('from')}>${textField({ name: 'from', label: 'First day', type: 'date', value: choice.from })}</div>
          <div @input=${changed('through')}>
            ${textField({ name: 'through', label: 'Last day', type: 'date', value: choice.through })}
          </div>
        </div>`
    }
  </fieldset>`;
}

/** Mailed to whom. */
export function sendChoice(choice: RunChoice, change: Change): TemplateResult {
  const options = [
    ['nobody', 'Nobody: keep and show here'],
    ['me', 'Me, as a test'],
    ['subscribers', 'Everyone subscribed'],
  ] as const;
  return html`<fieldset>
    <legend>Send to</legend>
    ${options.map(([sendTo, label]) => radio('sendTo', label, choice.sendTo === sendTo, () => change({ sendTo })))}
  </fieldset>`;
}

function box(label: string, isIn: boolean, change: (isIn: boolean) => void): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" .checked=${isIn} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>`;
}

function radio(name: string, label: string, isIn: boolean, choose: () => void): TemplateResult {
  return html`<label class="choice">
    <input type="radio" name=${name} .checked=${isIn} @change=${choose} />
    <span>${label}</span>
  </label>`;
}
