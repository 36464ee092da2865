import { expect, test } from 'vitest';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { anEntity, aSheet, NOVEMBER_TO_DATE, TODAY, valueOn } from './a-snapshot.ts';

const ago = (days: number) => plusDays(TODAY, -days);
const entity = [anEntity({ id: 'house', name: 'The house', kind: 'rental', createdOn: '2024-01-01' })];
const about = { entityId: 'house', propertyId: 'main' };
const MAIN = {
  id: 'main',
  entityId: 'house',
  name: 'Main house',
  address: '1 Harbor Street',
  use: 'lease',
  bedrooms: 3,
  depositCapMonths: 1,
  dates: [],
};
const LEASE = {
  ...about,
  id: 'lse_1',
  tenant: 'Sample tenant',
  rentCents: 300_000,
  from: '2024-07-01',
  to: plusDays(TODAY, 300),
  depositCents: 300_000,
};

const of = (id: string, records: object) =>
  valueOn(aSheet({ records: { entity, property: [MAIN], ...records } }, NOVEMBER_TO_DATE, ['house']), id);

test.each([
  // Civil Code 1950.5 as changed by AB 12: one month's rent from July 1, 2024; an earlier tenancy keeps its deposit.
  ['2024-07-01', 300_000, 1, 0],
  ['2024-07-01', 300_001, 1, 1],
  ['2024-06-30', 300_001, 1, 0],
  ['2024-07-01', 600_000, 2, 0],
  ['2024-07-01', 600_001, 2, 1],
])(
  'a deposit of a lease begun %s of %i cents with %i months allowed is %i over the cap',
  (from, held, months, over) => {
    const property = [{ ...MAIN, depositCapMonths: months }];
    expect(of('rental-deposit-over-cap', { property, lease: [{ ...LEASE, from, depositCents: held }] })).toBe(over);
  },
);

test.each([
  // Civil Code 1950.5: no later than 21 days after the tenant has left.
  [21, 1, 0],
  [22, 1, 1],
  [22, 0, 0],
])('a tenant gone %i days of whose deposit %i cents are held is late %i times', (days, depositHeldCents, late) => {
  expect(of('rental-deposits-late', { lease: [{ ...LEASE, movedOutOn: ago(days), depositHeldCents }] })).toBe(late);
});

test.each([
  [60, {}, 1],
  [61, {}, 0],
  [-5, {}, 1],
  [10, { renewedTo: plusDays(TODAY, 61) }, 0],
  [-300, { renewedTo: plusDays(TODAY, 60) }, 1],
])('a lease that ends in %i days with %o is ending without renewal %i times', (days, over, count) => {
  expect(of('rental-leases-ending', { lease: [{ ...LEASE, to: plusDays(TODAY, days), ...over }] })).toBe(count);
});

test('rent due today is not late; yesterday’s is, by a day and by what has not come', () => {
  const charge = { ...about, leaseId: 'lse_1', month: '2026-11', cents: 300_000, paidCents: 120_000, status: 'open' };
  const due = (dueOn: string) => ({ 'rent-charge': [{ ...charge, id: 'rch_1', dueOn }] });
  expect([of('rental-days-late', due(TODAY)), of('rental-rent-overdue', due(TODAY))]).toEqual([0, 0]);
  expect([of('rental-days-late', due(ago(1))), of('rental-rent-overdue', due(ago(1)))]).toEqual([1, 180_000]);
});

test('a home that cannot be lived in is counted apart from what is only broken', () => {
  const ticket = { ...about, what: 'No hot water', category: 'plumbing', capex: false };
  const tickets = {
    'maintenance-ticket': [
      { ...ticket, id: 'tkt_1', habitability: true, openedOn: ago(4) },
      { ...ticket, id: 'tkt_2', habitability: false, openedOn: ago(15) },
      { ...ticket, id: 'tkt_3', habitability: true, openedOn: ago(90), closedOn: ago(80) },
    ],
  };
  expect([of('rental-habitability-age', tickets), of('rental-ticket-age', tickets)]).toEqual([4, 15]);
});

test('papers are in force through their last day', () => {
  const stays = (licence: string, account: string) => ({
    property: [
      {
        ...MAIN,
        use: 'stays',
        dates: [
          { kind: 'stay-licence', what: 'Licence', expiresOn: licence },
          { kind: 'occupancy-tax-account', what: 'Account', expiresOn: account },
        ],
      },
    ],
  });
  expect(of('rental-stays-unlicensed', stays(TODAY, TODAY))).toBe(0);
  expect(of('rental-stays-unlicensed', stays(ago(1), TODAY))).toBe(1);
  expect(of('rental-stays-unlicensed', stays(TODAY, ago(1)))).toBe(1);
  expect(of('rental-stays-unlicensed', { property: [{ ...MAIN, use: 'stays' }] })).toBe(1);
});

test('an empty house is empty from the day after its tenant left, and a night once however many leases it lies in', () => {
  expect(of('rental-days-vacant', { lease: [{ ...LEASE, movedOutOn: ago(30) }] })).toBe(31);
  expect(of('rental-days-vacant', { lease: [{ ...LEASE, movedOutOn: plusDays(TODAY, 1) }] })).toBe(0);
});
