import { html } from 'lit';
import type { Span } from '../../shared/reports/document/report-document.ts';
import { pieceOf } from '../../shared/reports/render/sentence.ts';
import { visibleText } from '../../shared/reports/render/visible-text.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';
import { spokenReceipt } from './receipt-dialog.ts';

/** Where a sentence stands, so that its figures can open their receipts: what it is about, and what figures mean. */
export interface Told {
  readonly about: string;
  readonly definitionOf: DefinitionOf;
}

/** A sentence with its figures set apart, so that none breaks over a line; told where it stands, each opens its receipt. */
export function sentence(spans: readonly Span[], told?: Told): unknown {
  return spans.map((span) => {
    if (typeof span === 'string') return visibleText(span);
    const piece = pieceOf(span);
    const receipt = told === undefined || piece.kind === 'words' ? undefined : receiptOf(span, told.definitionOf);
    return told === undefined || receipt === undefined
      ? html`<span class=${piece.kind}>${piece.text}</span>`
      : spokenReceipt(piece.text, span, told.about, piece.kind);
  });
}
