import { css } from 'lit';

/** What is folded until somebody wants it. */
export const foldStyles = css`
  summary {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--accent-text);
    font-size: var(--text-sm);
    font-weight: 550;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    width: 0.375rem;
    height: 0.375rem;
    margin-right: 0.625rem;
    border-right: 2px solid currentColor;
    border-bottom: 2px solid currentColor;
    transform: rotate(-45deg);
  }
  [open] summary::before {
    transform: rotate(45deg);
  }
`;
