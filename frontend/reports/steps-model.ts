import { listed } from '../../shared/kernel/listed.ts';
import type { RunResponse, RunStep } from '../../shared/wire/reports.ts';
import { failureReason } from './failure-model.ts';
import type { Party } from './run-model.ts';
import { partyWords, runState } from './run-model.ts';

type Run = RunResponse['run'];

/** A step of a run in a sentence. */
export interface StepLine {
  readonly at: string;
  readonly words: string;
  readonly details: string;
  readonly tone: 'done' | 'bad';
}

/** The steps of a run in the order they happened, the audit's short names and ids turned into words. */
export function stepLines({ run, deliveries, steps }: RunResponse, userId = ''): readonly StepLine[] {
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : a.index - b.index))
    .map(({ step }) => ({
      at: step.at,
      words: actionWords(step.action),
      details: detailsOf(step, run, deliveries, userId),
      tone: /fail|unknown|held|bounced|complained|rejected/.test(step.action) ? 'bad' : 'done',
    }));
}

const ACTIONS: Readonly<Record<string, string>> = {
  'run.created': 'Run started',
  'run.snapshot-taken': 'Records read and kept',
  'run.completed': 'Run complete',
  'run.reopened': 'Run opened again',
  'run.reassessed': 'Run looked at again',
  'issue.archived': 'Report written and kept',
  'issue.begun': 'Report begun again',
  'issue.tried': 'Report not written, to be tried again',
  'issue.put-off': 'Report waits for what it needs',
  'issue.failed': 'Report failed',
  'delivery.ready': 'Mail prepared',
  'delivery.claimed': 'Mail handed to the mail service',
  'delivery.postponed': 'Mail not taken, to be tried again',
  'delivery.accepted': 'Mail accepted',
  'delivery.failed': 'Mail refused',
  'delivery.unknown': 'Nobody can say whether the mail was sent',
  'delivery.told': 'The mail service told more of a mail',
  'delivery.delivered': 'Mail delivered',
  'delivery.delayed': 'Mail delayed',
  'delivery.bounced': 'Mail came back',
  'delivery.complained': 'Mail marked as spam',
  'delivery.rejected': 'Mail rejected by the mail service',
  'delivery.held': 'Mail held for a person to decide',
  'delivery.marked-sent': 'Mail marked as sent',
  'delivery.sent-again': 'Mail sent again',
  'delivery.resent-after-no-evidence': 'Nothing was heard of the mail: it is sent once more',
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
function detailsOf(
  { action, data, object, actor }: RunStep,
  run: RunResponse['run'],
  deliveries: RunResponse['deliveries'],
  userId: string,
): string {
  const { report, reports, issues, to, bcc, state, reason, because } = data;
  const titleOf = (name: unknown) =>
    run.issues.find((issue) => issue.report === name)?.title ?? String(name).replaceAll('-', ' ');
  const recipient = deliveries.find((delivery) => delivery.id === object)?.recipientName;
  const parts = [
    actor === userId && userId !== '' ? 'by you' : '',
    report === undefined ? '' : titleOf(report),
    reports === undefined ? '' : listed(String(reports).split(' ').map(titleOf)),
    recipient === undefined ? '' : `to ${recipient}`,
    issues === undefined ? '' : `${issues} ${issues === 1 ? 'report' : 'reports'}`,
    state === undefined ? '' : runState({ state: state as Run['state'] }).words,
    to === undefined ? '' : `recipient ${copyWords(to)}`,
    bcc === undefined ? '' : `audit copy ${copyWords(bcc)}`,
    because === undefined ? '' : action.startsWith('issue.') ? failureReason(String(because)) : String(because),
    reason === undefined ? '' : String(reason),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function copyWords(state: unknown): string {
  return partyWords({ state: state as Party['state'] });
}
