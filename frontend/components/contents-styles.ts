import { css } from 'lit';

/** The contents of a report: quiet words on a thin line, the section being read in the colour of links. */
export const contentsStyles = css`
  .heading {
    padding: 0 var(--space-3) var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  ol {
    border-left: 1px solid var(--line);
  }
  a {
    display: block;
    margin-left: -1px;
    padding: 0.3125rem var(--space-3);
    border-left: 2px solid transparent;
    color: var(--ink-soft);
    font-size: var(--text-sm);
    line-height: 1.35;
    text-decoration: none;
  }
  a:hover {
    color: var(--ink);
  }
  a[aria-current] {
    border-left-color: var(--accent);
    color: var(--accent-text);
    font-weight: 600;
  }
  details {
    position: relative;
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }
  summary {
    padding-inline: var(--space-4);
    list-style: none;
  }
  .here {
    overflow: hidden;
    margin-left: var(--space-3);
    color: var(--ink-soft);
    font-weight: 450;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  details ol {
    position: absolute;
    z-index: 1;
    inset: calc(100% + 1px) -1px auto;
    max-height: 70dvh;
    padding-block: var(--space-2);
    border: 1px solid var(--line);
    border-radius: 0 0 var(--radius-md) var(--radius-md);
    background: var(--surface);
    box-shadow: var(--shadow-2);
    overflow: auto;
    overscroll-behavior: contain;
  }
  details a {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    margin: 0;
    padding-inline: var(--space-4);
    border-left-width: 3px;
  }
`;
