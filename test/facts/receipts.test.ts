import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthPeriod, monthToDate } from '../../shared/kernel/period.ts';
import { answered } from '../../shared/ledger/answered-queries.ts';
import { queriesOf } from '../../shared/ledger/book-queries.ts';
import type { Fact } from '../../shared/reports/facts/fact.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { World } from '../oracle/a-world.ts';
import { historyWorld, sampleWorld } from '../oracle/a-world.ts';
import { aMonth } from './a-snapshot.ts';
import { addedUpAgain } from './added-up-again.ts';

const SAMPLE = sampleWorld();
const HISTORIES = [1, 2, 3].map(historyWorld);

/** The sheets of a world: of every business it has and of two of them, for a closed month and for the running one. */
function sheetsOf({ snapshot }: World): readonly FactSheet[] {
  const { entity } = snapshot.registers;
  const ids = entity.state === 'read' ? entity.records.map(({ id }) => id) : [];
  return [ids, ['jada', 'qos'], ['qos']].flatMap((entityIds) =>
    [monthPeriod('2026-10' as Month), monthToDate(snapshot.today)].map((period) =>
      factSheet(snapshot, entityIds, period),
    ),
  );
}

describe.each([SAMPLE, ...HISTORIES].map((world) => [world.name, world] as const))('in %s', (_, world) => {
  const sheets = sheetsOf(world);

  test('every sum a figure names is the sum of the entries it names', () => {
    const asked = new Map(
      sheets.flatMap((sheet) =>
        sheet.facts.flatMap((fact) => sheet.queriesOf(fact).map((query) => [JSON.stringify(query), query] as const)),
      ),
    );
    expect(asked.size).toBeGreaterThan(100);
    expect(new Set([...asked.values()].map(({ group }) => group)).size).toBeGreaterThan(4);
    for (const query of asked.values()) {
      const nonzero = Object.entries(query.sums).filter(([, sum]) => sum !== 0);
      expect([query, Object.fromEntries(nonzero)]).toEqual([query, addedUpAgain(world.entries, query)]);
    }
  });

  test('a figure that is a sum of accounts or of cash is the sum of the entries it names', () => {
    for (const sheet of sheets) {
      const figures = sheet.facts.filter(({ meaning }) => SUMS.has(meaning.id));
      const known = figures.filter(({ measured }) => measured.state !== 'unknown');
      expect(known.length).toBeGreaterThan(20);
      for (const fact of known) {
        const entries = world.entries.filter(({ businessOn }) => businessOn <= sheet.today);
        const total = totalOf(sheet, fact, (query) => addedUpAgain(entries, query));
        expect([fact.key, amountOf(fact)]).toEqual([fact.key, total]);
      }
    }
  });
});

test('whatever is read off the books names what was read; what rests on other records alone is told by name', () => {
  const [sheet] = sheetsOf(SAMPLE);
  const mute = (sheet?.facts ?? []).filter(
    (fact) =>
      fact.measured.state !== 'unknown' &&
      fact.meaning.needs.includes('balances') &&
      fact.meaning.unit === 'cents' &&
      sheet?.queriesOf(fact).length === 0,
  );
  expect([...new Set(mute.map(({ meaning }) => meaning.id))].sort()).toEqual([...FROM_OTHER_RECORDS].sort());
});

