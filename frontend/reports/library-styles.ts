import { css } from 'lit';

/** The library: a narrow form above a list of issues that reads the same on a phone. */
export const libraryStyles = css`
  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    font-size: var(--text-sm);
    text-decoration: none;
  }
  h1 {
    margin-bottom: var(--space-4);
  }
  .filter {
    display: grid;
    gap: var(--space-3);
    margin-bottom: var(--space-5);
  }
  .picked,
  .stale {
    margin-bottom: var(--space-4);
  }
  .frame {
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }
  .row {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-3) var(--space-4);
  }
  .row + .row {
    border-top: 1px solid var(--line);
  }
  .row.chosen {
    background: var(--accent-soft);
  }
  .row:first-child {
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .row:last-child {
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .title {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    font-weight: 600;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-1);
    margin-left: calc(-1 * var(--space-2));
  }
  .acts .quiet {
    padding-inline: var(--space-2);
  }
  .more {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    margin-top: var(--space-4);
  }
  @media (min-width: 48rem) {
    .filter {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      max-width: 46rem;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
    .acts {
      grid-row: 1 / span 2;
      grid-column: 2;
      justify-content: flex-end;
    }
  }
`;
