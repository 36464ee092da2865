import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ApiProblem } from '../../api/problem.ts';
import '../../components/problem-list.ts';

/** A refusal where it happened: its sentence, and every reason that no field beside it already shows. */
export function refusalView(
  problem: ApiProblem | undefined,
  shownElsewhere: readonly string[] = [],
): TemplateResult | typeof nothing {
  if (problem === undefined || problem.code === 'conflict') return nothing;
  const rest = problem.problems.filter(({ field }) => !shownElsewhere.includes(field));
  return html`<scc-problem-list tone="bad" heading=${problem.message} .problems=${rest}></scc-problem-list>`;
}
