import type { Instant } from '../../shared/kernel/calendar.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';
import { isSameMail, isSettled } from '../../shared/reports/sending/delivery.ts';
import type { ListedRecord } from '../../shared/wire/records.ts';
import type { DeliveryAct, RunResponse, RunStep } from '../../shared/wire/reports.ts';

type Delivery = RunResponse['deliveries'][number];

/** What each act is called on its button and over its dialog. */
export const ACT_WORDS: Readonly<Record<DeliveryAct, string>> = {
  'mark-sent': 'Mark as sent',
  'send-again': 'Send again',
};

/** What a person can decide about a mail: nothing while it is on its way, or once a later one took its place. */
export function actsOn(delivery: Delivery, all: readonly Delivery[]): readonly DeliveryAct[] {
  if (!isSettled(delivery)) return [];
  if (all.some((other) => isSameMail(other, delivery) && other.revision > delivery.revision)) return [];
  return delivery.state === 'held' ? ['mark-sent', 'send-again'] : ['send-again'];
}

/** What will happen, before it does. */
export function consequence(act: DeliveryAct, { state, recipientName: name }: Delivery): string {
  if (act === 'mark-sent') {
    return `Nothing is sent. The mail counts as gone out; if it never did, ${name} goes without it.`;
  }
  if (state === 'held') return `The same mail goes out once more. If it did go out before, ${name} gets it twice.`;
  const twice = ['accepted', 'delayed', 'delivered', 'complained'].includes(state)
    ? ` It was sent before, so ${name} may have it twice.`
    : '';
  return `A further mail with the same archived report goes to ${name} and to the audit mailbox.${twice}`;
}

/** What people decided about a mail, in the order they did: by whom, when and why. */
export function decisionsOn(
  delivery: Delivery,
  { deliveries, steps }: Pick<RunResponse, 'deliveries' | 'steps'>,
  zone: string,
  userId: string,
): readonly string[] {
  const same = new Set(deliveries.filter((other) => isSameMail(other, delivery)).map(({ id }) => id));
  const decided = steps.filter(({ action, object, data }) => {
    if (action === 'delivery.marked-sent') return object === delivery.id;
    if (action !== 'delivery.sent-again') return false;
    // Of a mail that was over it is the further mail that goes, and the line names which one that is.
    return data['revision'] === undefined
      ? object === delivery.id
      : same.has(object) && data['revision'] === delivery.revision;
  });
  return decided.map((step) => decisionWords(step, zone, userId));
}

function decisionWords({ action, actor, at, data }: RunStep, zone: string, userId: string): string {
  const act = action === 'delivery.marked-sent' ? 'Marked as sent' : 'Sent again';
  const by = actor === userId ? ' by you' : '';
  const why = data['reason'] === undefined ? '' : `: ${data['reason']}`;
  return `${act}${by} on ${formatInstant(at as Instant, zone)}${why}`;
}

/** The mails of a run as they are listed: report by report, person by person, what was sent again below what it repeats. */
export function mailsInOrder({ run, deliveries }: Pick<RunResponse, 'run' | 'deliveries'>): readonly Delivery[] {
  const place = ({ report, scopeName }: Delivery) =>
    run.issues.findIndex((issue) => issue.report === report && issue.scopeName === scopeName);
  const name = (one: Delivery) => `${one.recipientName}\n${one.recipientId}`;
  return [...deliveries].sort(
    (a, b) => place(a) - place(b) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a.revision - b.revision),
  );
}

/** A recipient to whom no mail goes, and why. */
export interface Stopped {
  readonly name: string;
  readonly because?: string;
}

/** Those of a run's recipients who get no mail at present, by the register of recipients. */
export function stoppedAmong(deliveries: readonly Delivery[], recipients: readonly ListedRecord[]): readonly Stopped[] {
  const mailed = new Set(deliveries.map(({ recipientId }) => recipientId));
  return recipients
    .filter(({ id, status }) => mailed.has(id) && status === 'suspended')
    .map(({ name, suspendedBecause }) => ({
      name: String(name),
      ...(typeof suspendedBecause === 'string' ? { because: suspendedBecause } : {}),
    }));
}
