import { expect, test } from 'vitest';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { documentProblems } from '../../shared/reports/document/invariants.ts';
import { renderings } from '../../shared/reports/render/rendering.ts';
import { aMonth, anEntity, aSnapshot, OCTOBER } from '../facts/a-snapshot.ts';

const MONTHS = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
];

/** A year of a house let for $3,000.00 a month that costs $1,000.00: $24,000.00 a year on a cost of $500,000.00. */
function aHouse(over: object = {}): Snapshot {
  return aSnapshot({
    balances: MONTHS.map((month) =>
      aMonth(
        month,
        {
          accounts: { '1010': 200_000, '4410': -300_000, '6350': 100_000 },
          operations: { 'rent-charged': 300_000, 'rent-collected': 300_000 },
        },
        'house',
      ),
    ),
    records: {
      entity: [anEntity({ id: 'house', name: 'The house', kind: 'rental', createdOn: '2025-01-01' })],
      property: [
        {
          id: 'main',
          entityId: 'house',
          name: 'Main house',
          address: '1 Harbor Street',
          use: 'lease',
          bedrooms: 3,
          purchaseCents: 48_000_000,
          acquisitionCents: 2_000_000,
          valueCents: 60_000_000,
          yieldHurdle: 500,
          depositCapMonths: 1,
          dates: [{ kind: 'insurance', what: 'Landlord policy', expiresOn: '2027-10-01' }],
        },
      ],
      lease: [
        {
          id: 'lse_1',
          entityId: 'house',
          propertyId: 'main',
          tenant: 'Nobody is named',
          rentCents: 300_000,
          from: '2025-01-01',
          to: '2027-12-31',
          depositCents: 0,
          depositHeldCents: 0,
        },
      ],
      ...over,
    },
  });
}

const audit = (snapshot: Snapshot) => compose('rental', snapshot, ['house'], OCTOBER, 'Harbor Group');
const textOf = (snapshot: Snapshot) => renderings(audit(snapshot), { companyName: 'Harbor Group' }).txt.body;

test('has every section the owner asks for, shortfalls and actions first', () => {
  expect(audit(aHouse()).sections.map(({ id }) => id)).toEqual([
    'summary',
    'shortfalls',
    'actions',
    'properties',
    'rent-roll',
    'occupancy',
    'income',
    'maintenance',
    'yield',
    'calendar',
    'definitions',
  ]);
});

test('tells what the property earns and yields, worked by hand', () => {
  // Net operating income 12 × 2,000 = 24,000.00; of 500,000.00 that is 4.8 %, of a value of 600,000.00 4.0 %.
  const text = textOf(aHouse()).replace(/\s+/g, ' ');
  expect(text).toContain('net operating income: $24,000.00');
  expect(text).toMatch(/Net yield: 4\.8 %/);
  expect(text).toMatch(/capitalisation rate: 4\.0 %/);
  // 1,000 of 3,000 is more than a quarter; 4.8 % is less than the 5 % asked for; a house without a loan has nothing to cover.
  expect(text).toContain('Maintenance takes too much of the income');
  expect(text).toContain('The net yield is below what the owner asks');
  expect(text).toContain('no debt service');
  expect(text).not.toContain('Income hardly covers the loan Gap');
});

test('is fit to issue from a full house, an empty one, and one of which any one source is gone', () => {
  const gone = { state: 'unreadable', because: 'timeout' } as const;
  const house = aHouse();
  const lacking = RECORD_KINDS.map((kind) => ({ ...house, registers: { ...house.registers, [kind]: gone } }));
  const bare = aSnapshot({ records: { entity: [anEntity({ id: 'house', name: 'The house', kind: 'rental' })] } });
  for (const snapshot of [house, bare, { ...house, balances: gone }, ...lacking]) {
    expect(documentProblems(audit(snapshot))).toEqual([]);
  }
});

test('says what to record where nothing is, and makes no figure of it', () => {
  const bare = aSnapshot({ records: { entity: [anEntity({ id: 'house', name: 'The house', kind: 'rental' })] } });
  const text = textOf(bare);
  expect(text).toContain('No rented property is on record.');
  expect(text).toMatch(/Net yield:\s+unknown/);
  expect(text).not.toMatch(/\$0\.00/);
});

test('names no tenant', () => {
  expect(textOf(aHouse())).not.toContain('Nobody is named');
});
