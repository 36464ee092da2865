import { css } from 'lit';

/** A headline figure as a card: the figure large, everything about it small; the whole card is what one presses. */
export const figureStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: var(--space-1);
    min-height: var(--touch);
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--surface);
    box-shadow: var(--shadow-1);
    container-type: inline-size;
  }
  .label {
    color: var(--ink-soft);
    font-size: var(--text-sm);
    font-weight: 550;
    line-height: 1.35;
  }
  button.label {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font-family: inherit;
    text-align: left;
    cursor: pointer;
  }
  button.label::after {
    content: '';
    position: absolute;
    inset: -1px;
    border: 1px solid transparent;
    border-radius: var(--radius-lg);
  }
  button.label:hover::after {
    border-color: var(--accent);
  }
  button.label:focus-visible {
    outline: none;
  }
  button.label:focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .slip {
    color: var(--line-strong);
  }
  .slip svg {
    width: 1rem;
    height: 1rem;
  }
  button.label:hover .slip {
    color: var(--accent-text);
  }
  .value {
    font-size: clamp(1.25rem, 11cqi, 1.75rem);
    font-weight: 640;
    line-height: 1.15;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  .value small {
    color: var(--ink-soft);
    font-size: var(--text-sm);
    font-weight: 500;
    letter-spacing: 0;
  }
  .value.unknown {
    color: var(--ink-faint);
    font-size: var(--text-xl);
    font-weight: 500;
    font-style: italic;
  }
  .against,
  .trend,
  .state {
    color: var(--ink-soft);
    font-size: var(--text-sm);
    line-height: 1.4;
  }
  .whole,
  .trend .figure {
    white-space: nowrap;
  }
  .trend,
  .state {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .way {
    color: var(--ink-faint);
  }
  .state {
    font-weight: 550;
  }
  .state.unknown {
    font-weight: 450;
  }
  /* What to record can be long; the receipt says all of it. */
  .state.unknown .words {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .state.good {
    color: var(--good);
  }
  .state.bad {
    color: var(--bad);
  }
`;
