import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Action } from '../../../shared/access/permissions.ts';
import { isFrozen } from '../../../shared/operations/states.ts';
import type { ReadCharterResponse } from '../../../shared/wire/charters.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { changeCharter, readCharter } from '../../api/charters.ts';
import { Load } from '../../api/load.ts';
import { asProblem } from '../../api/problem.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { openReports } from '../../reports-door.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import type { ChangeRequest } from './charter-change.ts';
import './charter-checklist.ts';
import './charter-crew.ts';
import './charter-guests.ts';
import { charterHead, charterHeadStyles } from './charter-head.ts';
import './charter-money.ts';
import './charter-moves.ts';
import './charter-timing.ts';
import './charter-weather.ts';
import './post-charter-report.ts';

/** One charter, whole: it reads, asks for changes on behalf of its parts, and explains conflicts. */
export class SccCharterPanel extends LitElement {
  static override styles = [
    base,
    controls,
    surface,
    charterHeadStyles,
    css`
      .columns {
        display: grid;
        column-gap: var(--space-4);
        align-items: start;
      }
      .column {
        min-width: 0;
      }
      .conflict,
      .run,
      .stale {
        margin-bottom: var(--space-4);
      }
      .conflict {
        position: sticky;
        z-index: 5;
        top: 4.25rem;
        box-shadow: var(--shadow-2);
      }
      @media (min-width: 62rem) {
        .columns {
          grid-template-columns: minmax(0, 1.45fr) minmax(20rem, 1fr);
        }
      }
    `,
  ];
  static override properties = {
    charterId: {},
    movesTo: {},
    me: { attribute: false },
    conflict: { state: true },
  };

  declare charterId: string;
  /** The charter of the new day its booking is about to move to. */
  declare movesTo: string | undefined;
  declare me: MeResponse | undefined;
  /** What the server said when somebody else had changed the charter first. */
  declare conflict: string;

  readonly #load = new Load<ReadCharterResponse>(this);

  constructor() {
    super();
    this.charterId = '';
    this.conflict = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { charterId } = this;
    if (changed.has('charterId')) this.conflict = '';
    this.#load.want(`charter ${charterId}`, (signal) => readCharter(charterId, signal));
    if (this.#showsRun(this.#load.value)) void openReports();
  }

  override render(): TemplateResult {
    return html`<div @scc-charter-change=${(event: CustomEvent<ChangeRequest>) => void this.#change(event.detail)}>
      ${this.conflict === '' ? nothing : this.#conflictNotice()}
      ${loadedView(this.#load, 'the charter', (answer) => this.#page(answer), 'alone')}
    </div>`;
  }

  #conflictNotice(): TemplateResult {
    return html`<div class="notice warn conflict" role="alert">
      <span><strong>Somebody else changed this charter first.</strong> Your change was not saved, so that theirs is not lost. ${this.conflict}</span>
      <button class="primary" @click=${this.#reload}>Reload and look</button>
    </div>`;
  }

  #page(answer: ReadCharterResponse): TemplateResult {
    const { file } = answer;
    const { charter } = file;
    const frozen = isFrozen(charter);
    const may = (action: Action) => this.#may(action) && !frozen;
    const captain = this.me?.roles.includes('captain') === true;
    return html`${charterHead(answer)}
      ${
        may('charter.create')
          ? html`<scc-charter-edit .charter=${charter} .me=${this.me}><button class="quiet" @click=${this.#toEdit}>Change…</button></scc-charter-edit>`
          : nothing
      }
      ${
        this.#showsRun(answer)
          ? html`<scc-reports-panel class="run" .route=${`progress/${answer.runKey}`} .me=${this.me}></scc-reports-panel>`
          : nothing
      }
      <div class="columns">
        <div class="column">
          <scc-charter-moves
            .answer=${answer}
            .movesTo=${this.movesTo}
            .today=${this.me?.today}
            ?mayCreate=${this.#may('charter.create')}
            ?mayMove=${this.#may('charter.move')}
            ?mayOverride=${captain && may('charter.override')}
          ></scc-charter-moves>
          <scc-charter-timing .charter=${charter} .me=${this.me} ?may=${may('charter.milestone')}></scc-charter-timing>
          <scc-charter-checklist .items=${file.checklist} ?may=${may('charter.checklist')}></scc-charter-checklist>
        </div>
        <div class="column">
          <scc-charter-guests .charter=${charter} .guests=${file.guests} ?may=${may('charter.guest')}></scc-charter-guests>
          <scc-charter-crew .charter=${charter} .slots=${file.slots} .me=${this.me} ?over=${frozen}></scc-charter-crew>
          <scc-charter-weather .charter=${charter} ?may=${may('charter.milestone')}></scc-charter-weather>
          <scc-post-charter-report .charter=${charter} ?may=${may('charter.post-report')}></scc-post-charter-report>
          <scc-charter-money .file=${file} .today=${this.me?.today} ?may=${this.#may('money.record')}></scc-charter-money>
        </div>
      </div>`;
  }

  /** What changes a charter's details comes when somebody of the office asks for it, and takes the button's place. */
  readonly #toEdit = (): void => {
    import('./charter-edit.ts').catch((thrown: unknown) => {
      announce(this, `The form did not come. ${asProblem(thrown).message}`);
    });
  };

  #may(action: Action): boolean {
    return this.me?.actions.includes(action) === true;
  }

  #showsRun(answer: ReadCharterResponse | undefined): boolean {
    return answer?.runKey !== undefined && this.#may('run.read');
  }

  /** The part is answered when the page shows what is now true, so that nothing flickers back. */
  async #change({ change, said, answer }: ChangeRequest): Promise<void> {
    this.conflict = '';
    try {
      await changeCharter(this.charterId, change);
      await this.#load.again();
      announce(this, said);
      answer(undefined);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === 'conflict') this.conflict = problem.message;
      answer(problem);
    }
  }

  readonly #reload = async (): Promise<void> => {
    await this.#load.again();
    this.conflict = '';
    announce(this, 'The charter is up to date.');
  };
}

customElements.define('scc-charter-panel', SccCharterPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-panel': SccCharterPanel;
  }
}
