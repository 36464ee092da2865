import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Block } from '../../shared/reports/document/report-document.ts';
import { DEFINITION_LABELS } from '../../shared/reports/render/wording.ts';
import { actionList } from './document-actions.ts';
import { findingList } from './document-findings.ts';
import { sentence } from './document-sentence.ts';
import { tableView } from './document-tables.ts';
import type { DefinitionOf } from './figure-model.ts';
import { keyFigures } from './key-figures.ts';

let charts: Promise<unknown> | undefined;

/** What draws charts comes after the figures; their words are there before it, and a failed load is tried again. */
function drawing(): Promise<unknown> {
  charts ??= import('./chart.ts').catch(() => {
    charts = undefined;
  });
  return charts;
}

/** One block of a document on the screen, and what its section is about. */
export function blockView(block: Block, definitionOf: DefinitionOf, about: string): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="prose">${sentence(block.spans, { about, definitionOf })}</p>`;
    case 'key-figures':
      return keyFigures(block.figures, definitionOf);
    case 'table':
      return tableView(block, definitionOf);
    case 'chart':
      void drawing();
      return html`<scc-chart .chart=${block} .definitionOf=${definitionOf}></scc-chart>`;
    case 'findings':
      return findingList(block.findings, definitionOf);
    case 'actions':
      return actionList(block.actions);
    case 'list':
      return html`<ul class="bullets">
        ${block.items.map((spans) => html`<li>${sentence(spans, { about, definitionOf })}</li>`)}
      </ul>`;
    case 'definitions':
      return definitionList(block);
  }
}

/** Every figure opens its receipt, so that the list of all of them stays folded until somebody wants it. */
function definitionList({ definitions }: Extract<Block, { kind: 'definitions' }>): TemplateResult {
  return html`<details class="appendix">
    <summary>Show what each figure means</summary>
    <dl class="definitions">
      ${definitions.map(
        (line) => html`<div>
          <dt>${line.title}</dt>
          <dd>${line.definition}</dd>
          <dd class="small soft">${DEFINITION_LABELS.formula}: ${line.formula}</dd>
          <dd class="small soft">${DEFINITION_LABELS.source}: ${line.source}. ${DEFINITION_LABELS.basis}: ${line.basis}</dd>
        </div>`,
      )}
    </dl>
  </details>`;
}
