import { css } from 'lit';

/** The timing panel: a line down the day, one station per row. */
export const charterTimingStyles = css`
  li {
    position: relative;
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr) auto;
    gap: 0 var(--space-3);
    align-items: center;
    min-height: 3.25rem;
    padding-block: var(--space-1);
  }
  li:not(:first-child)::before,
  li:not(:last-child)::after {
    content: '';
    position: absolute;
    left: calc(0.5rem - 1px);
    width: 2px;
    background: var(--line);
  }
  li::before {
    top: 0;
    bottom: 50%;
  }
  li::after {
    top: 50%;
    bottom: 0;
  }
  .dot {
    grid-row: 1 / 4;
    width: 0.75rem;
    height: 0.75rem;
    margin-left: 0.125rem;
    border: 2px solid var(--line-strong);
    border-radius: 50%;
    background: var(--surface);
    z-index: 1;
  }
  .done .dot {
    border-color: var(--accent);
    background: var(--accent);
  }
  .next .dot {
    border-color: var(--accent);
    box-shadow: 0 0 0 3px var(--accent-soft);
  }
  .label {
    font-weight: 550;
  }
  .open .label {
    color: var(--ink-soft);
  }
  .times {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    font-size: var(--text-sm);
    color: var(--ink-soft);
  }
  .done .planned {
    color: var(--ink-faint);
  }
  .done .planned::after {
    content: ' →';
  }
  .actual {
    color: var(--ink);
    font-weight: 600;
  }
  .variance {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .variance:not(:has(*)) {
    display: none;
  }
  li button {
    grid-column: 3;
    grid-row: 1 / 4;
    min-width: 5.5rem;
  }
  .next .now {
    border-color: var(--accent);
    color: var(--accent-text);
    font-weight: 620;
  }
  @media (min-width: 40rem) {
    li {
      grid-template-columns: 1rem 8.5rem 11rem minmax(6rem, 1fr) auto;
    }
    .dot {
      grid-row: 1;
    }
    .times {
      grid-column: 3;
      grid-row: 1;
      font-size: var(--text-md);
    }
    .variance {
      grid-column: 4;
      grid-row: 1;
    }
    li button {
      grid-column: 5;
      grid-row: 1;
    }
  }
`;
