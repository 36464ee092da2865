import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../shared/kernel/calendar.ts';
import type { MailEvent, MailEventKind } from '../../shared/reports/mail-event.ts';
import type { Delivery, PartyName } from '../../shared/reports/sending/delivery.ts';
import { told } from '../../shared/reports/sending/merging.ts';
import { SENDING_RULES } from '../../shared/reports/sending/rules.ts';
import { answered } from '../../shared/reports/sending/transitions.ts';
import { aClaim, anEvent, TEN } from './a-delivery.ts';

const unknown = aClaim({
  state: 'unknown',
  doubts: 1,
  problem: 'no answer was recorded',
  parties: { to: { state: 'unknown', at: TEN }, bcc: { state: 'unknown', at: TEN } },
});
const after = (kind: MailEventKind, about: readonly PartyName[], from: Delivery = unknown) =>
  told(from, anEvent({ kind }), about)?.delivery;

describe('what SES tells of a mail', () => {
  it.each<[MailEventKind, string]>([
    ['send', 'accepted'],
    ['delivery', 'delivered'],
    ['delay', 'delayed'],
    ['bounce', 'bounced'],
    ['complaint', 'complained'],
    ['reject', 'rejected'],
    ['rendering-failure', 'rejected'],
  ])('%s settles one nobody knew of: %s', (kind, state) => {
    expect(after(kind, ['to', 'bcc'])?.state).toBe(state);
  });

  it('of the audit copy alone says of the other only that SES took the mail', () => {
    const bounced = after('bounce', ['bcc']);
    expect(bounced).toMatchObject({
      state: 'accepted',
      parties: { to: { state: 'accepted' }, bcc: { state: 'bounced' } },
    });
  });

  it('frees a mail from waiting for a person, and one given up by ourselves', () => {
    expect(after('delivery', ['to', 'bcc'], aClaim({ state: 'held' }))?.state).toBe('delivered');
    const givenUp = aClaim({
      state: 'failed',
      refusedBySes: false,
      parties: { to: { state: 'failed' }, bcc: { state: 'failed' } },
    });
    expect(after('send', ['to', 'bcc'], givenUp)?.state).toBe('accepted');
  });

  it('never turns round what SES itself refused', () => {
    expect(after('delivery', ['to', 'bcc'], aClaim({ state: 'failed', refusedBySes: true }))).toBeUndefined();
  });

  it('before its answer was recorded is not undone by that answer', () => {
    const delivered = after('delivery', ['to', 'bcc'], aClaim()) as Delivery;
    const late = answered(delivered, 'mine', { kind: 'accepted', messageId: 'ses-1' }, TEN, SENDING_RULES);
    expect(late).toBeUndefined();
  });

  it('twice changes nothing', () => {
    const once = after('bounce', ['to']) as Delivery;
    expect(after('bounce', ['to'], once)).toBeUndefined();
  });
});

describe('what SES tells, in any order and more than once', () => {
  const kinds: readonly MailEventKind[] = ['send', 'delivery', 'delay', 'bounce', 'complaint', 'reject'];
  const told1 = fc.record({
    kind: fc.constantFrom(...kinds),
    about: fc.constantFrom<readonly PartyName[]>(['to'], ['bcc'], ['to', 'bcc']),
    second: fc.integer({ min: 1, max: 59 }),
  });
  type Told = { readonly kind: MailEventKind; readonly about: readonly PartyName[]; readonly second: number };
  const eventOf = ({ kind, second }: Told): MailEvent => {
    const at = instant(`2026-11-21T18:01:${String(second).padStart(2, '0')}Z`);
    return anEvent({ kind, at, detail: `${kind} at ${second}` });
  };
  const heard = (all: readonly Told[]) =>
    all.reduce<Delivery>((held, one) => told(held, eventOf(one), one.about)?.delivery ?? held, unknown);

  it('ends in the same state', () => {
    fc.assert(
      fc.property(
        fc.array(told1, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 16 }),
        (all, order) => {
          const shuffled = order.map((n) => all[n % all.length] as Told).concat(all.toReversed());
          expect(heard(shuffled)).toEqual(heard(all));
        },
      ),
      { numRuns: 2_000, seed: 20261121 },
    );
  });

  it('never goes back', () => {
    const ranks = ['waiting', 'unknown', 'accepted', 'delayed', 'delivered', 'rejected', 'bounced', 'complained'];
    fc.assert(
      fc.property(fc.array(told1, { maxLength: 8 }), told1, (all, next) => {
        const before = heard(all);
        const now = heard([...all, next]);
        for (const name of ['to', 'bcc'] as const) {
          expect(ranks.indexOf(now.parties[name].state)).toBeGreaterThanOrEqual(
            ranks.indexOf(before.parties[name].state),
          );
        }
      }),
      { numRuns: 1_000, seed: 20261121 },
    );
  });
});
