import { css } from 'lit';

/** The month of charters, as cards on a phone and as a table where there is room. */
export const charterListStyles = css`
  .top {
    display: grid;
    gap: var(--space-3);
    margin-bottom: var(--space-5);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-4);
  }
  .months {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .months .name {
    min-width: 9.5rem;
    font-size: var(--text-lg);
    font-weight: 600;
    text-align: center;
  }
  .narrow {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    gap: var(--space-2);
  }
  .days {
    display: grid;
    gap: var(--space-5);
  }
  .day-head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
    font-size: var(--text-sm);
    color: var(--ink-soft);
    scroll-margin-top: 5rem;
  }
  .today .day-head {
    color: var(--accent-text);
  }
  .cards {
    display: grid;
    gap: var(--space-2);
  }
  .cards a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.125rem var(--space-3);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--surface);
    box-shadow: var(--shadow-1);
    color: inherit;
    text-decoration: none;
  }
  .today .cards a {
    border-color: var(--accent);
  }
  .cards .time {
    font-size: var(--text-sm);
    color: var(--ink-soft);
  }
  .cards .title {
    grid-column: 1 / -1;
    font-weight: 600;
    font-size: var(--text-lg);
    line-height: 1.3;
  }
  .cards .more {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    font-size: var(--text-sm);
    color: var(--ink-soft);
  }
  .frame {
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-md);
  }
  thead th {
    padding: var(--space-3);
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-soft);
    text-align: left;
  }
  .right {
    text-align: right;
  }
  .time-cell {
    white-space: nowrap;
  }
  .group .chip {
    background: var(--surface);
  }
  tbody td {
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--line);
    vertical-align: middle;
  }
  tbody tr:hover td {
    background: var(--sunk);
  }
  th:first-child,
  td:first-child {
    padding-left: var(--space-5);
  }
  th:last-child,
  td:last-child {
    padding-right: var(--space-5);
  }
  .group th {
    padding: var(--space-3) var(--space-5) var(--space-2);
    border-top: 1px solid var(--line);
    background: var(--sunk);
    font-size: var(--text-sm);
    font-weight: 600;
    color: var(--ink-soft);
    text-align: left;
    scroll-margin-top: 4rem;
  }
  .group .chip {
    margin-left: var(--space-2);
  }
  tbody.today .group th {
    background: var(--accent-soft);
    color: var(--accent-text);
  }
  td a {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--ink);
    font-weight: 600;
    text-decoration: none;
  }
  td a:hover {
    text-decoration: underline;
  }
  @media (min-width: 52rem) {
    .top {
      grid-template-columns: auto 1fr;
      align-items: center;
      justify-content: space-between;
    }
    .months {
      justify-content: flex-end;
    }
    .narrow {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 24rem) 13rem;
    }
  }
`;
