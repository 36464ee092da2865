import type { Instant } from '../../kernel/calendar.ts';
import { epochMs, plusMs } from '../../kernel/calendar.ts';
import type { Delivery, Parties, PartyState } from './delivery.ts';
import { isDue } from './delivery.ts';
import type { NotSentCause, SendOutcome } from './outcome.ts';
import type { SendingRules } from './rules.ts';

/** A delivery as a step leaves it, and what the step is called on record. */
export interface Moved {
  readonly delivery: Delivery;
  readonly action: string;
}

/** Claimed by an attempt, when it is ready and due; whoever claims, sends, and nobody else. */
export function claimed(delivery: Delivery, attemptId: string, now: Instant): Moved | undefined {
  if (!isDue(delivery, now)) return undefined;
  const { nextAt: _waited, problem: _solved, ...rest } = delivery;
  const attempt = delivery.attempt + 1;
  return {
    delivery: { ...rest, state: 'sending', attempt, attemptId, startedAt: now },
    action: 'delivery.claimed',
  };
}

/**
 * As SES's answer to an attempt leaves it. An answer may come late: to one that was given up for unknown meanwhile, or
 * held. One that an event has already told of, or that another attempt holds, is left as it is.
 */
export function answered(
  delivery: Delivery,
  attemptId: string,
  outcome: SendOutcome,
  now: Instant,
  rules: SendingRules,
): Moved | undefined {
  const isOpen = delivery.state === 'sending' || delivery.state === 'unknown' || delivery.state === 'held';
  if (!isOpen || delivery.attemptId !== attemptId) return undefined;
  switch (outcome.kind) {
    case 'accepted': {
      const { problem: _solved, ...rest } = delivery;
      const parties = bothAt('accepted', now);
      return {
        delivery: { ...rest, state: 'accepted', messageId: outcome.messageId, parties },
        action: 'delivery.accepted',
      };
    }
    case 'refused':
      return failed(delivery, outcome.because, outcome.byUs !== true, now);
    case 'unknown':
      return delivery.state === 'sending' ? inDoubt(delivery, outcome.because, now) : undefined;
    case 'not-sent':
      return postponed(delivery, outcome, now, rules);
  }
}

/** A claim nobody can still be working on: whether SES was asked, nobody can say. */
export function outlived(delivery: Delivery, now: Instant, rules: SendingRules): Moved | undefined {
  if (delivery.state !== 'sending' || ageMs(delivery.startedAt, now) <= rules.claimOutlivesMs) return undefined;
  return inDoubt(delivery, 'no answer was recorded', now);
}

/** What is known of whether events still find their way to us. */
export interface Evidence {
  /** Some mail taken after this one was claimed has had its event handled, and that is past its grace. */
  readonly channelProven: boolean;
}

/**
 * An unknown mail of which no event came: sent again once it is proven that one would have come, or held for a person
 * where that is the rule; held as well when nothing proves it for a day, or when it was in doubt too often.
 */
export function judged(delivery: Delivery, evidence: Evidence, now: Instant, rules: SendingRules): Moved | undefined {
  if (delivery.state !== 'unknown') return undefined;
  const age = ageMs(delivery.startedAt, now);
  if (age <= rules.claimOutlivesMs) return undefined;
  if (evidence.channelProven && rules.onUnknown === 'resend' && delivery.doubts < rules.mostDoubts) {
    return { delivery: { ...delivery, state: 'ready' }, action: 'delivery.resent-after-no-evidence' };
  }
  if (!evidence.channelProven && age < rules.longestMs) return undefined;
  return { delivery: { ...delivery, state: 'held' }, action: 'delivery.held' };
}

/** Said by a person to have gone out: nothing more is sent. */
export function markedSent(delivery: Delivery, now: Instant): Moved | undefined {
  if (delivery.state !== 'held') return undefined;
  return {
    delivery: { ...delivery, state: 'accepted', parties: bothAt('accepted', now) },
    action: 'delivery.marked-sent',
  };
}

/** Let go by a person: what was held is sent again. */
export function sentAgain(delivery: Delivery): Moved | undefined {
  if (delivery.state !== 'held') return undefined;
  const { nextAt: _waited, ...rest } = delivery;
  return { delivery: { ...rest, state: 'ready', parties: WAITING }, action: 'delivery.sent-again' };
}

export const WAITING: Parties = { to: { state: 'waiting' }, bcc: { state: 'waiting' } };

function inDoubt(delivery: Delivery, problem: string, now: Instant): Moved {
  const doubts = delivery.doubts + 1;
  return {
    delivery: { ...delivery, state: 'unknown', doubts, problem, parties: bothAt('unknown', now) },
    action: 'delivery.unknown',
  };
}

function failed(delivery: Delivery, problem: string, refusedBySes: boolean, now: Instant): Moved {
  return {
    delivery: { ...delivery, state: 'failed', problem, refusedBySes, parties: bothAt('failed', now) },
    action: 'delivery.failed',
  };
}

/** Surely not taken: again later, for a day. An outage does not use up attempts. */
function postponed(
  delivery: Delivery,
  { because, cause }: Extract<SendOutcome, { kind: 'not-sent' }>,
  now: Instant,
  rules: SendingRules,
): Moved {
  if (ageMs(delivery.readyAt, now) >= rules.longestMs) {
    return failed(delivery, `given up after a day: ${because}`, false, now);
  }
  const { startedAt: _over, ...rest } = delivery;
  const nextAt = plusMs(now, waitMs(cause, delivery));
  return {
    delivery: { ...rest, state: 'ready', problem: because, nextAt, parties: WAITING },
    action: 'delivery.postponed',
  };
}

/** What a day's quota is waited for at a time, and an account that is paused. */
const QUOTA_WAIT_MS = 60 * 60_000;
const ACCOUNT_WAIT_MS = 15 * 60_000;

/** Seconds at first, a quarter of an hour at most, drawn anew each time by the attempt's own id so that waits spread. */
function waitMs(cause: NotSentCause, { attempt, attemptId = '' }: Delivery): number {
  if (cause === 'quota') return QUOTA_WAIT_MS;
  if (cause === 'account') return ACCOUNT_WAIT_MS;
  const most = Math.min(15 * 60_000, 5_000 * 2 ** attempt);
  return Math.ceil(most * (0.5 + (Number.parseInt(attemptId.slice(0, 4), 16) || 0) / 0xffff / 2));
}

function bothAt(state: PartyState, at: Instant): Parties {
  return { to: { state, at }, bcc: { state, at } };
}

/** Never negative, whatever clocks do. */
function ageMs(since: Instant | undefined, now: Instant): number {
  return since === undefined ? 0 : Math.max(0, epochMs(now) - epochMs(since));
}
