import type { Outcome as Became } from '../../../scripts/dev/services/ses-event.ts';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import type { Must } from './invariants.ts';
import type { Fate } from './mail-channel.ts';
import type { Place } from './place.ts';

/** What a copy is recorded as once it is known what became of it; of several things the last of this list that happened. */
const RECORDED_AS: readonly (readonly [Became, string])[] = [
  ['delay', 'delayed'],
  ['delivery', 'delivered'],
  ['hard-bounce', 'bounced'],
  ['suppressed', 'bounced'],
  ['complaint', 'complained'],
];
const SUSPENDING: readonly Became[] = ['hard-bounce', 'suppressed', 'complaint'];

/** Where every event arrives in the end: what became of each copy is on record, and who must get no more mail gets none. */
export function fateViolations(
  place: Place,
  fates: readonly Fate[],
  deliveries: readonly Delivery[],
  must: Must,
): void {
  for (const { id, report, parties } of deliveries) {
    for (const party of ['to', 'bcc'] as const) {
      const own = fates.filter((fate) => fate.deliveryId === id && fate.party === party);
      const happened = new Set(own.flatMap(({ outcomes }) => outcomes));
      const expected = RECORDED_AS.filter(([outcome]) => happened.has(outcome)).at(-1)?.[1];
      const { state } = parties[party];
      const isTrue = expected === undefined || state === expected;
      must('told truly', isTrue, () => `${report} is ${state} at ${party}, and was ${expected}`);
      if (party === 'to' || !own.some(isUnwelcome)) continue;
      const isAlarmed = place.said.some((line) => line.includes('"audit-copy.refused"') && line.includes(id));
      must('told truly', isAlarmed, () => `nobody heard that the audit copy of ${report} was refused`);
    }
  }
  const refused = fates.filter((fate) => fate.party === 'to' && isUnwelcome(fate));
  const unwelcome = new Set(refused.map(({ recipient }) => recipient));
  for (const item of place.tables.table('main').items.values()) {
    const { email, subscriptions, status } = item as Readonly<Record<string, unknown>>;
    if (subscriptions === undefined) continue;
    const isTrue = (status === 'suspended') === unwelcome.has(String(email));
    must('told truly', isTrue, () => `${email} is ${status}`);
  }
}

/** Whether a copy was refused for good, or somebody did not want it. */
function isUnwelcome({ outcomes }: Fate): boolean {
  return outcomes.some((one) => SUSPENDING.includes(one));
}
