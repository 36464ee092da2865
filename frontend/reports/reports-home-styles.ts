import { css } from 'lit';

/** The first page of the reports tab. */
export const reportsHomeStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
    margin-bottom: var(--space-3);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  @media (max-width: 30rem) {
    .ways {
      width: 100%;
      margin-left: calc(-1 * var(--space-2));
    }
    .ways .quiet {
      padding-inline: var(--space-2);
    }
    .ways .primary {
      margin-right: calc(-1 * var(--space-2));
      margin-left: auto;
    }
  }
  scc-due-list,
  scc-runs-list {
    outline: none;
    scroll-margin-top: var(--space-5);
  }
  .stack {
    gap: var(--space-6);
  }
  .preview {
    margin-bottom: var(--space-5);
  }
`;
