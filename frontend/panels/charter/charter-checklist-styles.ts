import { css } from 'lit';

/** Phases that fold, with a bar each; items one can hit with a wet thumb. */
export const charterChecklistStyles = css`
  details {
    border-top: 1px solid var(--line);
  }
  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4.5rem 3.75rem;
    align-items: center;
    gap: var(--space-3);
    min-height: 3rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .phase {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 550;
  }
  .phase::before {
    content: '';
    width: 0.4375rem;
    height: 0.4375rem;
    margin-right: 0.125rem;
    border-right: 2px solid var(--ink-soft);
    border-bottom: 2px solid var(--ink-soft);
    transform: rotate(-45deg);
    transition: transform 120ms ease;
  }
  details[open] .phase::before {
    transform: rotate(45deg);
  }
  summary .small {
    text-align: right;
    white-space: nowrap;
  }
  .complete {
    color: var(--good);
    font-weight: 600;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 0.375rem;
    border: 0;
    border-radius: 999px;
    background: var(--line);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  details ul {
    padding-bottom: var(--space-3);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    border-radius: var(--radius-md);
  }
  li:hover {
    background: var(--sunk);
  }
  .tick {
    flex: 1;
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: 3rem;
    padding: var(--space-2);
    font-size: var(--text-md);
    font-weight: 450;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    width: 1.375rem;
    height: 1.375rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  .text {
    display: grid;
  }
  .na {
    flex: none;
    font-size: var(--text-sm);
    color: var(--ink-soft);
  }
`;
