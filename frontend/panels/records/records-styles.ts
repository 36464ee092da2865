import { css } from 'lit';

/** The records of the business: what there is to choose, and lists that fold into cards on a phone. */
export const recordsStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin-bottom: var(--space-5);
  }
  .top .back {
    flex: 1 1 100%;
    font-size: var(--text-sm);
  }
  .top .back a,
  .kinds a {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: 0 var(--space-4);
  }
  .group {
    margin-bottom: var(--space-5);
  }
  .group > h2 {
    margin-bottom: var(--space-2);
  }
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .item {
    display: grid;
    gap: var(--space-1) var(--space-4);
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
    background: var(--surface);
  }
  .item > * {
    min-width: 0;
  }
  .item .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .item .amount {
    font-weight: 600;
    white-space: nowrap;
  }
  .item .facts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    font-size: var(--text-sm);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .item .actions {
    grid-column: 1 / -1;
  }
  .item.gone .title,
  .item.gone .amount {
    text-decoration: line-through;
    color: var(--ink-soft);
  }
  .pick {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--space-3);
    margin-bottom: var(--space-4);
  }
  .pick > * {
    min-width: 0;
  }
`;
