import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { monthPeriod, period } from '../../shared/kernel/period.ts';
import { RECORD_KINDS } from '../../shared/records/registry.ts';
import type { Snapshot, Source } from '../../shared/records/snapshot.ts';
import { compose } from '../../shared/reports/compose.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aCompany, aCompletedCharter } from '../personas/a-company.ts';
import { aMonth, anEntity, anUpcomingCharter, aSnapshot, NOVEMBER_TO_DATE, TODAY } from './a-snapshot.ts';

const CANARY = 'CANARY';
const NUMBER = 777_777_77;

/** A company in which every record of qos carries a name or number found nowhere else. */
function withCanaries(): Snapshot {
  const name = { entityId: 'qos', name: CANARY };
  const paper = [{ type: CANARY, expiresOn: '2026-11-30' as LocalDate }];
  const file = aCompletedCharter();
  return aSnapshot({
    completed: { ...file, charter: { ...file.charter, entityId: 'qos', title: CANARY } },
    records: {
      entity: [anEntity(), anEntity({ id: 'qos', name: CANARY })],
      recipient: [{ name: CANARY, email: `${CANARY}@example.com` }],
      vessel: [{ ...name, valueCents: NUMBER, documents: paper }],
      asset: [{ ...name, kind: 'domain', ownerRole: CANARY, valueCents: NUMBER, documents: paper }],
      target: [{ ...name, month: '2026-11', metric: 'revenue', value: NUMBER }],
      'fixed-cost': [{ ...name, centsPerMonth: NUMBER, from: '2026-01' }],
      listing: [{ entityId: 'qos', channelId: CANARY, status: 'live', lastVerifiedOn: TODAY }],
      lead: [{ ...name, stage: 'quoted', expectedCents: NUMBER, probabilityBps: 10_000 }],
      'equity-holding': [{ entityId: 'qos', holder: CANARY, shareBps: 7_777, agreementOnFile: false }],
      'key-person': [{ entityId: 'qos', role: CANARY, handoffOnFile: false, successor: CANARY }],
      subscription: [
        { entityId: 'qos', centsPerInterval: NUMBER, interval: 'month', from: '2026-01-01', status: 'active' },
      ],
      incident: [{ entityId: 'qos', type: CANARY, status: 'open' }],
      action: [{ entityId: 'qos', title: CANARY, severity: 'critical', dueOn: '2026-01-01', status: 'open' }],
    },
    balances: [
      aMonth(
        '2026-11',
        {
          accounts: { '4010': -NUMBER, '1010': NUMBER },
          channels: { 'canary.revenue': NUMBER },
          margin: { performed: 1, contribution: NUMBER },
        },
        'qos',
      ),
    ],
    upcoming: [anUpcomingCharter({ entityId: 'qos', title: CANARY }, NUMBER)],
  });
}

test('a sheet of jada holds no name and no number of qos', () => {
  const text = JSON.stringify(factSheet(withCanaries(), ['jada'], NOVEMBER_TO_DATE)).toLowerCase();
  expect(text).not.toMatch(/canary|777|qos/);
});

test.each(['ceo', 'charter-debrief'])('nor does a %s report made from it', (report) => {
  const text = JSON.stringify(compose(report, withCanaries(), ['jada'], NOVEMBER_TO_DATE, 'Harbor')).toLowerCase();
  expect(text).not.toMatch(/canary|777|qos/);
});

test('every canary sings where its owner may hear it', () => {
  const sheet = factSheet(withCanaries(), ['jada', 'qos'], NOVEMBER_TO_DATE);
  const jadaAlone = sheet.facts.filter((fact) => fact.scope === 'jada');
  expect(JSON.stringify(sheet)).toContain(CANARY);
  expect(JSON.stringify(sheet)).toContain(String(NUMBER));
  expect(JSON.stringify(jadaAlone)).not.toMatch(/CANARY|777|qos/);
});

test('recipients are nobody’s figure', () => {
  const sheet = factSheet(withCanaries(), ['qos'], NOVEMBER_TO_DATE);
  expect(JSON.stringify(sheet)).not.toContain('@example.com');
});

test('no guest is named in any fact', () => {
  const sheet = factSheet(aCompany(aCompletedCharter()), ['jada'], NOVEMBER_TO_DATE);
  expect(JSON.stringify(sheet)).not.toContain('GUESTNAME');
});

test('the order of the records changes nothing', () => {
  const snapshot = aCompany(aCompletedCharter());
  const ids = ['jada', 'qos', 'qdn', 'dc'];
  const wanted = JSON.stringify(compose('ceo', snapshot, ids, NOVEMBER_TO_DATE, 'Harbor'));
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (keys) => {
      const shuffled = shuffledSnapshot(snapshot, keys);
      const order = permuted(ids, keys);
      expect(JSON.stringify(compose('ceo', shuffled, order, NOVEMBER_TO_DATE, 'Harbor'))).toBe(wanted);
    }),
    { numRuns: 15, seed: 1 },
  );
});

test.each([
  ['2026-11-02', '2026-11-22'],
  ['2026-11-01', '2026-11-20'],
  ['2026-12-01', '2027-01-01'],
])('a period from %s until %s is refused: the books are kept by the month', (from, until) => {
  const odd = period(from as LocalDate, until as LocalDate);
  expect(() => factSheet(aSnapshot(), ['jada'], odd)).toThrow(RangeError);
});

test('a whole past month, several, the month to date and the whole running month are fine', () => {
  for (const of of [
    monthPeriod('2026-10' as Month),
    period('2026-08-01' as LocalDate, '2026-11-01' as LocalDate),
    NOVEMBER_TO_DATE,
    monthPeriod('2026-11' as Month),
  ]) {
    expect(() => factSheet(aSnapshot(), ['jada'], of)).not.toThrow();
  }
});

test('a sheet needs an entity', () => {
  expect(() => factSheet(aSnapshot(), [], NOVEMBER_TO_DATE)).toThrow(RangeError);
});

function shuffledSnapshot(snapshot: Snapshot, keys: fc.Stream<number>): Snapshot {
  const source = <T>(of: Source<T>): Source<T> =>
    of.state === 'read' ? { state: 'read', records: permuted(of.records, keys) } : of;
  const registers = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, source<unknown>(snapshot.registers[kind])]));
  return {
    ...snapshot,
    registers: registers as unknown as Snapshot['registers'],
    balances: source(snapshot.balances),
    upcoming: source(snapshot.upcoming),
    openCharters: source(snapshot.openCharters),
  };
}

function permuted<T>(items: readonly T[], keys: fc.Stream<number>): readonly T[] {
  const ranks = [...keys.take(items.length)];
  return items
    .map((item, i) => ({ item, rank: ranks[i] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
