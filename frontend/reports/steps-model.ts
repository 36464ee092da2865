import type { RunStep } from '../../shared/wire/reports.ts';

/** A step of a run in a sentence. */
export interface StepLine {
  readonly at: string;
  readonly words: string;
  readonly details: string;
  readonly tone: 'done' | 'bad';
}

/** The steps of a run in the order they happened, the audit's short names turned into words. */
export function stepLines(steps: readonly RunStep[]): readonly StepLine[] {
  return [...steps]
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.index - b.index))
    .map(({ step }) => ({
      at: step.at,
      words: actionWords(step.action),
      details: detailWords(step),
      tone: /fail|refus|unknown|problem/.test(step.action) ? 'bad' : 'done',
    }));
}

/** An action's name in words: report.archived is Report archived, run-started is Run started. */
export function actionWords(action: string): string {
  const words = action
    .replaceAll(/[._-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a step was about and what it noted, without keys and digests, which mean nothing to a reader. */
function detailWords({ object, data }: RunStep): string {
  const notes = Object.entries(data)
    .filter(([name]) => !/digest|key|hash|sha|version|messageId/i.test(name))
    .map(([name, value]) => `${actionWords(name.replace(/([a-z])([A-Z])/g, '$1 $2')).toLowerCase()} ${value}`);
  return [/^(run|manual|charter)[.#:]/i.test(object) ? '' : object, ...notes].filter((text) => text !== '').join(' · ');
}
