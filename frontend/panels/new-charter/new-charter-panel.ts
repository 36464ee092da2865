import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Charter } from '../../../shared/records/charter.ts';
import type { Form } from '../../../shared/records/form.ts';
import { formatDay } from '../../../shared/reports/render/format-days.ts';
import type { ReadCharterResponse } from '../../../shared/wire/charters.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
import { readCharter } from '../../api/charters.ts';
import { keep, kept } from '../../api/kept.ts';
import { Load } from '../../api/load.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import { createCharter, readForm } from '../../api/records.ts';
import { loadedView } from '../../components/loaded-view.ts';
import { goTo } from '../../router.ts';
import { announce } from '../../shell/events.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { beginningFor } from '../records/beginning.ts';
import { Choices } from '../records/choices.ts';
import type { Typed } from '../records/form-model.ts';
import '../records/record-form.ts';
import type { FormSubmission } from '../records/record-form.ts';
import { charterBodyOf, typedInstead } from './new-charter-model.ts';

const DRAFT = 'new-charter';

/** The form, and the charter whose place the new one takes. */
interface Opening {
  readonly form: Form;
  readonly before: ReadCharterResponse | undefined;
}

/** A new charter: for whom, on which boat, when, for how much. What was typed is there again after an interruption. */
export class SccNewCharterPanel extends LitElement {
  static override styles = [
    base,
    controls,
    surface,
    css`
      h1 {
        margin-bottom: var(--space-4);
      }
      p {
        margin-bottom: var(--space-4);
      }
    `,
  ];
  static override properties = {
    me: { attribute: false },
    insteadOf: {},
    busy: { state: true },
    refusal: { state: true },
  };

  declare me: MeResponse | undefined;
  /** The charter whose place it takes, where a booking moves to another day. */
  declare insteadOf: string | undefined;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;

  readonly #load = new Load<Opening>(this);
  readonly #choices = new Choices(this);

  constructor() {
    super();
    this.busy = false;
  }

  protected override willUpdate(): void {
    const { insteadOf } = this;
    this.#load.want(`form charter ${insteadOf ?? ''}`, async (signal) => {
      const [form, before] = await Promise.all([
        readForm('charter', signal),
        insteadOf === undefined ? undefined : readCharter(insteadOf, signal),
      ]);
      return { form, before };
    });
    if (this.me !== undefined) this.#choices.want('entity', this.me.today);
  }

  override render(): TemplateResult {
    return html`<h1>New charter</h1>
      ${loadedView(this.#load, 'the form', (opening) => this.#form(opening))}`;
  }

  #form({ form, before }: Opening): TemplateResult | typeof nothing {
    const { me } = this;
    const entities = this.#choices.of('entity');
    if (me === undefined || (entities === undefined && !this.#choices.failed('entity'))) return nothing;
    const from = beginningFor(me, entities);
    const charter = before?.file.charter;
    const named = charter && { [charter.id]: `${charter.sailsOn}, ${charter.title}` };
    const draft = this.#draft;
    return html`<section class="card">
      ${
        charter === undefined
          ? nothing
          : html`<p class="soft">
              For ${before?.names.customer}, in place of
              <a href="#/charters/${encodeURIComponent(charter.id)}">${charter.title} on ${formatDay(charter.sailsOn)}</a>.
              What is agreed is filled in; choose the new day.
            </p>`
      }
      <scc-record-form
        .form=${form}
        .from=${named === undefined ? from : { ...from, names: named }}
        .draft=${{ ...(before && typedInstead(form, before.file)), ...kept<Typed>(draft, me.userId) }}
        .refusal=${this.refusal}
        ?busy=${this.busy}
        verb="Open the charter"
        @scc-form-typed=${(event: CustomEvent<Typed>) => keep(draft, me.userId, event.detail)}
        @scc-form-submitted=${(event: CustomEvent<FormSubmission>) => void this.#create(me, event.detail)}
        @scc-form-left=${() => goTo(charter === undefined ? '#/charters' : `#/charters/${encodeURIComponent(charter.id)}`)}
      ></scc-record-form>
    </section>`;
  }

  /** A charter that takes another's place has a draft of its own. */
  get #draft(): string {
    return this.insteadOf === undefined ? DRAFT : `${DRAFT} ${this.insteadOf}`;
  }

  async #create(me: MeResponse, { record }: FormSubmission): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      const { charter } = await createCharter(charterBodyOf(record));
      keep(this.#draft, me.userId, {});
      announce(this, `${charter.title} is an inquiry now.`);
      goTo(afterwards(charter), 'replace');
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** What takes another's place is moved to from there; anything else is looked at. */
function afterwards({ id, rebookedFrom }: Charter): string {
  const own = encodeURIComponent(id);
  return rebookedFrom === undefined
    ? `#/charters/${own}`
    : `#/charters/${encodeURIComponent(rebookedFrom)}?moves-to=${own}`;
}

customElements.define('scc-new-charter-panel', SccNewCharterPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-new-charter-panel': SccNewCharterPanel;
  }
}
