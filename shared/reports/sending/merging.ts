import type { MailEvent, MailEventKind } from '../mail-event.ts';
import type { Delivery, DeliveryState, Parties, Party, PartyName, PartyState } from './delivery.ts';
import type { Moved } from './transitions.ts';

/**
 * How far along a state is. SES tells more than once and in any order; only what ranks higher changes anything, or is the
 * later news of the same, so the same events in any order end in the same state. A mail we gave up may yet have gone.
 */
const RANK: Readonly<Record<PartyState, number>> = {
  waiting: 0,
  unknown: 1,
  failed: 1,
  accepted: 2,
  delayed: 3,
  delivered: 4,
  rejected: 5,
  bounced: 6,
  complained: 7,
};

/** A bounce that may pass lies just below a delivery: mail servers answer out-of-office notes with one after they took the mail. */
function rankOf({ state, isPassing }: Party): number {
  return isPassing === true ? RANK.delivered - 0.5 : RANK[state];
}

const TOLD: Readonly<Record<MailEventKind, PartyState>> = {
  send: 'accepted',
  delivery: 'delivered',
  delay: 'delayed',
  bounce: 'bounced',
  complaint: 'complained',
  reject: 'rejected',
  'rendering-failure': 'rejected',
};

/**
 * The delivery as an event leaves it, for those of its parties the event is about; nothing where it tells nothing new.
 * Whatever becomes of one copy, the mail was taken, so the other is at least accepted. The state of the whole is that
 * of the recipient's copy: a bounce of the audit copy never makes it one of theirs. What SES refused stays refused.
 */
export function told(delivery: Delivery, event: MailEvent, about: readonly PartyName[]): Moved | undefined {
  if (delivery.state === 'failed' && delivery.refusedBySes === true) return undefined;
  const parties: Parties = {
    to: further(delivery.parties.to, news(event, about.includes('to'))),
    bcc: further(delivery.parties.bcc, news(event, about.includes('bcc'))),
  };
  if (parties.to === delivery.parties.to && parties.bcc === delivery.parties.bcc) return undefined;
  const state = parties.to.state as DeliveryState;
  const { problem: _solved, nextAt: _waited, refusedBySes: _given, ...rest } = delivery;
  const problem = parties.to.detail ?? parties.bcc.detail;
  return {
    delivery: {
      ...rest,
      state,
      messageId: delivery.messageId ?? event.messageId,
      parties,
      ...(problem === undefined ? {} : { problem }),
    },
    action: state === delivery.state ? 'delivery.told' : `delivery.${state}`,
  };
}

/** What an event says of a copy: what it says, or, of a copy it is not about, that SES took the mail it belongs to. */
function news({ kind, at, sentAt, detail, permanent }: MailEvent, isAbout: boolean): Party {
  const isWhole = kind === 'reject' || kind === 'rendering-failure';
  if (!isAbout && !isWhole) return { state: 'accepted', at: sentAt };
  const passing = kind === 'bounce' && permanent !== true ? { isPassing: true as const } : {};
  return { state: TOLD[kind], at, ...(detail === undefined ? {} : { detail }), ...passing };
}

function further(held: Party, next: Party): Party {
  const by = rankOf(next) - rankOf(held);
  if (by !== 0) return by > 0 ? next : held;
  return (next.at ?? '') > (held.at ?? '') ? next : held;
}
