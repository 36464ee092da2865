import type { Instant } from '../../kernel/calendar.ts';

/**
 * How one mail to one recipient stands (the way it takes: `transitions.ts` beside this file).
 *
 * ready → sending → accepted → delayed, delivered, bounced, complained, rejected, as SES tells of it.
 * sending → ready when SES surely did not take it; → failed when it surely will not; → unknown when nobody can say.
 * unknown → accepted and on once an event shows it was taken; → ready once it is shown that none will come; → held when
 * a person has to say.
 */
export const DELIVERY_STATES = [
  'ready',
  'sending',
  'unknown',
  'held',
  'accepted',
  'delayed',
  'delivered',
  'failed',
  'rejected',
  'bounced',
  'complained',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How a mail stands with one of those it went to: the recipient, or the mailbox the audit copy lies in. */
export type PartyState = Exclude<DeliveryState, 'ready' | 'sending' | 'held'> | 'waiting';

export interface Party {
  readonly state: PartyState;
  /** When SES said so. */
  readonly at?: Instant;
  /** In SES's words, when it says why. */
  readonly detail?: string;
  /** A bounce that may pass, as a full mailbox does or an automatic answer: a delivery outweighs it. */
  readonly isPassing?: true;
}

export interface Parties {
  readonly to: Party;
  /** The audit copy is a recipient of its own. */
  readonly bcc: Party;
}
export type PartyName = keyof Parties;

/** One mail of one issue to one recipient, from the archive to the inbox. */
export interface Delivery {
  readonly id: string;
  readonly runKey: string;
  readonly report: string;
  readonly scopeName: string;
  readonly recipientId: string;
  readonly recipientName: string;
  /** The keyed mark of the address the mail was made for; it is sent there or nowhere. */
  readonly addressMark: string;
  /** 1 for the first mail of an issue to somebody; one more each time a person has it sent again. */
  readonly revision: number;
  readonly state: DeliveryState;
  /** The archived message that is sent, byte for byte. */
  readonly messageKey: string;
  readonly messageDigest: string;
  readonly readyAt: Instant;
  /** How often it was claimed to be sent, and of how many of these nobody could say what came of them. */
  readonly attempt: number;
  readonly doubts: number;
  readonly attemptId?: string;
  readonly startedAt?: Instant;
  readonly nextAt?: Instant;
  readonly messageId?: string;
  readonly problem?: string;
  /** Whether it was SES that refused a failed mail; what SES tells later never turns that round. */
  readonly refusedBySes?: boolean;
  readonly parties: Parties;
  readonly version: number;
}

/** Whether nothing more is tried by itself: what is left to happen, SES tells or a person decides. */
export function isSettled({ state }: Pick<Delivery, 'state'>): boolean {
  return state !== 'ready' && state !== 'sending' && state !== 'unknown';
}

/** Whether the mail went out and neither the recipient's nor the audit copy is known to have gone wrong. */
export function isGood({ state, parties }: Pick<Delivery, 'state' | 'parties'>): boolean {
  const wentOut = state === 'accepted' || state === 'delayed' || state === 'delivered';
  return wentOut && !['failed', 'rejected', 'bounced', 'complained'].includes(parties.bcc.state);
}

/** Whether a mail may be tried now: it is ready, and what it waited for is over. */
export function isDue({ state, nextAt }: Pick<Delivery, 'state' | 'nextAt'>, now: Instant): boolean {
  return state === 'ready' && (nextAt === undefined || nextAt <= now);
}

/** Whether two mails are the same report to the same person, be it that one was sent again as a mail of its own. */
export function isSameMail(one: Addressed, other: Addressed): boolean {
  return one.report === other.report && one.scopeName === other.scopeName && one.recipientId === other.recipientId;
}
type Addressed = Pick<Delivery, 'report' | 'scopeName' | 'recipientId'>;
