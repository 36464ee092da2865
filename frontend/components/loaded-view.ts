import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Load } from '../api/load.ts';
import type { ApiProblem } from '../api/problem.ts';
import './state-views.ts';

/**
 * The screen of something loaded, in whichever of its four states it is; `what` ends the sentence Loading …. When it is
 * all its page has, `alone` makes a failure's heading the page's.
 */
export function loadedView<T>(
  load: Load<T>,
  what: string,
  view: (value: T) => unknown,
  place: 'alone' | 'part' = 'part',
): unknown {
  const { state } = load;
  const again = () => void load.again();
  switch (state.kind) {
    case 'waiting':
      return nothing;
    case 'slow':
      return html`<scc-loading what=${what}></scc-loading>`;
    case 'failed':
      return failedView(state.problem, what, place, again);
    case 'ready':
      return html`${staleNotice(state.refresh, what, again)}${view(state.value)}`;
  }
}

function failedView(problem: ApiProblem, what: string, place: 'alone' | 'part', again: () => void): TemplateResult {
  return html`<scc-failed
    ?alone=${place === 'alone'}
    heading=${problem.code === 'not-found' ? 'This is not here' : `Could not load ${what}`}
    message=${problem.message}
    .reference=${problem.requestId}
    @scc-retry=${again}
  ></scc-failed>`;
}

/** Old data stays; this says why it is old. A refresh under way says nothing: most are over before one could read it. */
function staleNotice(refresh: 'none' | 'running' | ApiProblem, what: string, again: () => void): unknown {
  if (refresh === 'none' || refresh === 'running') return nothing;
  return html`<div class="notice warn stale" role="status">
    <span>This is ${what} as last loaded. ${refresh.message}</span>
    <button @click=${again}>Try again</button>
  </div>`;
}
