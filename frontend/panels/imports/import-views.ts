import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CheckImportResponse, ImportKindView, ImportRecord } from '../../../shared/wire/imports.ts';
import { choiceField, textField } from '../../components/field.ts';
import type { Said } from './import-model.ts';
import { countsText, fieldsWithoutColumn, stateOf, withColumn, withValue } from './import-model.ts';

/** Told what the person says now. */
export type Say = (said: Said) => void;

/** What the file does not say itself: which number is the day, what stands before the cents. */
export function questionsView(found: CheckImportResponse, said: Said, say: Say): unknown {
  return found.questions.map(({ about, field = '', question, examples }) => {
    const hint = `Such as ${examples.map(({ row, value }) => `${value} in row ${row}`).join(', ')}.`;
    const name = `question-${about}-${field}`;
    const options: readonly (readonly [string, string])[] =
      about === 'date-order'
        ? [
            ['', 'Choose…'],
            ['month-first', 'The month'],
            ['day-first', 'The day'],
          ]
        : [
            ['', 'Choose…'],
            ['point', 'The point'],
            ['comma', 'The comma'],
          ];
    return html`<div @change=${(event: Event) => say(answered(said, about, field, chosenIn(event)))}>
      ${choiceField({ name, label: question, hint }, options)}
    </div>`;
  });
}

/** Every column of the file with the field it fills, to be changed; and a value for fields no column fills. */
export function columnsView(kind: ImportKindView, found: CheckImportResponse, said: Said, say: Say): TemplateResult {
  return html`<details ?open=${!found.isRead && found.questions.length === 0}>
    <summary>Columns and what they are read as</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Columns">
      <table>
        <thead>
          <tr><th scope="col">Column</th><th scope="col">Header</th><th scope="col">Read as</th></tr>
        </thead>
        <tbody>
          ${found.columns.map(({ letters, header, field }) => {
            const change = (event: Event) => say(withColumn(said, letters, chosenIn(event)));
            return html`<tr>
              <td>${letters}</td>
              <td>${header === '' ? '(no name)' : header}</td>
              <td>
                <select aria-label="Column ${letters} is read as" @change=${change}>
                  <option value="" ?selected=${field === undefined}>ignored</option>
                  ${kind.fields.map(
                    ({ name, title }) => html`<option value=${name} ?selected=${name === field}>${title}</option>`,
                  )}
                </select>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <div class="pair" @change=${(event: Event) => say(withValue(said, nameOf(event), chosenIn(event)))}>
      ${fieldsWithoutColumn(kind, found).map(({ name, title, example, required }) =>
        textField({
          name: `value-${name}`,
          label: `${title} of every row`,
          hint: `Such as ${example}`,
          required,
          value: said.values[name] ?? '',
        }),
      )}
    </div>
  </details>`;
}

/** Every problem by row and column with what stands there; a row can be left out. */
export function problemsView(found: CheckImportResponse, said: Said, say: Say): unknown {
  if (found.problems.length === 0) return nothing;
  const left = found.problemCount - found.problems.length;
  const without = (row: number) => () => say({ ...said, excluded: [...said.excluded, row] });
  return html`<h3>Problems</h3>
    <div class="scroll" tabindex="0" role="group" aria-label="Problems">
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th><th scope="col">Column</th><th scope="col">Stands there</th>
            <th scope="col">Problem</th><th scope="col"><span class="visually-hidden">Leave out</span></th>
          </tr>
        </thead>
        <tbody>
          ${found.problems.map(
            ({ row, letters, header, value, message }) => html`<tr>
              <td class="num">${row ?? ''}</td>
              <td>${[letters, header].filter((part) => part !== undefined).join(' ')}</td>
              <td>${value === undefined ? '' : `“${value}”`}</td>
              <td class="says">${message}</td>
              <td>
                ${
                  row === undefined
                    ? nothing
                    : html`<button
                        type="button"
                        aria-label="Leave out row ${row}"
                        ?disabled=${said.excluded.includes(row)}
                        @click=${without(row)}
                      >
                        Leave out
                      </button>`
                }
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left > 0 ? html`<p class="small soft">${left} more not shown.</p>` : nothing}`;
}

/** Who imported what and when, and what became of it. */
export function historyView(
  imports: readonly ImportRecord[],
  nameOfKind: (id: string) => string,
  nameOfEntity: (id: string) => string,
  go: (record: ImportRecord) => void,
): TemplateResult {
  if (imports.length === 0) {
    return html`<scc-empty heading="Nothing was imported yet">Choose a spreadsheet above.</scc-empty>`;
  }
  return html`<ul class="history">
    ${imports.map((record) => {
      const { text, tone } = stateOf(record);
      const about = [record.kind && nameOfKind(record.kind), record.entityId && nameOfEntity(record.entityId)];
      return html`<li>
        <div class="line"><strong>${record.fileName}</strong><span class="chip ${tone}">${text}</span></div>
        <span class="small">${about.filter(Boolean).join(', ')}${record.state === 'uploading' ? '' : html` · ${countsText(record)}`}</span>
        <span class="small soft"
          >${record.createdBy} · ${record.createdAt.slice(0, 16).replace('T', ' ')} UTC ·
          <span class="digest" title=${record.digest}>${record.digest.slice(0, 12)}</span></span
        >
        ${
          record.state === 'importing'
            ? html`<div><button @click=${() => go(record)}>Finish this import</button></div>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

function answered(said: Said, about: string, field: string, value: string): Said {
  if (about === 'decimal-mark') {
    const { decimalMark: _was, ...rest } = said;
    return value === 'point' || value === 'comma' ? { ...rest, decimalMark: value } : rest;
  }
  const { [field]: _was, ...dateOrders } = said.dateOrders;
  const isOrder = value === 'month-first' || value === 'day-first';
  return { ...said, dateOrders: isOrder ? { ...dateOrders, [field]: value } : dateOrders };
}

function chosenIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function nameOf(event: Event): string {
  return (event.target as HTMLInputElement).name.replace(/^value-/, '');
}
