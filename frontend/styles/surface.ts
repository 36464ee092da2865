import { css } from 'lit';

/** Cards, chips and notices: the few surfaces everything is laid on. */
export const surface = css`
  .card {
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }
  .card.spaced {
    margin-bottom: var(--space-4);
  }
  .card > h2:first-child,
  .card-head {
    margin-bottom: var(--space-3);
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.125rem 0.5rem;
    border-radius: 999px;
    background: var(--sunk);
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
  }
  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }
  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .chip.info {
    background: var(--info-soft);
    color: var(--info);
  }
  .chip.accent {
    background: var(--accent-soft);
    color: var(--accent-text);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
    background: var(--surface);
  }
  .notice.warn {
    border-color: var(--warn-line);
    background: var(--warn-soft);
    color: var(--warn);
  }
  .notice.bad {
    border-color: var(--bad-line);
    background: var(--bad-soft);
    color: var(--bad);
  }
  .notice.info {
    border-color: transparent;
    background: var(--info-soft);
    color: var(--info);
  }
  .stack {
    display: grid;
    gap: var(--space-4);
  }
  @media (min-width: 48rem) {
    .card {
      padding: var(--space-5);
    }
  }
`;
