import { css } from 'lit';

/** Native buttons, fields and their labels, in the app's dress: 44 px to touch, clear when off, loud only once per card. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--touch);
    padding: 0.375rem var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-md);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-weight: 550;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms ease,
      border-color 120ms ease;
  }
  button:hover,
  .button:hover {
    background: var(--sunk);
  }
  button.primary,
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--accent-strong);
  }
  button.danger {
    border-color: var(--bad);
    background: var(--bad-soft);
    color: var(--bad);
  }
  button.danger:hover {
    background: var(--surface);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent-text);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--accent-soft);
  }
  button.wide {
    width: 100%;
  }
  button.big {
    min-height: 3.25rem;
    padding-inline: var(--space-5);
    font-size: var(--text-lg);
    font-weight: 620;
  }
  button.icon,
  .button.icon {
    width: var(--touch);
    padding: 0;
  }
  button:disabled,
  button[aria-disabled='true'] {
    border-color: var(--line);
    background: var(--sunk);
    color: var(--ink-faint);
    cursor: not-allowed;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
`;

/** Fields of a form: a label above, a hint below, a problem in words beside the colour. */
export const fields = css`
  form {
    display: grid;
    gap: var(--space-4);
  }
  .field {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
  }
  label,
  legend {
    font-size: var(--text-sm);
    font-weight: 600;
  }
  .hint {
    font-size: var(--text-xs);
    color: var(--ink-soft);
  }
  input,
  select,
  textarea {
    width: 100%;
    min-height: var(--touch);
    padding: 0.5rem var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-md);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, var(--text-md));
    font-variant-numeric: tabular-nums lining-nums;
  }
  textarea {
    min-height: 5.5rem;
    resize: vertical;
  }
  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--bad);
    box-shadow: inset 0 0 0 1px var(--bad);
  }
  .field .problem {
    font-size: var(--text-sm);
    color: var(--bad);
  }
  fieldset {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--space-1);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: var(--touch);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-md);
    font-size: var(--text-md);
    font-weight: 450;
    cursor: pointer;
  }
  .choice span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .choice input {
    width: 1.25rem;
    height: 1.25rem;
    min-height: 0;
    margin: 0;
    flex: none;
    accent-color: var(--accent);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
    gap: var(--space-4);
  }
  .pair:has(.choice) {
    gap: var(--space-2);
  }
`;
