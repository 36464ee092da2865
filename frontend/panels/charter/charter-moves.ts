import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Problem } from '../../../shared/kernel/fault.ts';
import type { PossibleMove, ReadCharterResponse } from '../../../shared/wire/charters.ts';
import '../../components/dialog.ts';
import '../../components/menu.ts';
import '../../components/problem-list.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { ChangeSender } from './charter-change.ts';
import { insteadHash, needFields } from './move-fields.ts';
import { askedFields, blockedHeading, blockers, isEnding, moveBodyOf, moveChoices } from './move-model.ts';
import type { NewDay } from './new-days.ts';
import { newDays } from './new-days.ts';
import './override-form.ts';
import { refusalView } from './refusal.ts';
import { typedIn } from './typed-model.ts';

/** What can happen to the charter next: one big button, everything that stands in its way, and the rest in a menu.
 * @fires scc-charter-change */
export class SccCharterMoves extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    surface,
    css`
      .card {
        display: grid;
        gap: var(--space-3);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .row .big {
        flex: 1 1 11rem;
      }
      scc-menu button {
        justify-content: flex-start;
        text-align: left;
      }
    `,
  ];
  static override properties = {
    answer: { attribute: false },
    movesTo: {},
    today: {},
    mayMove: { type: Boolean },
    mayCreate: { type: Boolean },
    mayOverride: { type: Boolean },
    asked: { state: true },
    wrong: { state: true },
    days: { state: true },
  };

  declare answer: ReadCharterResponse | undefined;
  /** The charter of the new day the booking is about to move to: its dialog opens by itself, once. */
  declare movesTo: string | undefined;
  declare today: string | undefined;
  declare mayMove: boolean;
  declare mayCreate: boolean;
  declare mayOverride: boolean;
  /** The move whose dialog is open. */
  declare asked: PossibleMove | undefined;
  declare wrong: readonly Problem[];
  /** The charters the booking can move to; nothing while they are on their way. */
  declare days: readonly NewDay[] | undefined;

  readonly #sender = new ChangeSender(this);
  #offered: string | undefined;

  constructor() {
    super();
    this.mayMove = false;
    this.mayCreate = false;
    this.mayOverride = false;
    this.wrong = [];
  }

  protected override willUpdate(): void {
    const { movesTo, answer } = this;
    const moving = answer?.moves.find(({ to }) => to === 'rescheduled');
    if (movesTo === undefined || movesTo === this.#offered || moving === undefined || !this.mayMove) return;
    this.#offered = movesTo;
    this.#ask(moving);
  }

  override render(): TemplateResult | typeof nothing {
    const { answer } = this;
    if (answer === undefined) return nothing;
    const { primary, others } = moveChoices(answer.moves);
    if (!this.mayMove || (primary === undefined && others.length === 0)) return nothing;
    return html`<section class="card spaced" aria-labelledby="heading">
        <h2 id="heading">Next</h2>
        <div class="row">
          ${primary === undefined ? nothing : this.#button(primary)}
          ${others.length === 0 ? nothing : this.#others(others, primary !== undefined)}
        </div>
        ${primary === undefined ? nothing : this.#blocked(primary, answer)} ${this.#anotherDay(answer)}
        ${this.asked === undefined ? refusalView(this.#sender.refused?.problem) : nothing}
      </section>
      ${this.#dialog(answer)}`;
  }

  #button(move: PossibleMove): TemplateResult {
    const blocked = blockers(move).length > 0;
    return html`<button
      class="primary big"
      ?disabled=${blocked || this.#sender.busy !== undefined}
      aria-describedby=${blocked ? 'blocked' : nothing}
      @click=${() => this.#ask(move)}
    >
      ${move.label}
    </button>`;
  }

  /** A booking that can move needs a charter of the new day to move to. */
  #anotherDay({ moves, file }: ReadCharterResponse): unknown {
    if (!this.mayCreate || !moves.some(({ to }) => to === 'rescheduled')) return nothing;
    return html`<a href=${insteadHash(file.charter.id)}>Book another day</a>`;
  }

  #blocked(move: PossibleMove, answer: ReadCharterResponse): unknown {
    const problems = blockers(move);
    if (problems.length === 0) return nothing;
    return html`<scc-problem-list id="blocked" heading=${blockedHeading(move)} .problems=${problems}></scc-problem-list>
      ${
        this.mayOverride
          ? html`<scc-override-form .charter=${answer.file.charter} .problems=${problems}></scc-override-form>`
          : nothing
      }`;
  }

  #others(others: readonly PossibleMove[], beside: boolean): TemplateResult {
    return html`<scc-menu>
      <span slot="face">${beside ? 'Other' : 'What happens now'} ▾</span>
      ${others.map((move) => html`<button class="quiet wide" @click=${() => this.#ask(move)}>${move.label}</button>`)}
    </scc-menu>`;
  }

  #dialog(answer: ReadCharterResponse): TemplateResult {
    const { asked } = this;
    return html`<scc-dialog ?open=${asked !== undefined} heading=${asked?.label ?? ''} @scc-dialog-closed=${this.#close}>
      ${asked === undefined ? nothing : this.#form(asked, answer)}
    </scc-dialog>`;
  }

  #form(move: PossibleMove, { file }: ReadCharterResponse): TemplateResult {
    const refusal = this.#sender.refusalOf(move.to);
    const about = (field: string) => this.wrong.find((p) => p.field === field)?.message ?? refusal?.about(field);
    const blocked = blockers(move);
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, move)}>
      <p class="soft">${file.charter.title}</p>
      ${
        blocked.length === 0
          ? nothing
          : html`<scc-problem-list heading=${blockedHeading(move)} .problems=${blocked}></scc-problem-list>`
      }
      ${needFields(askedFields(move), file.charter, about, { days: this.days, chosen: this.movesTo })} ${refusalView(refusal, askedFields(move))}
      <div class="actions">
        <button class=${isEnding(move) ? 'danger' : 'primary'} ?disabled=${blocked.length > 0 || this.#sender.busy !== undefined}>${move.label}</button>
        <button type="button" @click=${this.#close}>Not now</button>
      </div>
    </form>`;
  }

  #ask(move: PossibleMove): void {
    this.wrong = [];
    this.#sender.forget();
    if (move.primary && move.needs.length === 0) void this.#send(move, {});
    else this.asked = move;
    if (move.to === 'rescheduled') void this.#findDays();
  }

  async #findDays(): Promise<void> {
    const charter = this.answer?.file.charter;
    if (charter === undefined || this.today === undefined) return;
    this.days = undefined;
    this.days = await newDays(charter, this.today, this.movesTo);
  }

  async #submit(event: SubmitEvent, move: PossibleMove): Promise<void> {
    event.preventDefault();
    await this.#send(move, typedIn(event.target as HTMLFormElement));
  }

  async #send(move: PossibleMove, typed: Readonly<Record<string, string>>): Promise<void> {
    const charter = this.answer?.file.charter;
    if (charter === undefined) return;
    const read = moveBodyOf(move, charter, typed);
    this.wrong = read.ok ? [] : read.problems;
    if (!read.ok) return;
    const made = await this.#sender.send(move.to, { kind: 'move', body: read.body }, `Done: ${move.label}.`);
    if (made || this.#sender.refusalOf(move.to)?.code === 'conflict') this.asked = undefined;
  }

  readonly #close = (): void => {
    this.asked = undefined;
  };
}

customElements.define('scc-charter-moves', SccCharterMoves);

declare global {
  interface HTMLElementTagNameMap {
    'scc-charter-moves': SccCharterMoves;
  }
}
