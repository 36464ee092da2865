import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CheckImportResponse, ImportRecord, ListImportsResponse } from '../../../shared/wire/imports.ts';
import { checkImport, listImports, sendFile, stepImport } from '../../api/imports.ts';
import { Load } from '../../api/load.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import { choiceField } from '../../components/field.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import type { Said } from './import-model.ts';
import { countsText, entitiesFor, foundText, nothingSaid, rows, rowsDone } from './import-model.ts';
import { importStyles } from './import-styles.ts';
import { columnsView, historyView, problemsView, questionsView } from './import-views.ts';

/** What is under way, and how far it is; nothing while the person is asked. */
type Busy = { readonly doing: string; readonly share?: number };

/** Spreadsheets become records: choose a file, see what it says, settle what is open, import, and see what was imported. */
export class SccImportsPanel extends LitElement {
  static override styles = [base, controls, fields, surface, importStyles];
  static override properties = {
    kind: { state: true },
    file: { state: true },
    sent: { state: true },
    said: { state: true },
    found: { state: true },
    busy: { state: true },
    problem: { state: true },
    isOver: { state: true },
  };

  declare kind: string | undefined;
  declare file: File | undefined;
  declare sent: ImportRecord | undefined;
  declare said: Said | undefined;
  declare found: CheckImportResponse | undefined;
  declare busy: Busy | undefined;
  declare problem: ApiProblem | undefined;
  declare isOver: boolean;

  readonly #load = new Load<ListImportsResponse>(this);

  constructor() {
    super();
    this.isOver = false;
  }

  protected override willUpdate(): void {
    this.#load.want('imports', listImports);
  }

  override render(): TemplateResult {
    return html`<h1>Imports</h1>
      ${loadedView(this.#load, 'the imports', (list) => this.#page(list))}`;
  }

