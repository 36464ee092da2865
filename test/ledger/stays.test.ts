import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { monthSpan, nightsOfStay, nightsWithin, stayMonths } from '../../shared/ledger/stay-nights.ts';
import { stayEarned, stayPaid, stayStanding } from '../../shared/ledger/stays.ts';
import type { StayPayment } from '../../shared/records/rental-money.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { byAccount, CONTEXT, on, posted, refusedFields } from './a-record.ts';
import { aStay, balancesAfter, nights, RENTAL_STAMP, tallies } from './a-rental.ts';

const paid = (cents: number, day = '2026-10-31') =>
  ({ id: `spy_${cents}`, entityId: 'homes', stayId: 'sty_1', on: day, cents, ...RENTAL_STAMP }) as StayPayment;

const october = nights('2026-10-30', '2026-11-01', '2026-10-31');
const november = nights('2026-11-01', '2026-11-02', '2026-11-01');

describe('the nights of a stay', () => {
  it('share its total to the cent, odd cents first: the worked vector', () => {
    const stay = { checkIn: on('2026-09-28'), checkOut: on('2026-10-03'), totalCents: 100_001, platformFeeCents: 0 };
    expect(nightsOfStay(stay).map((night) => night.cents)).toEqual(golden.expected.rounding.alloc_100001_5);
  });

  it.each([
    ['the hour that comes twice', '2026-10-31', '2026-11-02', 2],
    ['the hour that is skipped', '2026-03-07', '2026-03-09', 2],
    ['the leap day', '2028-02-28', '2028-03-01', 2],
    ['the same days of a common year', '2027-02-28', '2027-03-01', 1],
    ['the end of a year', '2026-12-31', '2027-01-01', 1],
  ])('are days of the calendar over %s', (_, checkIn, checkOut, count) => {
    const stay = { checkIn: on(checkIn), checkOut: on(checkOut), totalCents: 10_000, platformFeeCents: 0 };
    expect(nightsOfStay(stay)).toHaveLength(count);
    expect(
      nightsWithin({ from: stay.checkIn, until: stay.checkOut }, { from: stay.checkIn, until: stay.checkOut }),
    ).toBe(count);
  });

  it('of three stays give October the worked nights and revenue', () => {
    // Oct 1-2: 2 x 20,000; Oct 10-16: 140,000; Oct 30-31: 22,223 + 22,222. Together 11 nights, 224,445 cents.
    const stays = golden.input.rental.stays.map((stay) => ({
      checkIn: on(stay.checkIn),
      checkOut: on(stay.checkOut),
      totalCents: stay.totalCents,
      platformFeeCents: 0,
    }));
    const span = monthSpan('2026-10' as Parameters<typeof monthSpan>[0]);
    const inMonth = stays.flatMap(nightsOfStay).filter(({ night }) => night >= span.from && night < span.until);
    expect(inMonth).toHaveLength(golden.expected.rental.nights);
    expect(inMonth.reduce((sum, night) => sum + night.cents, 0)).toBe(golden.expected.rental.revenueCents);
  });

  test('however long and however priced, nights and their months add back up to the stay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 400, max: 9_999_999 }),
        fc.integer({ min: 0, max: 400 }),
        (start, length, totalCents, platformFeeCents) => {
          const checkIn = plusDays(on('2026-01-01'), start);
          const stay = { checkIn, checkOut: plusDays(checkIn, length), totalCents, platformFeeCents };
          const each = nightsOfStay(stay);
          expect(each.reduce((sum, night) => sum + night.cents, 0)).toBe(totalCents);
          expect(each.reduce((sum, night) => sum + night.feeCents, 0)).toBe(platformFeeCents);
          expect(each.every((night) => night.feeCents <= night.cents)).toBe(true);
          const parts = stayMonths(stay);
          expect(parts.every(({ from, until }) => from.slice(0, 7) === plusDays(until, -1).slice(0, 7))).toBe(true);
          expect(parts.reduce((sum, part) => sum + nightsWithin(part, part), 0)).toBe(length);
        },
      ),
    );
  });
});

