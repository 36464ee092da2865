import { describe, expect, it } from 'vitest';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { isGood, isSettled } from '../../shared/reports/sending/delivery.ts';
import type { SendOutcome } from '../../shared/reports/sending/outcome.ts';
import type { OnUnknown, SendingRules } from '../../shared/reports/sending/rules.ts';
import { SENDING_RULES } from '../../shared/reports/sending/rules.ts';
import {
  answered,
  claimed,
  judged,
  markedSent,
  outlived,
  sentAgain,
} from '../../shared/reports/sending/transitions.ts';
import { aClaim, aDelivery, TEN } from './a-delivery.ts';

const later = (minutes: number) => plusMinutes(TEN, minutes);
const said = (outcome: SendOutcome, over = {}, at = TEN) => answered(aClaim(over), 'mine', outcome, at, SENDING_RULES);

describe('a claim', () => {
  it('is had by a mail that is ready and due, and counts', () => {
    expect(claimed(aDelivery(), 'mine', TEN)?.delivery).toMatchObject({
      state: 'sending',
      attempt: 1,
      attemptId: 'mine',
      startedAt: TEN,
    });
    expect(claimed(aDelivery({ nextAt: later(1) }), 'mine', TEN)).toBeUndefined();
    expect(claimed(aDelivery({ nextAt: TEN }), 'mine', TEN)).toBeDefined();
  });

  it.each(['sending', 'unknown', 'held', 'accepted', 'delivered', 'failed', 'bounced'] as const)(
    'is not had by one that is %s',
    (state) => expect(claimed(aDelivery({ state }), 'mine', TEN)).toBeUndefined(),
  );
});

describe('an answer', () => {
  it.each<[string, SendOutcome, object]>([
    ['taken', { kind: 'accepted', messageId: 'ses-1' }, { state: 'accepted', messageId: 'ses-1' }],
    ['refused', { kind: 'refused', because: 'MessageRejected' }, { state: 'failed', refusedBySes: true }],
    ['refused by us', { kind: 'refused', because: 'gone', byUs: true }, { state: 'failed', refusedBySes: false }],
    ['lost', { kind: 'unknown', because: 'ECONNRESET' }, { state: 'unknown', doubts: 1, problem: 'ECONNRESET' }],
    ['too many', { kind: 'not-sent', because: 'Throttling', cause: 'busy' }, { state: 'ready', attempt: 1, doubts: 0 }],
  ])('of a mail %s settles it so', (_how, outcome, settled) => {
    expect(said(outcome)?.delivery).toMatchObject(settled);
  });

  it('of another attempt, or to a mail that was told of meanwhile, changes nothing', () => {
    const taken: SendOutcome = { kind: 'accepted', messageId: 'ses-1' };
    expect(said(taken, { attemptId: 'other' })).toBeUndefined();
    for (const state of ['accepted', 'delivered', 'bounced', 'ready', 'failed'] as const) {
      expect(said(taken, { state })).toBeUndefined();
    }
  });

  it('that comes after the mail was given up for unknown, or held, still counts', () => {
    for (const state of ['unknown', 'held'] as const) {
      expect(said({ kind: 'accepted', messageId: 'ses-1' }, { state })?.delivery.state).toBe('accepted');
    }
  });

  it('of surely not sent waits seconds, then minutes; an hour for a quota, a quarter of one for an account', () => {
    const wait = (cause: 'busy' | 'quota' | 'account', attempt: number) => {
      const nextAt = said({ kind: 'not-sent', because: 'no', cause }, { attempt })?.delivery.nextAt ?? TEN;
      return (Date.parse(nextAt) - Date.parse(TEN)) / 1000;
    };
    expect([wait('quota', 1), wait('account', 1)]).toEqual([3600, 900]);
    expect(wait('busy', 1)).toBeGreaterThanOrEqual(5);
    expect(wait('busy', 1)).toBeLessThanOrEqual(10);
    expect(wait('busy', 40)).toBeLessThanOrEqual(900);
  });

  it('of an outage of a day gives the mail up, and says so', () => {
    const unreachable: SendOutcome = { kind: 'not-sent', because: 'ECONNREFUSED', cause: 'unreachable' };
    expect(said(unreachable, {}, later(24 * 60 - 1))?.delivery.state).toBe('ready');
    expect(said(unreachable, {}, later(24 * 60))?.delivery).toMatchObject({
      state: 'failed',
      problem: 'given up after a day: ECONNREFUSED',
      refusedBySes: false,
    });
  });
});

