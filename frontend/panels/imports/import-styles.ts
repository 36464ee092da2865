import { css } from 'lit';

/** The page of imports: a place to drop a file, tables that scroll within themselves. */
export const importStyles = css`
  h1 {
    margin-bottom: var(--space-4);
  }
  .stack,
  form {
    grid-template-columns: minmax(0, 1fr);
  }
  .pair {
    align-items: start;
  }
  details[open] > div + div {
    margin-top: var(--space-4);
  }
  summary {
    padding-block: var(--space-2);
    cursor: pointer;
  }
  .drop {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-5);
    border: 2px dashed var(--line-strong);
    border-radius: var(--radius-lg);
    background: var(--sunk);
    text-align: center;
  }
  .drop.over {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .drop input {
    max-width: 26rem;
    margin-inline: auto;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
    max-height: 30rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-sm);
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    color: var(--ink-soft);
    font-weight: 600;
    white-space: nowrap;
  }
  td select {
    min-width: 10rem;
  }
  td.says {
    min-width: 14rem;
  }
  progress {
    width: 100%;
    height: 0.75rem;
    accent-color: var(--accent);
  }
  .history li {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-3) 0;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .history li:last-child {
    border-bottom: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .digest {
    font-family: var(--font-mono);
    font-size: var(--text-xs);
  }
`;