test('a cent, a month or a business more in the books is another digest', () => {
  const held = [aMonth('2026-10', { accounts: { '4010': -120_000 } })];
  const [query] = queriesOf([
    { group: 'accounts', names: ['a4010'], entityIds: ['jada'], months: ['2026-10', '2026-11'] as Month[] },
  ]);
  if (query === undefined) throw new Error('a read is a query');
  const { digest, ...answer } = answered(held, query);
  expect(answer).toEqual({
    group: 'accounts',
    names: ['a4010'],
    entityIds: ['jada'],
    from: '2026-10',
    through: '2026-11',
    sums: { a4010: -120_000 },
    count: 1,
  });
  const others = [
    [aMonth('2026-10', { accounts: { '4010': -120_001 } })],
    [...held, aMonth('2026-11', { accounts: { '4010': -1 } })],
    [aMonth('2026-11', { accounts: { '4010': -120_000 } })],
  ];
  for (const other of others) expect(answered(other, query).digest).not.toBe(digest);
  const elsewhere = [
    aMonth('2026-12', { accounts: { '4010': -7 } }),
    aMonth('2026-10', { accounts: { '4010': 5 } }, 'qos'),
  ];
  expect(answered([...elsewhere, ...held], query).digest).toBe(digest);
});

/** Figures in cents that are plain sums over the books, and the side that counts as positive. */
const SUMS: ReadonlyMap<string, 1 | -1> = new Map([
  ['recognised-revenue', -1],
  ['tracked-revenue', -1],
  ['revenue-quarter-to-date', -1],
  ['revenue-year-to-date', -1],
  ['bank-total', 1],
  ['tracked-bank-total', 1],
  ['restricted-cash', -1],
  ['tracked-restricted-cash', -1],
  ['unrestricted-cash', 1],
  ['tracked-unrestricted-cash', 1],
  ['customer-money-held', -1],
  ['taxes-and-tips-held', -1],
  ['bridge-cash', 1],
  ['bridge-receivables', 1],
  ['bridge-deposits', 1],
  ['bridge-revenue', -1],
  ['net-income', -1],
  ['sales-tax-payable', -1],
  ['tips-payable', -1],
  ['month-revenue', -1],
  ['month-unrestricted-cash', 1],
  ['month-net-burn', -1],
  ['tracked-month-revenue', -1],
  ['tracked-month-unrestricted-cash', 1],
  ['account-balance', 1],
  ['tax-line-year', 1],
  ['charter-contribution', 1],
  ['net-income-year-to-date', -1],
  ['expenses-year-to-date', 1],
  ['gross-profit', -1],
  ['cost-of-sales', 1],
  ['total-assets', 1],
  ['total-liabilities', -1],
  ['total-equity', -1],
  ['retained-earnings', -1],
  ['deposits-closing', -1],
  ['deposits-received', 1],
  ['refunds-payable', -1],
  ['uncategorised-cents', 1],
  ['payout-variance', 1],
  ['rental-income-to-date', -1],
  ['rental-operating-cost-to-date', 1],
]);

/** Amounts of which no part is a month balance: unsettled charters, open items, plans. */
const FROM_OTHER_RECORDS: readonly string[] = [
  ...['deposit-month-cents', 'deposit-month-price', 'deposits-ahead', 'deposits-overdue', 'deposits-sailing-30'],
  ...[
    'deposits-sailing-60',
    'deposits-sailing-90',
    'deposits-sailing-later',
    'late-payout-cents',
    'open-charter-cents',
  ],
  ...['platform-receivable', 'stuck-deposits-cents', 'tips-overdue-cents', 'unbilled-charters-cents'],
  ...['client-costs-unbilled', 'client-floor', 'client-monthly', 'client-open', 'client-unbilled'],
  ...['expenses-without-receipt-cents', 'question-cents', 'repairs-to-review-cents'],
  ...[
    'channel-spend',
    'gift-card-difference',
    'second-program-difference',
    'outlook-low',
    'roadmap-fixed',
    'roadmap-revenue',
  ],
];

function totalOf(sheet: FactSheet, fact: Fact, add: (query: ReturnType<FactSheet['queriesOf']>[number]) => object) {
  const sums = sheet.queriesOf(fact).flatMap((query) => Object.values(add(query)) as number[]);
  return (SUMS.get(fact.meaning.id) ?? 1) * sums.reduce((all, sum) => all + sum, 0) || 0;
}

function amountOf({ measured }: Fact): unknown {
  return measured.state === 'unknown' ? measured : measured.value;
}