describe('a claim nobody answered', () => {
  it('is left alone while its process may still live: Lambda ends it after 15 minutes', () => {
    expect(outlived(aClaim(), later(20), SENDING_RULES)).toBeUndefined();
    expect(outlived(aClaim(), later(20.1), SENDING_RULES)?.delivery).toMatchObject({ state: 'unknown', doubts: 1 });
  });

  it('is never older than nothing when the clock jumps back', () => {
    expect(outlived(aClaim(), later(-60), SENDING_RULES)).toBeUndefined();
  });
});

describe('a mail nobody knows of', () => {
  const rules = (onUnknown: OnUnknown): SendingRules => ({ ...SENDING_RULES, onUnknown });
  const state = (onUnknown: OnUnknown, channelProven: boolean, minutes: number, doubts = 1) =>
    judged(aClaim({ state: 'unknown', doubts }), { channelProven }, later(minutes), rules(onUnknown))?.delivery.state;

  it.each<[OnUnknown, boolean, number, string | undefined]>([
    ['resend', true, 20, undefined],
    ['resend', true, 21, 'ready'],
    ['resend', false, 21, undefined],
    ['resend', false, 24 * 60 - 1, undefined],
    ['resend', false, 24 * 60, 'held'],
    ['hold', true, 21, 'held'],
    ['hold', false, 21, undefined],
    ['hold', false, 24 * 60, 'held'],
  ])('with the rule %s, the channel proven: %s, after %d minutes is %s', (onUnknown, proven, minutes, then) => {
    expect(state(onUnknown, proven, minutes)).toBe(then);
  });

  it('is sent again under a name that says so, six times at most', () => {
    expect(judged(aClaim({ state: 'unknown' }), { channelProven: true }, later(30), SENDING_RULES)?.action).toBe(
      'delivery.resent-after-no-evidence',
    );
    expect(state('resend', true, 30, 5)).toBe('ready');
    expect(state('resend', true, 30, 6)).toBe('held');
  });
});

describe('a mail that waits for a person', () => {
  const held = aClaim({ state: 'held' });

  it('is sent or goes again at their word; no other mail is', () => {
    expect(markedSent(held, TEN)?.delivery.state).toBe('accepted');
    expect(sentAgain(held)?.delivery.state).toBe('ready');
    for (const state of ['ready', 'unknown', 'accepted', 'failed'] as const) {
      expect([markedSent(aClaim({ state }), TEN), sentAgain(aClaim({ state }))]).toEqual([undefined, undefined]);
    }
  });
});

describe('what a run makes of its mails', () => {
  it('waits for those that move by themselves, and closes well when none went wrong', () => {
    const states = [
      'ready',
      'sending',
      'unknown',
      'held',
      'accepted',
      'delayed',
      'delivered',
      'failed',
      'bounced',
    ] as const;
    expect(states.filter((state) => !isSettled({ state }))).toEqual(['ready', 'sending', 'unknown']);
    const both = { to: { state: 'delivered' }, bcc: { state: 'delivered' } } as const;
    expect(states.filter((state) => isGood({ state, parties: both }))).toEqual(['accepted', 'delayed', 'delivered']);
    expect(isGood({ state: 'delivered', parties: { ...both, bcc: { state: 'bounced' } } })).toBe(false);
  });
});