  #page(list: ListImportsResponse): TemplateResult {
    const name =
      (of: readonly { readonly id: string; readonly title?: string; readonly name?: string }[]) => (id: string) => {
        const one = of.find((each) => each.id === id);
        return one?.title ?? one?.name ?? id;
      };
    return html`<div class="stack">
      <section class="card">
        <h2>Import a spreadsheet</h2>
        ${this.#choose(list)} ${this.#state()}
      </section>
      ${this.found === undefined || this.said === undefined ? nothing : this.#findings(list, this.found, this.said)}
      <section class="card">
        <h2>Bank lines</h2>
        <p class="small soft">Lines of bank, card and processor statements are matched with what is in the books.</p>
        <a href="#/bank">Match bank lines</a>
      </section>
      <section class="card">
        <h2>What was imported</h2>
        ${historyView(list.imports, name(list.kinds), name(list.entities), (record) => void this.#import(record))}
      </section>
    </div>`;
  }

  #choose(list: ListImportsResponse): TemplateResult {
    const kind = list.kinds.find(({ id }) => id === this.kind) ?? list.kinds[0];
    const theirs = entitiesFor(kind, list.entities);
    return html`<form @submit=${this.#check}>
      <div class="pair">
        <div @change=${this.#hold}>
          ${choiceField(
            { name: 'kind', label: 'What it holds', value: kind?.id ?? '' },
            list.kinds.map(({ id, title }) => [id, title]),
          )}
        </div>
        ${choiceField(
          {
            name: 'entity',
            label: 'Whose books',
            ...(theirs.length === 0 ? { hint: 'No business of yours keeps these' } : {}),
          },
          theirs.map(({ id, name }) => [id, name]),
        )}
      </div>
      <div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${this.#over}
        @dragleave=${this.#out}
        @drop=${this.#drop}
      >
        <label for="file">Drop a CSV or Excel file here, or choose one</label>
        <input id="file" type="file" accept=".csv,.tsv,.txt,.xlsx" aria-describedby="file-hint" @change=${this.#pick} />
        <span class="hint" id="file-hint">${this.file === undefined ? 'Up to 10 MB. Nothing is stored before you say so.' : this.file.name}</span>
      </div>
      <div class="actions">
        <button class=${this.found === undefined ? 'primary' : ''} ?disabled=${this.file === undefined || theirs.length === 0 || this.busy !== undefined}>
          Check the file
        </button>
      </div>
    </form>`;
  }

  #state(): unknown {
    const { busy, problem } = this;
    if (busy) {
      return html`<p role="status">${busy.doing}</p>
        <progress aria-label=${busy.doing} max="1" value=${busy.share ?? nothing}></progress>`;
    }
    if (problem === undefined) return nothing;
    return html`<div class="notice bad" role="alert">
      <span>${problem.message} ${problem.problems.map(({ field, message }) => `${field}: ${message}.`).join(' ')}</span>
    </div>`;
  }

  #findings(list: ListImportsResponse, found: CheckImportResponse, said: Said): unknown {
    const kind = list.kinds.find(({ id }) => id === said.kind);
    if (kind === undefined) return nothing;
    const say = (now: Said) => {
      this.said = now;
      this.found = { ...found, isClean: false };
    };
    const leave = (event: Event) => say({ ...said, leaveOutBadRows: (event.target as HTMLInputElement).checked });
    return html`<section class="card">
      <div class="card-head"><h2>What the file says</h2><span class="small soft">Read as ${found.about}</span></div>
      <form class="found" @submit=${this.#recheck}>
        <p role="status">${foundText(found)}</p>
        ${questionsView(found, said, say)} ${columnsView(kind, found, said, say)} ${problemsView(found, said, say)}
        ${
          found.badRows === 0
            ? nothing
            : html`<label class="choice"
                ><input type="checkbox" .checked=${said.leaveOutBadRows} @change=${leave} /><span
                  >Leave out all rows that cannot be stored</span
                ></label
              >`
        }
        ${said.excluded.length === 0 ? nothing : html`<p class="small">Left out: row ${said.excluded.join(', ')}</p>`}
        <div class="actions">
          <button
            type="button"
            class="primary"
            ?disabled=${!found.isClean || found.ready === 0 || this.busy !== undefined}
            @click=${() => this.sent && void this.#import(this.sent)}
          >
            Import ${rows(found.ready)}
          </button>
          <button ?disabled=${this.busy !== undefined}>Check again</button>
        </div>
      </form>
    </section>`;
  }

  readonly #check = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { file } = this;
    if (file === undefined) return;
    const chosen = new FormData(event.target as HTMLFormElement);
    this.found = undefined;
    await this.#doing('Sending the file', async () => {
      const { import: sent } = await sendFile(file, (share) => {
        this.busy = { doing: 'Sending the file', share };
      });
      this.sent = sent;
      await this.#look(nothingSaid(String(chosen.get('kind')), String(chosen.get('entity'))));
    });
  };

  readonly #recheck = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { said } = this;
    if (said) await this.#doing('Reading the file', () => this.#look(said));
  };

  async #look(said: Said): Promise<void> {
    if (this.sent === undefined) return;
    this.busy = { doing: 'Reading the file' };
    this.found = await checkImport(this.sent.id, said);
    this.said = said;
    announce(this, foundText(this.found));
  }

  async #import(record: ImportRecord): Promise<void> {
    await this.#doing('Importing', async () => {
      let now = record;
      while (now.state !== 'done' && this.isConnected) {
        now = (await stepImport(record.id)).import;
        const of = now.ready === undefined ? {} : { share: Math.min(1, rowsDone(now) / Math.max(1, now.ready)) };
        this.busy = { doing: `Importing: ${rows(rowsDone(now))} done`, ...of };
      }
      this.#take(undefined);
      this.renderRoot.querySelector<HTMLFormElement>('form')?.reset();
      this.kind = undefined;
      announce(this, `Imported: ${countsText(now)}`);
    });
    await this.#load.again();
  }

  async #doing(doing: string, work: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    this.busy = { doing };
    try {
      await work();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.busy = undefined;
    }
  }

  #take(file: File | undefined): void {
    this.file = file;
    this.found = undefined;
    this.sent = undefined;
    this.problem = undefined;
  }

  /** Another kind of rows is kept by other businesses. */
  readonly #hold = (event: Event): void => {
    this.kind = (event.target as HTMLSelectElement).value;
  };

  readonly #pick = (event: Event): void => this.#take((event.target as HTMLInputElement).files?.[0]);

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    this.#take(event.dataTransfer?.files[0]);
  };

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  readonly #out = (): void => {
    this.isOver = false;
  };
}

customElements.define('scc-imports-panel', SccImportsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-imports-panel': SccImportsPanel;
  }
}
