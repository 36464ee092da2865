import { css } from 'lit';

/** A report on the screen. */
export const documentStyles = css`
  :host {
    container-type: inline-size;
  }
  article {
    display: grid;
    gap: var(--space-6);
  }
  .masthead {
    display: grid;
    gap: var(--space-2);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    color: var(--ink-soft);
    font-size: var(--text-sm);
  }
  .headline {
    max-width: 46rem;
    font-size: var(--text-lg);
    line-height: 1.5;
  }
  section {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  h2 {
    padding-bottom: var(--space-2);
    border-bottom: 1px solid var(--line);
    font-size: var(--text-xl);
  }
  .prose,
  .bullets {
    max-width: 46rem;
  }
  .bullets {
    display: grid;
    gap: var(--space-2);
    padding-left: 1.125rem;
    list-style: disc;
  }
  .figure {
    font-variant-numeric: tabular-nums lining-nums;
    font-weight: 620;
    white-space: nowrap;
  }
  .unknown {
    color: var(--ink-faint);
    font-style: italic;
  }
  /* Reports come with six headline figures: three in a row, two on a phone. */
  .key-figures {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-3);
  }
  @container (max-width: 30rem) {
    .key-figures {
      grid-template-columns: 1fr 1fr;
      gap: var(--space-2);
    }
  }
  @container (max-width: 20rem) {
    .key-figures {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .small {
    font-size: var(--text-sm);
  }
  .legend {
    color: var(--ink-soft);
    font-size: var(--text-sm);
  }
`;

/** Tables scroll inside their own frame; the page never does sideways. */
export const documentTableStyles = css`
  .table {
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background:
      linear-gradient(to left, var(--surface), transparent) 100% 0 / 2.5rem 100% local no-repeat,
      linear-gradient(to left, var(--shade-deep), transparent) 100% 0 / 0.875rem 100% scroll no-repeat,
      var(--surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-sm);
  }
  caption {
    padding: var(--space-3) var(--space-4) var(--space-2);
    font-weight: 600;
    text-align: left;
  }
  /* What a table is about and what a row is about stay while the rest is scrolled. */
  caption > span {
    position: sticky;
    left: var(--space-4);
    display: inline-block;
    max-width: min(100%, calc(100cqi - 2.25rem));
  }
  thead th:first-child,
  tbody th,
  tfoot th {
    position: sticky;
    z-index: 1;
    left: 0;
    background: var(--surface);
  }
  th,
  td {
    padding: 0.5625rem var(--space-4);
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: baseline;
  }
  @container (max-width: 30rem) {
    th,
    td {
      padding-inline: var(--space-2);
    }
    :is(th, td):first-child {
      padding-left: var(--space-4);
    }
    :is(th, td):last-child {
      padding-right: var(--space-4);
    }
  }
  thead th {
    border-top: 0;
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 600;
    white-space: nowrap;
  }
  tbody th {
    max-width: 18rem;
    font-weight: 500;
    overflow-wrap: break-word;
  }
  .right {
    text-align: right;
  }
  td.num {
    white-space: nowrap;
  }
  tfoot th,
  tfoot td {
    border-top: 2px solid var(--line-strong);
    font-weight: 650;
  }
  figcaption {
    padding: var(--space-2) var(--space-1) 0;
    color: var(--ink-soft);
    font-size: var(--text-sm);
  }
`;

/** Findings, actions and definitions. */
export const documentListStyles = css`
  .findings,
  .ranked,
  .definitions {
    display: grid;
    gap: var(--space-3);
  }
  .findings li {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-left: 4px solid var(--line-strong);
    border-radius: var(--radius-md);
    background: var(--surface);
  }
  .findings li.critical {
    border-left-color: var(--bad);
  }
  .findings li.high {
    border-left-color: var(--warn-line);
  }
  .finding-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-1) var(--space-3);
  }
  .severity {
    padding: 0.0625rem 0.5rem;
    border-radius: 999px;
    background: var(--sunk);
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 650;
  }
  .severity.critical {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .severity.high {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .severity.medium {
    background: var(--info-soft);
    color: var(--info);
  }
  .pairs {
    display: grid;
    gap: var(--space-1);
    font-size: var(--text-sm);
  }
  .pairs > div {
    display: grid;
    grid-template-columns: 5rem minmax(0, 1fr);
    gap: var(--space-2);
  }
  .pairs dt {
    color: var(--ink-soft);
  }
  .ranked li {
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    gap: var(--space-3);
  }
  .rank {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent-text);
    font-weight: 650;
  }
  .action-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    margin-top: var(--space-1);
  }
  .definitions > div {
    display: grid;
    gap: 0.125rem;
    padding-bottom: var(--space-3);
    border-bottom: 1px solid var(--line);
  }
  .definitions dt {
    font-weight: 600;
  }
  .definitions dd {
    max-width: 52rem;
    overflow-wrap: anywhere;
  }
`;
