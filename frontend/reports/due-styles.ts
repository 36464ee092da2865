import { css } from 'lit';

/** What is due: one's own and the watch side by side, everybody's below. */
export const dueStyles = css`
  h2 {
    margin-bottom: var(--space-3);
    font-size: var(--text-xl);
  }
  .stale {
    margin-bottom: var(--space-3);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    align-items: start;
  }
  .lines li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.125rem var(--space-3);
    padding-block: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .lines li:first-child {
    border-top: 0;
  }
  .lines li > :not(.title, .chip) {
    grid-column: 1 / -1;
  }
  .lines .title {
    font-weight: 600;
  }
  a.title {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
  }
  h3 {
    margin-bottom: var(--space-3);
  }
  h4 {
    margin: var(--space-4) 0 var(--space-1);
    font-size: var(--text-sm);
    font-weight: 650;
  }
  .card > :not(h4) + p {
    margin-top: var(--space-3);
  }
  .beat {
    display: flex;
    gap: var(--space-2);
  }
  .beat::before {
    content: '';
    flex: none;
    width: 0.625rem;
    height: 0.625rem;
    margin-top: 0.4375rem;
    border-radius: 50%;
    background: var(--good);
  }
  .everybody {
    container-type: inline-size;
  }
  @media (min-width: 62rem) {
    .parts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .parts > .everybody {
      grid-column: 1 / -1;
    }
  }
`;
