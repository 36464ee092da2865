import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { Form } from '../../../shared/records/form.ts';
import type { MeResponse } from '../../../shared/wire/sign-in.ts';
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
import { charterBodyOf } from './new-charter-model.ts';

const DRAFT = 'new-charter';

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
    `,
  ];
  static override properties = { me: { attribute: false }, busy: { state: true }, refusal: { state: true } };

  declare me: MeResponse | undefined;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;

  readonly #load = new Load<Form>(this);
  readonly #choices = new Choices(this);

  constructor() {
    super();
    this.busy = false;
  }

  protected override willUpdate(): void {
    this.#load.want('form charter', (signal) => readForm('charter', signal));
    if (this.me !== undefined) this.#choices.want('entity', this.me.today);
  }

  override render(): TemplateResult {
    return html`<h1>New charter</h1>
      ${loadedView(this.#load, 'the form', (form) => this.#form(form))}`;
  }

  #form(form: Form): TemplateResult | typeof nothing {
    const { me } = this;
    const entities = this.#choices.of('entity');
    if (me === undefined || (entities === undefined && !this.#choices.failed('entity'))) return nothing;
    return html`<section class="card">
      <scc-record-form
        .form=${form}
        .from=${beginningFor(me, entities)}
        .draft=${kept<Typed>(DRAFT, me.userId)}
        .refusal=${this.refusal}
        ?busy=${this.busy}
        verb="Open the charter"
        @scc-form-typed=${(event: CustomEvent<Typed>) => keep(DRAFT, me.userId, event.detail)}
        @scc-form-submitted=${(event: CustomEvent<FormSubmission>) => void this.#create(me, event.detail)}
        @scc-form-left=${() => goTo('#/charters')}
      ></scc-record-form>
    </section>`;
  }

  async #create(me: MeResponse, { record }: FormSubmission): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      const { charter } = await createCharter(charterBodyOf(record));
      keep(DRAFT, me.userId, {});
      announce(this, `${charter.title} is an inquiry now.`);
      goTo(`#/charters/${encodeURIComponent(charter.id)}`, 'replace');
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('scc-new-charter-panel', SccNewCharterPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-new-charter-panel': SccNewCharterPanel;
  }
}
