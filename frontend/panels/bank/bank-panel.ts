import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { BankLine } from '../../../shared/records/bank-line.ts';
import type { BankMatchesResponse } from '../../../shared/wire/bank.ts';
import type { ListImportsResponse } from '../../../shared/wire/imports.ts';
import { matchBankLines, readBankMatches, recordLine, unmatchBankLine } from '../../api/bank.ts';
import { listImports } from '../../api/imports.ts';
import { Load } from '../../api/load.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import { choiceField } from '../../components/field.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import type { Match } from './bank-model.ts';
import { feeOf, linesText, recordKey, sortedLines, standingText, transferOf } from './bank-model.ts';
import { bankStyles } from './bank-styles.ts';
import { aloneView, certainView, matchedView, nearView } from './bank-views.ts';

/** Bank lines find what explains them: the certain ones together, the others one by one, and nothing unasked. */
export class SccBankPanel extends LitElement {
  static override styles = [base, controls, fields, surface, bankStyles];
  static override properties = {
    entityId: { state: true },
    left: { state: true },
    matched: { state: true },
    refusals: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare entityId: string | undefined;
  /** Certain lines the person wants to look at first. */
  declare left: ReadonlySet<string>;
  declare matched: readonly BankLine[];
  declare refusals: readonly string[];
  declare problem: ApiProblem | undefined;
  declare isBusy: boolean;

  readonly #list = new Load<ListImportsResponse>(this);
  readonly #load = new Load<BankMatchesResponse>(this);

  constructor() {
    super();
    this.left = new Set();
    this.matched = [];
    this.refusals = [];
    this.isBusy = false;
  }

  protected override willUpdate(): void {
    this.#list.want('imports', listImports);
    const entityId = this.entityId ?? this.#list.value?.entities[0]?.id;
    if (entityId === undefined) return;
    this.entityId = entityId;
    this.#load.want(`bank ${entityId}`, (signal) => readBankMatches(entityId, signal));
  }

  override render(): TemplateResult {
    return html`<h1>Bank lines</h1>
      ${loadedView(this.#list, 'the businesses', ({ entities }) => this.#page(entities))}`;
  }

  #page(entities: ListImportsResponse['entities']): TemplateResult {
    const options = entities.map(({ id, name }) => [id, name] as const);
    return html`<div class="stack" aria-busy=${this.isBusy}>
      <section class="card" @change=${this.#choose}>
        ${choiceField({ name: 'entity', label: 'Whose books', value: this.entityId ?? '' }, options)}
        ${this.#said()}
      </section>
      ${loadedView(this.#load, 'the bank lines', (found) => this.#lines(found))}
    </div>`;
  }

  #said(): unknown {
    if (this.problem) return html`<div class="notice bad" role="alert">${this.problem.message}</div>`;
    if (this.refusals.length === 0) return nothing;
    return html`<div class="notice warn" role="alert">
      <ul>
        ${this.refusals.map((text) => html`<li>${text}</li>`)}
      </ul>
    </div>`;
  }

  #lines(found: BankMatchesResponse): TemplateResult {
    const lines = sortedLines(found.lines);
    const confirm = (matches: readonly Match[]) => void this.#match(found, matches);
    return html`<p role="status">${standingText(found)}</p>
      ${certainView(lines, found.accounts, this.left, this.#tick, confirm)}
      ${nearView(lines, found.accounts, confirm)}
      ${aloneView(
        lines,
        found.accounts,
        (line, other) => void this.#record(line, 'cash-transfer', transferOf(line, other), other),
        (line) => void this.#record(line, 'expense', feeOf(line), 'fee'),
      )}
      ${matchedView(this.matched, found.accounts, (line) => void this.#undo(line))}`;
  }

  async #match(found: BankMatchesResponse, matches: readonly Match[]): Promise<void> {
    await this.#doing(async (entityId) => {
      const { matched, refused } = await matchBankLines(entityId, { matches: [...matches].slice(0, 100) });
      this.matched = [...matched, ...this.matched];
      const memos = new Map(found.lines.map(({ line }) => [line.id, line.memo]));
      this.refusals = refused.map(({ lineId, message }) => `${memos.get(lineId) ?? lineId}: ${message}`);
      announce(this, `${linesText(matched.length)} matched`);
    });
  }

  /** Records what the line was under a key the line gives, so that it is recorded once, and says that the line is it. */
  async #record(line: BankLine, kind: 'cash-transfer' | 'expense', record: object, what: string): Promise<void> {
    await this.#doing(async (entityId) => {
      const { entryId } = await recordLine(kind, { requestKey: recordKey(line, what), record: { ...record } });
      const match = { lineId: line.id, version: line.version, entryId, on: line.on };
      const { matched, refused } = await matchBankLines(entityId, { matches: [match] });
      this.matched = [...matched, ...this.matched];
      this.refusals = refused.map(({ message }) => `${line.memo}: ${message}`);
      announce(this, 'Recorded and matched');
    });
  }

  async #undo(line: BankLine): Promise<void> {
    await this.#doing(async (entityId) => {
      await unmatchBankLine(entityId, line.id, line.version);
      this.matched = this.matched.filter(({ id }) => id !== line.id);
      announce(this, 'The match was taken back');
    });
  }

  async #doing(work: (entityId: string) => Promise<void>): Promise<void> {
    const { entityId } = this;
    if (entityId === undefined || this.isBusy) return;
    this.problem = undefined;
    this.refusals = [];
    this.isBusy = true;
    try {
      await work(entityId);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.isBusy = false;
    }
    await this.#load.again();
  }

  readonly #tick = (lineId: string, isIn: boolean): void => {
    const others = [...this.left].filter((id) => id !== lineId);
    this.left = new Set(isIn ? others : [...others, lineId]);
  };

  readonly #choose = (event: Event): void => {
    this.entityId = (event.target as HTMLSelectElement).value;
    this.matched = [];
    this.refusals = [];
    this.problem = undefined;
    this.left = new Set();
  };
}

customElements.define('scc-bank-panel', SccBankPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-bank-panel': SccBankPanel;
  }
}