describe('a stay over the end of a month', () => {
  it('is earned by night in each month, gross of what the platform keeps', () => {
    // 66,667 over 3 nights: 22,223 + 22,222 | 22,222. Fee 10,001: 3,334 + 3,334 | 3,333.
    const first = posted(stayEarned(october, {}, aStay(), CONTEXT));
    expect(byAccount(first)).toEqual({ '1100': 37_777, '4410': -44_445, '6390': 6_668 });
    expect(tallies(first)).toEqual({ '2026-10 stay-nights.cottage': 2, '2026-10 stay-revenue.cottage': 44_445 });
    const second = posted(stayEarned(november, balancesAfter(first), aStay(), CONTEXT));
    expect(byAccount(second)).toEqual({ '1100': 18_889, '4410': -22_222, '6390': 3_333 });
    expect(tallies(second)).toEqual({ '2026-11 stay-nights.cottage': 1, '2026-11 stay-revenue.cottage': 22_222 });
  });

  it('owes the occupancy tax from its first night on, and only once', () => {
    const stay = aStay({ occupancyTaxCents: 7_000 });
    const first = posted(stayEarned(october, {}, stay, CONTEXT));
    expect(byAccount(first)).toEqual({ '1100': 44_777, '2210': -7_000, '4410': -44_445, '6390': 6_668 });
    expect(byAccount(posted(stayEarned(november, balancesAfter(first), stay, CONTEXT)))['2210']).toBeUndefined();
  });

  it('paid ahead is a debt until its nights are slept', () => {
    const advance = posted(stayPaid(paid(50_000, '2026-10-20'), {}, aStay(), CONTEXT));
    expect(byAccount(advance)).toEqual({ '1010': 50_000, '2100': -50_000 });
    const first = posted(stayEarned(october, balancesAfter(advance), aStay(), CONTEXT));
    expect(byAccount(first)).toEqual({ '2100': 37_777, '4410': -44_445, '6390': 6_668 });
    const second = posted(stayEarned(november, balancesAfter(advance, first), aStay(), CONTEXT));
    expect(byAccount(second)).toEqual({ '1100': 6_666, '2100': 12_223, '4410': -22_222, '6390': 3_333 });
    const rest = posted(stayPaid(paid(6_666), balancesAfter(advance, first, second), aStay(), CONTEXT));
    expect(byAccount(rest)).toEqual({ '1010': 6_666, '1100': -6_666 });
    const standing = stayStanding(aStay(), balancesAfter(advance, first, second, rest), CONTEXT);
    expect(standing).toMatchObject({ earnedCents: 66_667, openCents: 0 });
  });

  it('brings no more than its total less the fee', () => {
    expect(refusedFields(stayPaid(paid(56_667), {}, aStay(), CONTEXT))).toEqual(['cents']);
    expect(byAccount(posted(stayPaid(paid(56_666), {}, aStay(), CONTEXT)))['1010']).toBe(56_666);
  });
});

describe('nights are refused', () => {
  it.each([
    ['of two months in one record', nights('2026-10-30', '2026-11-02', '2026-11-01'), ['until']],
    ['before the guests came', nights('2026-10-29', '2026-11-01', '2026-10-31'), ['from']],
    ['on another day than the last', nights('2026-10-30', '2026-11-01', '2026-10-30'), ['on']],
    ['out of order', november, ['from']],
  ])('%s', (_, record, fields) => {
    expect(refusedFields(stayEarned(record, {}, aStay(), CONTEXT))).toEqual(fields);
  });

  it('that are earned already', () => {
    const first = posted(stayEarned(october, {}, aStay(), CONTEXT));
    expect(refusedFields(stayEarned(october, balancesAfter(first), aStay(), CONTEXT))).toEqual(['from']);
  });

  it('of a stay that was cancelled, costs nothing, or is not there', () => {
    expect(refusedFields(stayEarned(october, {}, aStay({ cancelledOn: '2026-10-01' }), CONTEXT))).toEqual(['stayId']);
    const free = aStay({ totalCents: 0, platformFeeCents: 0 });
    expect(refusedFields(stayEarned(october, {}, free, CONTEXT))).toEqual(['stayId']);
    expect(refusedFields(stayEarned(october, {}, undefined, CONTEXT))).toEqual(['stayId']);
  });
});
