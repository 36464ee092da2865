import { css } from 'lit';

/** The page of bank lines: one card for each line, what it may be below it. */
export const bankStyles = css`
  h1 {
    margin-bottom: var(--space-4);
  }
  .stack {
    grid-template-columns: minmax(0, 1fr);
  }
  ul.lines {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines > li {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
  }
  .ticked > li {
    padding: 0;
    border: 0;
  }
  .card > p {
    margin-bottom: var(--space-3);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-1) var(--space-3);
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .row .num {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }
  .maybe {
    display: grid;
    gap: var(--space-1) var(--space-3);
    align-items: center;
    padding-block: var(--space-2);
    border-top: 1px dashed var(--line);
  }
  .small {
    font-size: var(--text-sm);
  }
  .soft {
    color: var(--ink-soft);
  }
  label.choice {
    align-items: start;
  }
  label.choice > span {
    flex: 1;
    min-width: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-3);
  }
  @media (min-width: 48rem) {
    .maybe {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;
