import { createHash } from 'node:crypto';
import type { Run } from '../../../shared/reports/run.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import { CANARIES } from './company.ts';
import type { Place } from './place.ts';
import { AUDIT_BCC, PEPPER } from './place.ts';
import type { Scenario } from './scenarios.ts';

/** What must hold after every schedule, whatever struck (reliability promises P1 to P5, P22). */
export const INVARIANTS = {
  'one mail each': 'no mail is taken twice for one run, report and recipient',
  'nothing lost': 'every report is archived, and every mail that was owed has a delivery',
  'all settled': 'the run is over and every delivery has come to an end that is recorded',
  'told truly': 'what the record says of a mail is what became of it',
  'sent as archived': 'the bytes sent, archived and recorded are the same, and archived once',
  'blind copy': 'every mail goes to its recipient and the audit mailbox, and to nobody else',
  'nothing said': 'no log line holds an address or a secret',
  'nothing repeated': 'every trigger once more changes nothing',
  'no livelock': 'the work ends',
} as const;
export type Invariant = keyof typeof INVARIANTS;

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** The run and its deliveries as the tables hold them. */
export interface Recorded {
  readonly run: Run | undefined;
  readonly deliveries: readonly Delivery[];
}

export function recordedRun({ tables }: Place, runKey: string): Recorded {
  const items = [...tables.table('main').items.values()].filter(({ pk }) => pk === `RUN#${runKey}`);
  return {
    run: items.find(({ sk }) => sk === 'META') as Run | undefined,
    deliveries: items.filter(({ sk }) => sk !== 'META') as unknown as readonly Delivery[],
  };
}

/** Whether a run has nothing left to do. */
export function isOver({ run }: Recorded): boolean {
  return run?.state === 'complete' || run?.state === 'complete-with-problems';
}

/** States no delivery stays in. */
const ON_THE_WAY: readonly string[] = ['ready', 'sending'];

/** Everything that does not hold of a world in which a scenario has come to its end. */
export function violationsIn(place: Place, scenario: Scenario): Violation[] {
  const { mail, said } = place;
  const recorded = recordedRun(place, scenario.runKey);
  const { run, deliveries } = recorded;
  const found: Violation[] = [];
  const must = (invariant: Invariant, holds: boolean, what: () => string) => {
    if (!holds) found.push({ invariant, what: what() });
  };
  must('all settled', isOver(recorded), () => `the run is ${run?.state ?? 'absent'}`);
  for (const { slug, state, failure } of run?.issues ?? [])
    must('nothing lost', state === 'archived', () => `${slug} is ${state}: ${failure}`);
  for (const [report, address] of scenario.mails) {
    const delivery = deliveries.find((one) => one.report === report && `${one.recipientName}@example.com` === address);
    must('nothing lost', delivery !== undefined, () => `no delivery of ${report} to ${address}`);
    const taken = mail.taken.filter((one) => one.destinations[0] === address && one.tags['report'] === report);
    must('one mail each', taken.length <= 1, () => `${taken.length} mails of ${report} to ${address}`);
    if (delivery) for (const violation of truthOf(place, delivery, taken.length)) found.push(violation);
  }
  must('nothing lost', deliveries.length === scenario.mails.length, () => `${deliveries.length} deliveries`);
  for (const { destinations } of mail.taken) {
    const isOwed = scenario.mails.some(([, address]) => address === destinations[0]);
    const isRight = isOwed && destinations.length === 2 && destinations[1] === AUDIT_BCC;
    must('blind copy', isRight, () => `a mail went to ${destinations.join(' and ')}`);
  }
  for (const [key, versions] of place.archive.versions)
    must('sent as archived', versions.length === 1, () => `${key} was written ${versions.length} times`);
  for (const canary of [...CANARIES, PEPPER])
    must('nothing said', !said.some((line) => line.includes(canary)), () => `the log holds ${canary}`);
  return found;
}

function truthOf({ archive, mail }: Place, delivery: Delivery, takenCount: number): Violation[] {
  const found: Violation[] = [];
  const { state, messageId, messageDigest, messageKey, report } = delivery;
  if (ON_THE_WAY.includes(state)) found.push({ invariant: 'all settled', what: `${report} is still ${state}` });
  const own = mail.taken.filter(({ tags }) => tags['delivery'] === delivery.id);
  const isTold =
    state === 'accepted' ? own.some((one) => one.messageId === messageId) : state !== 'failed' || takenCount === 0;
  if (!isTold)
    found.push({ invariant: 'told truly', what: `${report} is ${state}, and was taken ${takenCount} times` });
  const archived = archive.get(messageKey);
  const digests = [...own.map(({ bytes }) => digestOf(bytes)), archived === undefined ? 'nothing' : digestOf(archived)];
  if (digests.some((digest) => digest !== messageDigest))
    found.push({ invariant: 'sent as archived', what: `${report} is recorded as ${messageDigest}, not ${digests}` });
  return found;
}

const digests = new WeakMap<Uint8Array, string>();

/** SHA-256, computed once for the same bytes in memory. */
function digestOf(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}

/** Everything a repeated trigger must leave as it is, as one text. */
export function fingerprint(place: Place, runKey: string): string {
  const lines = [...place.tables.table('audit').items.values()].filter(({ pk }) => pk === `run.${runKey}`);
  const { run, deliveries } = recordedRun(place, runKey);
  const archived = [...place.archive.versions].map(([key, versions]) => [key, versions.length]);
  return JSON.stringify([run, deliveries, lines.length, archived, place.mail.taken.length]);
}
