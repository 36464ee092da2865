import { listed } from '../../shared/kernel/listed.ts';
import type { RunResponse, RunStep } from '../../shared/wire/reports.ts';

/** A step of a run in a sentence. */
export interface StepLine {
  readonly at: string;
  readonly words: string;
  readonly details: string;
  readonly tone: 'done' | 'bad';
}

/** The steps of a run in the order they happened, the audit's short names and ids turned into words. */
export function stepLines({ run, deliveries, steps }: RunResponse): readonly StepLine[] {
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.index - b.index))
    .map(({ step }) => ({
      at: step.at,
      words: actionWords(step.action),
      details: detailsOf(step, run, deliveries),
      tone: /fail|unknown/.test(step.action) ? 'bad' : 'done',
    }));
}

const ACTIONS: Readonly<Record<string, string>> = {
  'run.created': 'Run started',
  'run.snapshot-taken': 'Records read and kept',
  'run.completed': 'Run complete',
  'issue.archived': 'Report written and kept',
  'issue.failed': 'Report failed',
  'delivery.ready': 'Mail prepared',
  'delivery.claimed': 'Mail handed to the mail service',
  'delivery.postponed': 'Mail not taken, to be tried again',
  'delivery.accepted': 'Mail accepted',
  'delivery.failed': 'Mail refused',
  'delivery.unknown': 'Nobody can say whether the mail was sent',
};

/** An action's name in words; one nobody has words for yet keeps its own: run.paused is Run paused. */
export function actionWords(action: string): string {
  const known = ACTIONS[action];
  if (known !== undefined) return known;
  const words = action
    .replaceAll(/[._-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a step was about, for a reader: titles and names; marks and digests are for the audit. */
function detailsOf(step: RunStep, run: RunResponse['run'], deliveries: RunResponse['deliveries']): string {
  const { report, reports, issues, because } = step.data;
  const titleOf = (name: unknown) =>
    run.issues.find((issue) => issue.report === name)?.title ?? String(name).replaceAll('-', ' ');
  const recipient = deliveries.find((delivery) => delivery.id === step.object)?.recipientName;
  const parts = [
    report === undefined ? '' : titleOf(report),
    reports === undefined ? '' : listed(String(reports).split(' ').map(titleOf)),
    recipient === undefined ? '' : `to ${recipient}`,
    issues === undefined ? '' : `${issues} ${issues === 1 ? 'report' : 'reports'}`,
    because === undefined ? '' : String(because),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
