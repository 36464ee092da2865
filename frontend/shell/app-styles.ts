import { css } from 'lit';

/** The frame of the page. */
export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  main {
    flex: 1;
    width: 100%;
    max-width: 74rem;
    margin-inline: auto;
    padding: var(--space-5) max(var(--space-4), env(safe-area-inset-left)) var(--space-7);
    outline: none;
  }
  main:focus-visible {
    outline: none;
  }
  .skip {
    position: absolute;
    z-index: 20;
    top: var(--space-2);
    left: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-md);
    background: var(--surface);
    color: var(--accent-text);
    font-weight: 600;
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .offline {
    padding: var(--space-2) var(--space-4);
    background: var(--warn-soft);
    color: var(--warn);
    font-size: var(--text-sm);
    font-weight: 550;
    text-align: center;
  }
  .notice {
    max-width: 72rem;
    width: calc(100% - 2 * var(--space-4));
    margin: var(--space-4) auto 0;
  }
  @media (min-width: 48rem) {
    main {
      padding-inline: var(--space-6);
    }
  }
`;
