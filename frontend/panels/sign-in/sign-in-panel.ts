import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { ApiProblem } from '../../api/problem.ts';
import { asProblem } from '../../api/problem.ts';
import { openSession, readMe, requestLink } from '../../api/session.ts';
import { textField } from '../../components/field.ts';
import '../../components/problem-list.ts';
import { goTo } from '../../router.ts';
import { base } from '../../styles/base.ts';
import { controls, fields } from '../../styles/controls.ts';
import { surface } from '../../styles/surface.ts';
import { destinationOf, landingHash } from './sign-in-model.ts';

/**
 * Signing in by mail: asking for a link, or using one. A link is used only by pressing the button, so that a mail
 * scanner that opens the page leaves it unspent.
 */
export class SccSignInPanel extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    surface,
    css`
      :host {
        max-width: 27rem;
        margin: clamp(1rem, 8vh, 6rem) auto 0;
      }
      .card {
        display: grid;
        gap: var(--space-4);
        padding: var(--space-5);
      }
      h1 {
        font-size: var(--text-xl);
      }
      .after {
        margin-top: var(--space-4);
        text-align: center;
      }
    `,
  ];
  static override properties = {
    token: {},
    back: {},
    sent: { state: true },
    busy: { state: true },
    refusal: { state: true },
  };

  /** The token of the link the person came by; it is never in the address any more. */
  declare token: string | undefined;
  /** Where the person was when the session ended. */
  declare back: string | undefined;
  declare sent: string;
  declare busy: boolean;
  declare refusal: ApiProblem | undefined;

  constructor() {
    super();
    this.sent = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#lookedAtAgain);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#lookedAtAgain);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    if (this.token !== undefined) return this.#use();
    return this.sent === '' ? this.#ask() : this.#told();
  }

  #use(): TemplateResult {
    return html`<div class="card">
      <h1>Welcome aboard</h1>
      <p class="soft">Your link is ready. It works once, on this device, from this button.</p>
      ${this.#refused()}
      <button class="primary big wide" ?disabled=${this.busy} @click=${this.#signIn}>Sign in</button>
      ${this.refusal === undefined ? nothing : html`<button class="quiet" @click=${this.#askAgain}>Ask for a new link</button>`}
    </div>`;
  }

  #ask(): TemplateResult {
    return html`<div class="card">
        <h1>Sign in</h1>
        ${
          this.back === undefined
            ? html`<p class="soft">There is no password. Enter your e-mail address and we send you a link.</p>`
            : html`<p class="soft">You are not signed in any more, or not yet. Enter your e-mail address: we send you a link, and you continue where you were.</p>`
        }
        ${this.#refused()}
        <form @submit=${this.#request}>
          ${textField({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email', problem: this.refusal?.about('email') })}
          <button class="primary big wide" ?disabled=${this.busy}>Send me a link</button>
        </form>
      </div>
      <p class="after small soft">The link works for ten minutes and only once.</p>`;
  }

  #told(): TemplateResult {
    return html`<div class="card">
      <h1>Look in your mail</h1>
      <p role="status">${this.sent}</p>
      <p class="soft small">No mail after a few minutes? Look in the spam folder, or check the address.</p>
      <button @click=${this.#askAgain}>Use another address</button>
    </div>`;
  }

  #refused(): unknown {
    return this.refusal === undefined
      ? nothing
      : html`<scc-problem-list tone="bad" heading=${this.refusal.message}></scc-problem-list>`;
  }

  readonly #request = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const email = String(new FormData(event.target as HTMLFormElement).get('email') ?? '').trim();
    await this.#busily(async () => {
      this.sent = (await requestLink(email, destinationOf(this.back))).message;
    });
  };

  readonly #signIn = async (event: Event): Promise<void> => {
    const { token } = this;
    if (token === undefined || !event.isTrusted) return;
    await this.#busily(async () => {
      const { destination } = await openSession(token);
      goTo(landingHash(destination, this.back), 'replace');
    });
  };

  /** Signed in meanwhile through the link in another window: this one goes back to where it was. */
  readonly #lookedAtAgain = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || this.sent === '' || this.busy) return;
    try {
      await readMe();
      goTo(landingHash(destinationOf(this.back), this.back), 'replace');
    } catch {
      // Still signed out: the page already says what to do.
    }
  };

  readonly #askAgain = (): void => {
    this.token = undefined;
    this.sent = '';
    this.refusal = undefined;
  };

  async #busily(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('scc-sign-in-panel', SccSignInPanel);

declare global {
  interface HTMLElementTagNameMap {
    'scc-sign-in-panel': SccSignInPanel;
  }
}
