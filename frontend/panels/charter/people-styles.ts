import { css } from 'lit';

/** Lines of people: who, how things stand, what one can do. */
export const peopleStyles = css`
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    min-height: 3.25rem;
    padding-block: var(--space-2);
    border-top: 1px solid var(--line);
  }
  li:first-child {
    border-top: 0;
  }
  .who {
    display: grid;
    min-width: 0;
  }
  .name {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-1);
  }
  .acts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .acts .quiet:first-child {
    margin-left: calc(-1 * var(--space-4));
  }
  .acts:not(:has(*)) {
    display: none;
  }
`;
