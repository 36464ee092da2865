import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { Receipt } from './figure-model.ts';
import { bookLines } from './figure-model.ts';

/**
 * What a receipt says, line by line: how the figure is known, what it means, how it is worked out, from which records,
 * up to when. What is not known of it is left out.
 */
export function receiptLines(receipt: Receipt, scope: ReportDocument['scope'], asOf?: string): TemplateResult {
  const { definition, certainty, fact } = receipt;
  const lines = [
    ['Known as', certainty],
    ['Means', definition?.definition],
    ['Formula', definition?.formula],
    ['Source', definition?.source],
    ['Basis', definition?.basis],
    ...bookLines(receipt, scope).map((line) => ['In the books', line] as const),
    ['Records as of', asOf],
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
  .slip {
    display: grid;
    gap: var(--space-2);
  }
  .slip h3 {
    margin-top: var(--space-3);
  }
  .slip dl {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-md);
    background: var(--sunk);
    font-size: var(--text-sm);
  }
  .slip dt {
    color: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  .slip dd {
    overflow-wrap: anywhere;
  }
  .slip .mono {
    font-family: var(--font-mono);
    font-size: var(--text-xs);
  }
`;
