import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { FindingLine } from '../../shared/reports/document/report-document.ts';
import { SEVERITY_WORDS } from '../../shared/reports/render/wording.ts';
import { sentence } from './document-sentence.ts';
import type { DefinitionOf } from './figure-model.ts';

/**
 * Findings, the gravest first as the document lists them: what is wrong, what it costs, what to do, who. Each figure in
 * them opens its receipt.
 */
export function findingList(findings: readonly FindingLine[], definitionOf: DefinitionOf): TemplateResult {
  return html`<ul class="findings">
    ${findings.map(
      (finding) => html`<li class=${finding.severity}>
        <div class="finding-head">
          <span class="severity ${finding.severity}">${SEVERITY_WORDS[finding.severity]}</span>
          <h3>${finding.title}</h3>
        </div>
        <p>${sentence(finding.gap, { about: finding.title, definitionOf })}</p>
        <dl class="pairs">
          <div><dt>Impact</dt><dd>${sentence(finding.impact, { about: `Impact: ${finding.title}`, definitionOf })}</dd></div>
          <div><dt>Fix</dt><dd>${finding.fix}</dd></div>
          <div><dt>Owner</dt><dd>${finding.owner}</dd></div>
          <div><dt>Category</dt><dd>${finding.category}</dd></div>
        </dl>
      </li>`,
    )}
  </ul>`;
}
