import { createHash } from 'node:crypto';
import type { Delivery } from '../../../shared/reports/sending/delivery.ts';
import { linesOf } from './history-invariants.ts';
import type { Must } from './invariants.ts';
import type { TakenMail } from './memory-mail.ts';
import type { Place } from './place.ts';
import { AUDIT_BCC } from './place.ts';
import type { Scenario } from './scenarios.ts';
import { runsOf } from './scenarios.ts';

/** The only other address the product ever writes to: SES's own, for nothing but its events. */
const SIMULATOR = 'success@simulator.amazonses.com';

/** States in which SES took the mail, as the record says. */
const WENT_OUT: readonly string[] = ['accepted', 'delayed', 'delivered'];
/** States in which it took none, for sure. */
const STAYED: readonly string[] = ['failed'];

/** What must hold of the mails SES took, beside what the records say of them. */
export function mailViolations(place: Place, scenario: Scenario, deliveries: readonly Delivery[], must: Must): void {
  for (const delivery of deliveries) {
    const own = takenOf(place, delivery);
    const { report, state, messageId } = delivery;
    const most = 1 + resentOf(place, delivery);
    must('one mail each', own.length <= most, () => `${own.length} mails of ${report}, of ${most} on record`);
    const isTold = WENT_OUT.includes(state)
      ? own.some((one) => one.messageId === messageId)
      : !STAYED.includes(state) || own.length === 0;
    must('told truly', isTold, () => `${report} is ${state}, and was taken ${own.length} times`);
    const archived = place.archive.get(delivery.messageKey);
    const bytes = [...own.map((one) => one.bytes), ...(archived === undefined ? [] : [archived])];
    const isSame = archived !== undefined && bytes.every((one) => digestOf(one) === delivery.messageDigest);
    must('sent as archived', isSame, () => `${report} is not recorded as it was sent and archived`);
  }
  const owed = new Set(runsOf(scenario).flatMap(({ mails }) => mails.map(([, address]) => address)));
  for (const { destinations, tags } of place.mail.taken) {
    const isProbe = tags['kind'] === 'probe' && destinations.join(' ') === SIMULATOR;
    const isOwed = owed.has(destinations[0] ?? '');
    const isRight = isProbe || (isOwed && destinations.length === 2 && destinations[1] === AUDIT_BCC);
    must('blind copy', isRight, () => `a mail went to ${destinations.join(' and ')}`);
  }
  for (const [key, versions] of place.archive.versions)
    must('sent as archived', versions.length === 1, () => `${key} was written ${versions.length} times`);
}

/** The mails SES took of a delivery. */
export function takenOf({ mail }: Place, { id }: Pick<Delivery, 'id'>): readonly TakenMail[] {
  return mail.taken.filter(({ tags }) => tags['delivery'] === id);
}

/** How often history says that a delivery went again because nothing showed that it had gone. */
function resentOf(place: Place, delivery: Delivery): number {
  return linesOf(place, delivery).filter(({ action }) => action === 'delivery.resent-after-no-evidence').length;
}

const digests = new WeakMap<Uint8Array, string>();

/** SHA-256, computed once for the same bytes in memory. */
function digestOf(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}
