import type { Figure } from '../../shared/reports/document/report-document.ts';

/** The figure somebody asks about, as they see it and where it stands. */
export interface AskedFigure {
  readonly figure: Figure;
  readonly text: string;
  readonly about: string;
  /** What it is held against, which has a receipt of its own. */
  readonly against?: { readonly label: string; readonly figure: Figure };
}

/** Asks for a receipt from wherever something on the page was pressed; what answers may still be on its way. */
export function askForReceipt(event: Event, asked: AskedFigure): void {
  event.target?.dispatchEvent(new CustomEvent('scc-receipt-opened', { detail: asked, bubbles: true, composed: true }));
}
