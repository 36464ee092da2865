import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { ActionLine } from '../../shared/reports/document/report-document.ts';
import { formatCount } from '../../shared/reports/render/format.ts';
import { actionWeight, dueText } from '../../shared/reports/render/wording.ts';

/** Ranked actions: what to do, why, who, until when. */
export function actionList(actions: readonly ActionLine[]): TemplateResult {
  return html`<ol class="ranked">
    ${actions.map(
      (action) => html`<li>
        <span class="rank num" aria-hidden="true">${formatCount(action.rank)}</span>
        <div>
          <h3>${action.title}</h3>
          <p class="soft">${action.because}</p>
          <p class="small action-facts">
            <strong>${action.owner}</strong><span class="num">${dueText(action)}</span><span>${actionWeight(action)}</span>
          </p>
        </div>
      </li>`,
    )}
  </ol>`;
}
