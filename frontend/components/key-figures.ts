import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { KeyFigure } from '../../shared/reports/document/report-document.ts';
import './figure.ts';
import type { DefinitionOf } from './figure-model.ts';
import { receiptOf } from './figure-model.ts';

/** Headline figures side by side. */
export function keyFigures(figures: readonly KeyFigure[], definitionOf: DefinitionOf): TemplateResult {
  return html`<div class="key-figures">
    ${figures.map((of) => html`<scc-figure .of=${of} ?told=${receiptOf(of.figure, definitionOf) !== undefined}></scc-figure>`)}
  </div>`;
}
