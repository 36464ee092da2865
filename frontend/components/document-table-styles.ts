import { css } from 'lit';

/** Tables scroll inside their own frame; the page never does sideways. */
export const documentTableStyles = css`
  .table {
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-lg);
    background:
      linear-gradient(to left, var(--surface), transparent) 100% 0 / 2.5rem 100% local no-repeat,
      linear-gradient(to left, var(--shade-deep), transparent) 100% 0 / 0.875rem 100% scroll no-repeat,
      var(--surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-sm);
  }
  caption {
    padding: var(--space-3) var(--space-4) var(--space-2);
    font-weight: 600;
    text-align: left;
  }
  /* What a table is about and what a row is about stay while the rest is scrolled. */
  caption > span {
    position: sticky;
    left: var(--space-4);
    display: inline-block;
    max-width: min(100%, calc(100cqi - 2.25rem));
  }
  thead th:first-child,
  tbody th,
  tfoot th {
    position: sticky;
    z-index: 1;
    left: 0;
    background: var(--surface);
  }
  th,
  td {
    padding: 0.5625rem var(--space-4);
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  @container (max-width: 30rem) {
    th,
    td {
      padding-inline: var(--space-2);
    }
    :is(th, td):first-child {
      padding-left: var(--space-4);
    }
    :is(th, td):last-child {
      padding-right: var(--space-4);
    }
  }
  thead th {
    border-top: 0;
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 600;
    white-space: nowrap;
  }
  tbody th {
    max-width: 18rem;
    font-weight: 500;
    overflow-wrap: break-word;
  }
  .right {
    text-align: right;
  }
  td.num {
    white-space: nowrap;
  }
  tfoot th,
  tfoot td {
    border-top: 2px solid var(--line-strong);
    font-weight: 650;
  }
  .table > figcaption {
    padding: var(--space-2) var(--space-1) 0;
    color: var(--ink-soft);
    font-size: var(--text-sm);
  }
  .fold {
    display: none;
  }
`;

/** On a phone a wide table is a card for each row, and a long one folds until all of it is asked for. */
export const foldedTableStyles = css`
  @container (max-width: 34rem) {
    .table:not([data-whole]) .later {
      display: none;
    }
    .fold {
      display: flex;
      align-items: center;
      gap: 0.625rem;
      width: 100%;
      min-height: var(--touch);
      margin: 0;
      padding: 0 var(--space-4);
      border: 0;
      border-top: 1px solid var(--line);
      border-radius: 0 0 var(--radius-lg) var(--radius-lg);
      background: none;
      color: var(--accent-text);
      font: inherit;
      font-size: var(--text-sm);
      font-weight: 550;
      cursor: pointer;
    }
    .fold::before {
      content: '';
      width: 0.375rem;
      height: 0.375rem;
      border-right: 2px solid currentColor;
      border-bottom: 2px solid currentColor;
      transform: translateY(-25%) rotate(45deg);
    }
    .fold[aria-expanded='true']::before {
      transform: translateY(25%) rotate(-135deg);
    }
    .cards :is(table, caption, tbody, tfoot, tr, th) {
      display: block;
    }
    .cards thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .cards caption > span {
      position: static;
      max-width: none;
    }
    .cards tr {
      padding: var(--space-3) var(--space-4);
      border-top: 1px solid var(--line);
    }
    .cards tfoot tr {
      border-top: 2px solid var(--line-strong);
    }
    .cards :is(tbody, tfoot) :is(th, td) {
      position: static;
      max-width: none;
      padding: 0.1875rem 0;
      border: 0;
      overflow-wrap: anywhere;
    }
    .cards :is(tbody, tfoot) th {
      padding-bottom: var(--space-1);
      font-weight: 620;
    }
    .cards td {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-4);
      text-align: right;
    }
    .cards [data-label]::before {
      content: attr(data-label);
      color: var(--ink-soft);
      font-style: normal;
      font-weight: 450;
      text-align: left;
    }
    .cards th[data-label]::before {
      margin-right: 0.4em;
    }
    .cards td.long {
      display: grid;
      gap: 0;
      text-align: left;
    }
    .cards td:not([data-label]) {
      display: block;
      text-align: left;
    }
    .cards td.none {
      display: none;
    }
  }
`;
