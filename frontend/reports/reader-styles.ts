import { css } from 'lit';

/** The frame around a report that is being read. */
export const readerStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    margin-bottom: var(--space-4);
  }
  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    font-size: var(--text-sm);
    text-decoration: none;
  }
  .before {
    margin-left: auto;
  }
  @media (max-width: 30rem) {
    .before {
      order: 1;
      width: 100%;
      justify-content: flex-start;
      margin-left: calc(-1 * var(--space-4));
    }
  }
  .views {
    display: inline-flex;
  }
  .views button {
    border-radius: 0;
    margin-left: -1px;
  }
  .views button:first-child {
    border-radius: var(--radius-md) 0 0 var(--radius-md);
  }
  .views button:last-child {
    border-radius: 0 var(--radius-md) var(--radius-md) 0;
  }
  .views button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent-text);
    position: relative;
  }
  .mail {
    width: 100%;
    height: min(80dvh, 60rem);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: #fff;
    color-scheme: light;
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
    margin-top: var(--space-6);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
`;
