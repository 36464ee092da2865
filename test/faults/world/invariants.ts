import { CHECKPOINT_FOLDER } from '../../../shared/reports/checkpoint.ts';
import type { Run } from '../../../shared/reports/run.ts';
import { isClosed } from '../../../shared/reports/run.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import { CANARIES } from './company.ts';
import { historyViolations, linesOf } from './history-invariants.ts';
import { mailViolations } from './mail-invariants.ts';
import type { Place } from './place.ts';
import { PEPPER } from './place.ts';
import type { ExpectedRun, Scenario } from './scenarios.ts';

/** What must hold after every schedule, whatever struck (reliability promises P1 to P5, P8, P9, P11, P22). */
export const INVARIANTS = {
  'one mail each': 'a mail is taken once, and once more for each line that says it went again without evidence',
  'nothing lost': 'every report is archived, and every mail that was owed has a delivery',
  'all settled': 'the run is over and every delivery has come to an end',
  'told truly': 'what the record says of a mail is what became of it',
  'sent as archived': 'the bytes sent, archived and recorded are the same, and archived once',
  'chained history': 'every stream of history verifies, with one line for each step of a delivery',
  'never back': 'what SES told of a mail is never taken back',
  'blind copy': 'every mail goes to its recipient and the audit mailbox, and to nobody else',
  'nothing said': 'no log line holds an address or a secret',
  'nothing repeated': 'every trigger and every event once more changes nothing',
  'no livelock': 'the work ends',
  explained: 'what is held or has failed says so in its history, and its run closes with problems',
  'nothing in vain': 'where no event is lost, no mail goes again that had gone, on record or not',
  'in time': 'no mail is claimed by a process with less than half a minute left',
} as const;
export type Invariant = keyof typeof INVARIANTS;

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** Notes a violation where something does not hold. */
export type Must = (invariant: Invariant, holds: boolean, what: () => string) => void;

/** The run and its deliveries as the tables hold them. */
export interface Recorded {
  readonly run: Run | undefined;
  readonly deliveries: readonly Delivery[];
}

function recordedRun({ tables }: Place, runKey: string): Recorded {
  const items = [...tables.table('main').items.values()].filter(({ pk }) => pk === `RUN#${runKey}`);
  return {
    run: items.find(({ sk }) => sk === 'META') as Run | undefined,
    deliveries: items.filter(({ sk }) => sk !== 'META') as unknown as readonly Delivery[],
  };
}

/** Every run of a scenario. */
export function recordedRuns(place: Place, scenario: Scenario): readonly Recorded[] {
  return expectedRuns(place, scenario).map(({ runKey }) => recordedRun(place, runKey));
}

/**
 * The runs a scenario has to make. A completion that came later than it was meant to joins a later window: the run it says
 * it joined is the one there has to be.
 */
function expectedRuns(place: Place, scenario: Scenario): readonly ExpectedRun[] {
  const { runKey, mails, also = [] } = scenario;
  const joins = also.flatMap((one) => {
    const trigger = recordedRun(place, one.runKey).run?.trigger;
    return trigger?.kind === 'charter' && trigger.joins !== undefined ? [trigger.joins.runKey] : [];
  });
  const main = joins.length === 0 ? [runKey] : [...new Set(joins)];
  return [...main.map((key) => ({ runKey: key, mails })), ...also];
}

/** Whether a run has nothing left to do. */
export function isOver({ run }: Recorded): boolean {
  return run !== undefined && isClosed(run);
}

/** States no delivery stays in. */
const ON_THE_WAY: readonly string[] = ['ready', 'sending', 'unknown'];

/** States that a run tells as a problem. */
const TROUBLED: readonly string[] = ['held', 'failed', 'rejected', 'bounced', 'complained'];

/** Everything that does not hold of a world in which a scenario has come to its end. */
export function violationsIn(place: Place, scenario: Scenario): Violation[] {
  const found: Violation[] = [];
  const must: Must = (invariant, holds, what) => {
    if (!holds) found.push({ invariant, what: what() });
  };
  for (const expected of expectedRuns(place, scenario)) runViolations(place, expected, must);
  const deliveries = recordedRuns(place, scenario).flatMap((one) => one.deliveries);
  mailViolations(place, scenario, deliveries, must);
  historyViolations(place, must);
  for (const canary of [...CANARIES, PEPPER])
    must('nothing said', !place.said.some((line) => line.includes(canary)), () => `the log holds ${canary}`);
  return found;
}

/** What must hold of a run and its deliveries, as the tables have them. */
function runViolations(place: Place, { runKey, mails }: ExpectedRun, must: Must): void {
  const recorded = recordedRun(place, runKey);
  const { run, deliveries } = recorded;
  must('all settled', isOver(recorded), () => `the run is ${run?.state ?? 'absent'}`);
  for (const { slug, state, failure } of run?.issues ?? [])
    must('nothing lost', state === 'archived', () => `${slug} is ${state}: ${failure}`);
  for (const [report, address] of mails) {
    const isThere = deliveries.some((one) => one.report === report && `${one.recipientName}@example.com` === address);
    must('nothing lost', isThere, () => `no delivery of ${report} to ${address}`);
  }
  must('nothing lost', deliveries.length === mails.length, () => `${deliveries.length} deliveries`);
  for (const delivery of deliveries) {
    const { report, state } = delivery;
    must('all settled', !ON_THE_WAY.includes(state), () => `${report} is still ${state}`);
    if (state !== 'held' && state !== 'failed') continue;
    const isSaid = linesOf(place, delivery).some(({ action }) => action === `delivery.${state}`);
    must('explained', isSaid, () => `${report} is ${state} without a line`);
  }
  const states = deliveries.flatMap(({ state, parties }) => [state, parties.to.state, parties.bcc.state]);
  const isMade = (run?.issues ?? []).every(({ state }) => state === 'archived');
  const isWhole = isMade && !states.some((state) => TROUBLED.includes(state));
  const closedAs = isWhole ? 'complete' : 'complete-with-problems';
  must('explained', run?.state === closedAs, () => `the run is ${run?.state}, and should be ${closedAs}`);
}

/** Everything a repeated trigger or event must leave as it is, as one text; a tick may witness what was over before it. */
export function fingerprint(place: Place, scenario: Scenario): string {
  const streams = new Set(expectedRuns(place, scenario).map(({ runKey }) => `run.${runKey}`));
  const lines = [...place.tables.table('audit').items.values()].filter(({ pk }) => streams.has(String(pk)));
  const written = [...place.archive.versions].filter(([key]) => !key.startsWith(CHECKPOINT_FOLDER));
  const archived = written.map(([key, versions]) => [key, versions.length]);
  const own = place.mail.taken.filter(({ tags }) => tags['kind'] !== 'probe');
  return JSON.stringify([recordedRuns(place, scenario), lines.length, archived, own.length]);
}
