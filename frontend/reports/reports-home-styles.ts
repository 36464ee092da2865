import { css } from 'lit';

/** The first page of the reports tab. */
export const reportsHomeStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin-bottom: var(--space-5);
  }
  .stack {
    gap: var(--space-6);
  }
  .preview {
    margin-bottom: var(--space-5);
  }
`;
