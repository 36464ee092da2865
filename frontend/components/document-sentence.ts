import { html } from 'lit';
import type { Span } from '../../shared/reports/document/report-document.ts';
import { pieceOf } from '../../shared/reports/render/sentence.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';

/** A sentence with its figures set apart, so that none breaks over a line. */
export function sentence(spans: readonly Span[]): unknown {
  return spans.map((span) => {
    if (typeof span === 'string') return visibleText(span);
    const piece = pieceOf(span);
    return html`<span class=${piece.kind}>${piece.text}</span>`;
  });
}
