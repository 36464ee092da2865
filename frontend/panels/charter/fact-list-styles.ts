import { css } from 'lit';

/** Labels and values in lines. */
export const factListStyles = css`
  .facts {
    display: grid;
  }
  .facts > div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-4);
    padding-block: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .facts > div:first-child {
    border-top: 0;
  }
  .facts dt {
    color: var(--ink-soft);
  }
  .facts dd {
    text-align: right;
    overflow-wrap: anywhere;
  }
  .facts dd.num {
    flex: none;
    max-width: 70%;
  }
  .facts .sum {
    border-top-color: var(--line-strong);
    font-weight: 650;
  }
  .facts .sum dt {
    color: var(--ink);
  }
`;
