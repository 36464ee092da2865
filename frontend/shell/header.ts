import type { TemplateResult } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import '../components/menu.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { sail } from './sail.ts';
import type { NavItem } from './shell-model.ts';
import { initialsOf, rolesText } from './shell-model.ts';

/** The bar at the top: whose app this is, where one can go, who is signed in.
 * @fires scc-sign-out-requested */
export class SccHeader extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: sticky;
        z-index: 10;
        top: 0;
        background: var(--bridge);
        color: var(--bridge-ink);
        border-bottom: 1px solid var(--bridge-line);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        max-width: 74rem;
        min-height: 3.5rem;
        margin-inline: auto;
        padding: 0 var(--space-3);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
        padding-inline: var(--space-1);
        color: inherit;
        font-weight: 650;
        letter-spacing: -0.01em;
        text-decoration: none;
        white-space: nowrap;
      }
      .brand .name {
        display: none;
      }
      nav ul {
        display: flex;
        gap: var(--space-1);
      }
      nav a {
        position: relative;
        display: flex;
        align-items: center;
        min-height: 3.5rem;
        padding-inline: var(--space-2);
        color: var(--bridge-soft);
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover,
      nav a[aria-current] {
        color: var(--bridge-ink);
      }
      nav a[aria-current]::after {
        content: '';
        position: absolute;
        inset: auto var(--space-2) 0;
        height: 3px;
        border-radius: 3px 3px 0 0;
        background: var(--bridge-accent);
      }
      :focus-visible {
        outline-color: var(--bridge-accent);
        outline-offset: -3px;
      }
      .person {
        margin-left: auto;
      }
      .initials {
        display: grid;
        place-items: center;
        width: 2.125rem;
        height: 2.125rem;
        border-radius: 50%;
        background: var(--bridge-line);
        color: var(--bridge-ink);
        font-size: var(--text-xs);
        font-weight: 650;
      }
      .who {
        padding: var(--space-2) var(--space-3) var(--space-3);
        border-bottom: 1px solid var(--line);
        margin-bottom: var(--space-1);
        color: var(--ink);
      }
      .who strong {
        display: block;
        font-weight: 600;
      }
      @media (max-width: 24rem) {
        .bar {
          gap: var(--space-1);
          padding-inline: var(--space-2);
        }
        nav ul {
          gap: 0;
        }
        .brand {
          padding-inline: 0;
        }
        nav a {
          padding-inline: var(--space-1);
          font-size: var(--text-sm);
        }
        nav a[aria-current]::after {
          inset-inline: var(--space-1);
        }
      }
      @media (min-width: 48rem) {
        .bar {
          gap: var(--space-5);
          padding-inline: var(--space-6);
        }
        .brand .name {
          display: inline;
        }
        nav a {
          padding-inline: var(--space-3);
        }
        nav a[aria-current]::after {
          inset-inline: var(--space-3);
        }
      }
    `,
  ];
  static override properties = { me: { attribute: false }, items: { attribute: false } };

  declare me: MeResponse | undefined;
  declare items: readonly NavItem[];

  constructor() {
    super();
    this.items = [];
  }

  override render(): TemplateResult {
    return html`<header class="bar">
      <a class="brand" href=${this.items[0]?.hash ?? '#/charters'}
        >${sail}<span class="name">Ship Captain Crew</span><span class="visually-hidden">, home</span></a
      >
      ${this.items.length === 0 ? nothing : this.#nav()} ${this.me === undefined ? nothing : this.#person(this.me)}
    </header>`;
  }

  #nav(): TemplateResult {
    return html`<nav aria-label="Main">
      <ul>
        ${this.items.map(
          (item) =>
            html`<li><a href=${item.hash} aria-current=${item.current ? 'page' : nothing}>${item.label}</a></li>`,
        )}
      </ul>
    </nav>`;
  }

  #person(me: MeResponse): TemplateResult {
    return html`<scc-menu class="person" plain>
      <span slot="face">
        <span class="initials" aria-hidden="true">${initialsOf(me.name)}</span>
        <span class="visually-hidden">Account of ${me.name}</span>
      </span>
      <div class="who"><strong>${me.name}</strong><span class="soft small">${rolesText(me)} · ${me.company}</span></div>
      <button class="quiet wide" @click=${this.#signOut}>Sign out</button>
    </scc-menu>`;
  }

  readonly #signOut = (): void => {
    this.dispatchEvent(new Event('scc-sign-out-requested'));
  };
}

customElements.define('scc-header', SccHeader);

declare global {
  interface HTMLElementTagNameMap {
    'scc-header': SccHeader;
  }
}
