import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

/** What a field of a form needs to be asked properly. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value?: string;
  readonly required?: boolean;
  readonly type?: 'text' | 'email' | 'number' | 'date' | 'datetime-local' | 'month' | 'time' | 'search';
  /** Of a statement: whether it is ticked. */
  readonly checked?: boolean;
  readonly inputmode?: 'numeric' | 'decimal' | 'text';
  readonly min?: string;
  readonly max?: string;
  readonly autocomplete?: 'email' | 'off' | 'name';
}

/** One line to fill in, with its label, hint and problem tied to it. */
export function textField(of: FieldOptions): TemplateResult {
  return framed(
    of,
    html`<input
      id=${of.name}
      name=${of.name}
      type=${of.type ?? 'text'}
      .value=${of.value ?? ''}
      ?required=${of.required ?? true}
      min=${of.min ?? nothing}
      max=${of.max ?? nothing}
      inputmode=${of.inputmode ?? nothing}
      autocomplete=${of.autocomplete ?? 'off'}
      aria-invalid=${of.problem === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(of)}
    />`,
  );
}

/** Several lines to fill in. */
export function noteField(of: FieldOptions): TemplateResult {
  return framed(
    of,
    html`<textarea
      id=${of.name}
      name=${of.name}
      maxlength="2000"
      ?required=${of.required ?? true}
      aria-invalid=${of.problem === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(of)}
      .value=${of.value ?? ''}
    ></textarea>`,
  );
}

/** One choice out of few, as a native list. */
export function choiceField(
  of: FieldOptions,
  options: readonly (readonly [value: string, text: string])[],
): TemplateResult {
  return framed(
    of,
    html`<select
      id=${of.name}
      name=${of.name}
      aria-invalid=${of.problem === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(of)}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === of.value}>${text}</option>`)}
    </select>`,
  );
}

/** A statement to be ticked. */
export function tickField(of: FieldOptions): TemplateResult {
  return html`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        name=${of.name}
        .checked=${of.checked ?? false}
        ?required=${of.required ?? false}
        aria-describedby=${describedBy(of)}
      /><span>${of.label}</span></label
    >
    ${underneath(of)}
  </div>`;
}

function framed(of: FieldOptions, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${of.name}>${of.label}${of.required === false ? html` <span class="hint">optional</span>` : nothing}</label>
    ${control}${underneath(of)}
  </div>`;
}

function underneath(of: FieldOptions): unknown {
  return html`${of.hint === undefined ? nothing : html`<span class="hint" id="${of.name}-hint">${of.hint}</span>`}${
    of.problem === undefined ? nothing : html`<span class="problem" id="${of.name}-problem">${of.problem}</span>`
  }`;
}

function describedBy(of: FieldOptions): string | typeof nothing {
  const ids = [of.hint === undefined ? '' : `${of.name}-hint`, of.problem === undefined ? '' : `${of.name}-problem`];
  const text = ids.filter((id) => id !== '').join(' ');
  return text === '' ? nothing : text;
}
