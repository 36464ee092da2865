import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../shared/kernel/calendar.ts';
import type { MailEvent, MailEventKind } from '../../shared/reports/mail-event.ts';
import type { Delivery, Party, PartyName } from '../../shared/reports/sending/delivery.ts';
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
const left = (kind: MailEventKind, about: readonly PartyName[], from: Delivery = unknown) =>
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
    expect(left(kind, ['to', 'bcc'])?.state).toBe(state);
  });

  it('of the audit copy alone says of the other only that SES took the mail', () => {
    const bounced = left('bounce', ['bcc']);
    expect(bounced).toMatchObject({
      state: 'accepted',
      parties: { to: { state: 'accepted' }, bcc: { state: 'bounced' } },
    });
  });

  it('frees a mail from waiting for a person, and one given up by ourselves', () => {
    expect(left('delivery', ['to', 'bcc'], aClaim({ state: 'held' }))?.state).toBe('delivered');
    const givenUp = aClaim({
      state: 'failed',
      refusedBySes: false,
      parties: { to: { state: 'failed' }, bcc: { state: 'failed' } },
    });
    expect(left('send', ['to', 'bcc'], givenUp)?.state).toBe('accepted');
  });

  it('never turns round what SES itself refused', () => {
    expect(left('delivery', ['to', 'bcc'], aClaim({ state: 'failed', refusedBySes: true }))).toBeUndefined();
  });

  it('before its answer was recorded is not undone by that answer', () => {
    const delivered = left('delivery', ['to', 'bcc'], aClaim()) as Delivery;
    const late = answered(delivered, 'mine', { kind: 'accepted', messageId: 'ses-1' }, TEN, SENDING_RULES);
    expect(late).toBeUndefined();
  });

  it('in passing, as an automatic answer does, is outweighed by a delivery, before or after it', () => {
    const away = anEvent({ kind: 'bounce', permanent: false });
    const delivered = left('delivery', ['to', 'bcc']) as Delivery;
    expect(told(delivered, away, ['to'])).toBeUndefined();
    const answered1 = told(unknown, away, ['to'])?.delivery as Delivery;
    expect(answered1.state).toBe('bounced');
    expect(left('delivery', ['to'], answered1)?.state).toBe('delivered');
    expect(told(delivered, anEvent({ kind: 'bounce', permanent: true }), ['to'])?.delivery.state).toBe('bounced');
  });

  it('twice changes nothing', () => {
    const once = left('bounce', ['to']) as Delivery;
    expect(left('bounce', ['to'], once)).toBeUndefined();
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
    return anEvent({ kind, at, permanent: second % 2 === 0, detail: `${kind} at ${second}` });
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
    const ranks = [
      'waiting',
      'unknown',
      'accepted',
      'delayed',
      'passing',
      'delivered',
      'rejected',
      'bounced',
      'complained',
    ];
    const rank = ({ state, isPassing }: Party) => ranks.indexOf(isPassing === true ? 'passing' : state);
    fc.assert(
      fc.property(fc.array(told1, { maxLength: 8 }), told1, (all, next) => {
        const before = heard(all);
        const now = heard([...all, next]);
        for (const name of ['to', 'bcc'] as const) {
          expect(rank(now.parties[name])).toBeGreaterThanOrEqual(rank(before.parties[name]));
        }
      }),
      { numRuns: 1_000, seed: 20261121 },
    );
  });
});
