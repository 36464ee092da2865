import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { Receipt } from './figure-model.ts';

/** The disclosure under a figure: how it is known, what it means, how it is worked out, from which records. */
export function receiptView(receipt: Receipt, about: string): TemplateResult {
  return html`<details class="slip">
    <summary>Receipt<span class="visually-hidden"> for ${about}</span></summary>
    ${receiptLines(receipt)}
  </details>`;
}

/** What a receipt says, line by line; what is not known of it is left out. */
export function receiptLines({ definition, certainty, fact }: Receipt): TemplateResult {
  const lines = [
    ['Known as', certainty],
    ['Means', definition?.definition],
    ['Formula', definition?.formula],
    ['Source', definition?.source],
    ['Basis', definition?.basis],
    ['Fact', fact],
  ] as const;
  return html`<dl>
    ${lines.map(([label, text]) =>
      text === undefined || text === ''
        ? nothing
        : html`<div><dt>${label}</dt><dd class=${label === 'Fact' ? 'mono' : nothing}>${text}</dd></div>`,
    )}
  </dl>`;
}

/** How a receipt looks. */
export const receiptStyles = css`
  .slip summary {
    display: inline-flex;
    align-items: center;
    min-height: 2.25rem;
    padding-right: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 550;
    cursor: pointer;
  }
  .slip summary::before {
    content: '';
    width: 0.375rem;
    height: 0.375rem;
    margin: 0 0.5rem 0 0.125rem;
    border-right: 2px solid currentColor;
    border-bottom: 2px solid currentColor;
    transform: rotate(-45deg);
  }
  .slip[open] summary::before {
    transform: rotate(45deg);
  }
  .slip summary::-webkit-details-marker {
    display: none;
  }
  .slip summary:hover {
    color: var(--accent-text);
    text-decoration: underline;
  }
  .slip dl {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3);
    border-radius: var(--radius-md);
    background: var(--sunk);
    font-size: var(--text-xs);
  }
  .slip dt {
    color: var(--ink-soft);
    font-weight: 600;
  }
  .slip dd {
    overflow-wrap: anywhere;
  }
  .slip .mono {
    font-family: var(--font-mono);
  }
`;
