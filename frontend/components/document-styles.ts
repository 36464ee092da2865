import { css } from 'lit';

/** A report on the screen. */
export const documentStyles = css`
  :host {
    container-type: inline-size;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  @container (max-width: 30rem) {
    .finding-head {
      flex-direction: column;
    }
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

/** Beside a long report its contents stay in sight; on a phone they are a bar below the head of the page. */
export const documentContentsStyles = css`
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
    min-width: 0;
  }
  h2:focus {
    outline: none;
  }
  scc-contents {
    position: sticky;
    z-index: 4;
    top: 4rem;
  }
  scc-contents + .sections > section {
    scroll-margin-top: 3.5rem;
  }
  @media (min-width: 72rem) {
    article:has(> scc-contents) {
      grid-template-columns: minmax(0, 1fr) 13rem;
      column-gap: var(--space-7);
    }
    article > .masthead,
    article > .sections {
      grid-column: 1;
    }
    scc-contents {
      top: 5rem;
      grid-row: 2;
      grid-column: 2;
      align-self: start;
      max-height: calc(100dvh - 6rem);
      overflow: auto;
    }
    scc-contents + .sections {
      grid-row: 2;
    }
    scc-contents + .sections > section {
      scroll-margin-top: 0;
    }
  }
`;
