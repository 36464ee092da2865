import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FormField } from '../../../shared/records/form.ts';
import type { FieldOptions } from '../../components/field.ts';
import { choiceField, noteField, textField, tickField } from '../../components/field.ts';
import type { Choice, Choices } from './choices.ts';
import { everyReport } from './every-report.ts';
import type { Typed } from './form-model.ts';
import { isAsked, ROWS } from './form-model.ts';

/** What showing fields needs of the form around them. */
export interface FormAround {
  readonly typed: Typed;
  readonly choices: Choices;
  /** What records are called that the lists may not hold, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly about: (path: string) => string | undefined;
  readonly addRow: (field: FormField & { readonly type: 'rows' }, path: string) => void;
  readonly addReports: (field: FormField & { readonly type: 'rows' }, path: string, reports: readonly string[]) => void;
  readonly removeRow: (path: string, index: number) => void;
}

/** Fields of a form, each the way its type is asked; short ones stand side by side where there is room. */
export function fieldViews(fields: readonly FormField[], around: FormAround, at = ''): TemplateResult {
  return html`<div class="fields">${fields.map((field) => fieldView(field, around, at + field.name, at))}</div>`;
}

function fieldView(field: FormField, around: FormAround, path: string, at: string): unknown {
  const options = optionsOf(field, around, path);
  switch (field.type) {
    case 'fixed':
    case 'new-id':
      return nothing;
    case 'rows':
      return rowsView(field, around, path);
    case 'group':
      if (!isAsked(field, around.typed)) return nothing;
      return html`<fieldset class="wide group">
        <legend>${field.label}</legend>
        ${field.hint === undefined ? nothing : html`<p class="hint">${field.hint}</p>`}
        ${fieldViews(field.fields, around, `${path}.`)}
      </fieldset>`;
    case 'note':
    case 'list':
      return html`<div class="wide">${noteField(options)}</div>`;
    case 'flag':
      return tickField({ ...options, required: false, checked: options.value === 'yes' });
    case 'choice':
      return choiceField(options, [...(field.required ? [] : [NONE]), ...field.choices]);
    case 'ticks':
      return ticksView(field, options, field.choices);
    case 'references':
      return ticksView(
        field,
        options,
        choicesFor(field.to, around, at).map(({ id, text }) => [id, text]),
      );
    case 'reference':
      return referenceView(field, options, around, at);
    default:
      return textField({ ...options, ...INPUTS[field.type] });
  }
}

const NONE = ['', '–'] as const;

const INPUTS: Readonly<Partial<Record<FormField['type'], Pick<FieldOptions, 'type' | 'inputmode' | 'min' | 'max'>>>> = {
  money: { inputmode: 'decimal' },
  share: { inputmode: 'decimal' },
  rating: { inputmode: 'decimal' },
  count: { inputmode: 'numeric' },
  day: { type: 'date', min: '2000-01-01', max: '2100-12-31' },
  month: { type: 'month' },
  time: { type: 'time' },
  instant: { type: 'datetime-local' },
  email: { type: 'email' },
};

function optionsOf(field: FormField, around: FormAround, path: string): FieldOptions {
  return {
    name: path,
    label: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    problem: around.about(path),
    value: around.typed[path] ?? '',
    required: field.required,
  };
}

/** Records of another kind, those of the business chosen first where there is one. */
function referenceView(
  field: FormField & { readonly to: string },
  options: FieldOptions,
  around: FormAround,
  at: string,
): TemplateResult {
  if (around.choices.failed(field.to))
    return textField({ ...options, hint: 'The list could not be loaded: enter the id.' });
  const found = choicesFor(field.to, around, at);
  const isHere = found.some(({ id }) => id === options.value) || options.value === '';
  const first = field.required ? (['', found.length > 0 ? 'Choose…' : 'None on record yet'] as const) : NONE;
  return choiceField(options, [
    first,
    ...(isHere ? [] : [[options.value ?? '', around.names[options.value ?? ''] ?? options.value ?? ''] as const]),
    ...found.map(({ id, text }) => [id, text] as const),
  ]);
}

function choicesFor(kind: string, { choices, typed }: FormAround, at: string): readonly Choice[] {
  const entityId = typed[`${at}entityId`] || typed['entityId'];
  const all = choices.of(kind) ?? [];
  return all.filter((one) => one.entityId === undefined || !entityId || one.entityId === entityId);
}

function ticksView(
  field: FormField,
  { name, value = '', problem }: FieldOptions,
  choices: readonly (readonly [string, string])[],
): TemplateResult {
  const ticked = value.split('\n');
  return html`<fieldset class="wide">
    <legend>${field.label}</legend>
    <div class="pair">
      ${choices.map(
        ([one, text]) => html`<label class="choice">
          <input type="checkbox" name=${name} value=${one} data-many .checked=${ticked.includes(one)} /><span>${text}</span>
        </label>`,
      )}
    </div>
    ${problem === undefined ? nothing : html`<span class="problem">${problem}</span>`}
  </fieldset>`;
}

function rowsView(field: FormField & { readonly type: 'rows' }, around: FormAround, path: string): TemplateResult {
  const count = Number(around.typed[path + ROWS] ?? 0);
  const problem = around.about(path);
  const every = everyReport(field, around.typed, path, around.choices.of('report') ?? []);
  return html`<fieldset class="wide group">
    <legend>${field.label}</legend>
    ${field.hint === undefined ? nothing : html`<span class="hint">${field.hint}</span>`}
    ${Array.from(
      { length: count },
      (_, index) => html`<div class="row" role="group" aria-label="${field.label} ${index + 1}">
        ${fieldViews(field.fields, around, `${path}[${index}].`)}
        <button type="button" class="quiet" aria-label="Remove: ${field.label} ${index + 1}" @click=${() => around.removeRow(path, index)}>
          Remove
        </button>
      </div>`,
    )}
    ${problem === undefined ? nothing : html`<span class="problem">${problem}</span>`}
    <div class="actions">
      <button type="button" aria-label="Add a line: ${field.label}" @click=${() => around.addRow(field, path)}>Add a line</button>
      ${every === undefined ? nothing : html`<button type="button" class="quiet" @click=${() => around.addReports(field, path, every.reports)}>${every.label}</button>`}
    </div>
  </fieldset>`;
}
